import { Field, makeStyles } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import type { AddressAnswer } from '../../src/wizard/view.ts';
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

/** Without a network, or with a domain that nobody knows, there is nothing but to look again. */
const leadsOn = (answer: AddressAnswer): boolean =>
  answer.kind !== 'unknown' || answer.reason === 'nothing-found';

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
  const input = useRef<HTMLInputElement>(null);
  const asked = useRef(false);
  const { answer } = page;
  // What leads no further is told at the field, which gets the keyboard back.
  useEffect(() => {
    if (answer.kind === 'looking') return;
    const stays = answer.kind === 'malformed' || answer.kind === 'unknown';
    if (stays && asked.current) input.current?.focus();
    asked.current = false;
  }, [answer]);
  const submit = () => {
    asked.current = true;
    send({ type: 'SUBMIT_ADDRESS', address });
  };
  const accept = (suggestion: string) => {
    type(suggestion);
    // The button that was pressed goes away.
    input.current?.focus();
  };
  return (
    <Page
      title={t(`pages.address.${page.choice}.title`)}
      lead={t(`pages.address.${page.choice}.lead`)}
      drawing={page.choice === 'personal' ? 'personal' : 'mail-plus'}
      primary={{ label: t(`pages.address.${leadsOn(answer) ? 'primary' : 'again'}`) }}
      onSubmit={submit}
    >
      <Field label={t('pages.address.label')} className={styles.field}>
        <TextInput
          ref={input}
          type="text"
          inputMode="email"
          autoComplete="off"
          spellCheck={false}
          placeholder={t('pages.address.placeholder')}
          value={address}
          maxLength={320}
          aria-describedby={answerId}
          aria-invalid={answer.kind === 'malformed'}
          onChange={(_, data) => type(data.value)}
        />
      </Field>
      <div id={answerId} className={styles.answer} aria-live="polite">
        <AddressAnswerLine answer={answer} onAccept={accept} />
      </div>
    </Page>
  );
}
