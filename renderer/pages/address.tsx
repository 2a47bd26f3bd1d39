import { Field, makeStyles } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { AddressAnswerLine } from '../components/address-answer.tsx';
import { TextInput } from '../components/fields.tsx';
import { Page } from '../components/page.tsx';
import type { PageOf } from '../page-of.ts';
import { useTexts } from '../texts.ts';
import { send } from '../view.ts';

const useStyles = makeStyles({
  field: { maxWidth: '480px' },
  answer: { marginTop: '16px', minHeight: '96px' },
});

export function Address({ page }: PageOf<'address'>) {
  const t = useTexts();
  const styles = useStyles();
  const answerId = useId();
  // Kept here too, so that typing never waits for the wizard's answer.
  const [address, setAddress] = useState(page.address);
  const type = (typed: string) => {
    setAddress(typed);
    send({ type: 'TYPE_ADDRESS', address: typed });
  };
  return (
    <Page
      title={t(`pages.address.${page.choice}.title`)}
      lead={t(`pages.address.${page.choice}.lead`)}
      drawing={page.choice === 'personal' ? 'personal' : 'mail-plus'}
      primary={{ label: t('pages.address.primary') }}
      onSubmit={() => send({ type: 'SUBMIT_ADDRESS', address })}
    >
      <Field label={t('pages.address.label')} className={styles.field}>
        <TextInput
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('pages.address.placeholder')}
          value={address}
          maxLength={320}
          aria-describedby={answerId}
          aria-invalid={page.answer.kind === 'malformed'}
          onChange={(_, data) => type(data.value)}
        />
      </Field>
      <div id={answerId} className={styles.answer} aria-live="polite">
        <AddressAnswerLine answer={page.answer} onAccept={type} />
      </div>
    </Page>
  );
}
