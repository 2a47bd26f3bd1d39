import type { Language } from '../language.ts';
import { translator } from '../texts/index.ts';
import { addressParts, type PaperSize, type Sheet, sizeOf } from './handout.ts';
import type { ProvenSender } from './proven.ts';

/** The notice for the waiting room: from which address prescriptions come, and what patients do. */
export function noticeSheet(sender: ProvenSender, language: Language, paper: PaperSize): Sheet {
  const t = translator(language);
  const points = (['contacts', 'spam', 'stop'] as const).map((point, index) => ({
    number: index + 1,
    title: t(`handouts.notice.${point}.title`),
    text: t(`handouts.notice.${point}.text`),
  }));
  return {
    template: 'notice',
    language,
    paper,
    title: t('handouts.notice.title'),
    of: sender.doctorName,
    values: {
      heading: t('handouts.notice.heading'),
      address: addressParts(sender.address),
      size: sizeOf(sender),
      sender: t('handouts.notice.sender', { name: sender.displayName }),
      points,
      thanks: t('handouts.notice.thanks'),
      doctor: sender.doctorName,
    },
  };
}

/** The notice as a message to patients. */
export function noticeMessage(sender: ProvenSender, language: Language): string {
  const { address, displayName, doctorName } = sender;
  return translator(language)('handouts.notice.message', {
    address,
    displayName,
    name: doctorName,
  });
}
