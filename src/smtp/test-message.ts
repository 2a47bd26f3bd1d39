import type { Language } from '../language.ts';
import { translator } from '../texts/index.ts';
import type { ProbeMessage } from './probe.ts';

/** The message that the probe ends with: it says what it is, in the doctor's language. */
export function testMessage(about: {
  readonly address: string;
  readonly name: string;
  readonly date: Date;
  readonly language: Language;
}): ProbeMessage {
  const { address, name, language } = about;
  const t = translator(language);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).format(
    about.date,
  );
  return {
    subject: t('mail.test.subject', { address }),
    text: t('mail.test.text', { address, name, date }),
  };
}
