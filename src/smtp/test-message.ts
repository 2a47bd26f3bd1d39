import type { Language } from '../language.ts';
import { translator } from '../texts/index.ts';
import type { ProbeMessage } from './probe.ts';

const formats = new Map<Language, Intl.DateTimeFormat>();

/** Made once: that takes a hundred times as long as its use. */
function dateFormat(language: Language): Intl.DateTimeFormat {
  const known = formats.get(language);
  if (known) return known;
  const format = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' });
  formats.set(language, format);
  return format;
}

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
