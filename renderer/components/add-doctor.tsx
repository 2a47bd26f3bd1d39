import { makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';
import { SecondaryButton } from './buttons.tsx';
import { Section } from './content.tsx';
import { Labelled, TextInput } from './fields.tsx';
import { focusFirstProblem } from './first-problem.ts';
import { Page } from './page.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: '8px 16px' },
  field: { flex: '1 1 280px', maxWidth: '400px' },
  /** Beside the input, not beside its label. */
  button: { marginTop: '32px' },
});

function useNameField() {
  const t = useTexts();
  const styles = useStyles();
  const [name, setName] = useState('');
  const [missing, setMissing] = useState(false);
  const submit = () => {
    const typed = name.trim();
    setMissing(typed === '');
    if (typed === '') return focusFirstProblem();
    setName('');
    send({ type: 'ADD_DOCTOR', name: typed });
  };
  const field = (
    <Labelled
      className={styles.field}
      label={t('pages.home.add.name')}
      problem={missing ? t('pages.home.add.missing') : null}
    >
      <TextInput
        placeholder={t('pages.home.add.placeholder')}
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(_, data) => setName(data.value)}
      />
    </Labelled>
  );
  return { field, submit };
}

/** Below the table, where doctors are typed in by hand. */
export function AddDoctor() {
  const t = useTexts();
  const styles = useStyles();
  const { field, submit } = useNameField();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  return (
    <Section title={t('pages.home.add.title')}>
      <form className={styles.form} onSubmit={onSubmit} noValidate>
        {field}
        <SecondaryButton type="submit" className={styles.button} icon={<AddRegular />}>
          {t('pages.home.add.button')}
        </SecondaryButton>
      </form>
    </Section>
  );
}

/** The first run with the built-in profile: there is nobody yet. */
export function AddDoctorFirst({ children }: { readonly children: ReactNode }) {
  const t = useTexts();
  const { field, submit } = useNameField();
  return (
    <Page
      title={t('pages.home.first.title')}
      lead={t('pages.home.first.lead')}
      primary={{ label: t('pages.home.add.button') }}
      onSubmit={submit}
    >
      {children}
      {field}
    </Page>
  );
}
