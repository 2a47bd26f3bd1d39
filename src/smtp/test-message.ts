import type { Language } from '../language.ts';
import { translator } from '../texts/index.ts';
import { perLanguage } from '../texts/per-language.ts';
import type { ProbeMessage } from './probe.ts';

/** Made once: that takes a hundred times as long as its use. */
const dateFormat = perLanguage(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }),
);

/** The message that the probe ends with: it says what it is, in the doctor's language. */
export function testMessage(about: {
  readonly address: string;
  readonly name: string;
  readonly date: Date;
  readonly language: Language;
}): ProbeMessage {
  const { address, name, language } = about;
  const t = translator(language);
  const date = dateFormat(language).format(about.date);
  return {
    subject: t('mail.test.subject', { address }),
    text: t('mail.test.text', { address, name, date }),
  };
}
