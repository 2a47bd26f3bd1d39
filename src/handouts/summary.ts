import type { Language } from '../language.ts';
import type { Provider } from '../providers/catalogue.ts';
import { type Formats, formatsFor } from '../texts/formats.ts';
import { type Translate, translator } from '../texts/index.ts';
import { limitsText, paceText } from '../texts/pace-text.ts';
import { addressParts, type Sheet, sizeOf } from './handout.ts';
import { knownLimits } from './known-limits.ts';
import type { ProvenSender } from './proven.ts';

/** What a summary says besides the sender. */
export interface SummaryFacts {
  readonly language: Language;
  readonly provider: Provider | null;
  /** Phone number. */
  readonly callCentre: string;
  readonly now: Date;
}

interface Words {
  readonly t: Translate;
  readonly formats: Formats;
}

const wordsIn = (language: Language): Words => ({
  t: translator(language),
  formats: formatsFor(language),
});

/** The doctor's own page: which mailbox, how much it bears, and what to do if it stops. */
export function summarySheet(sender: ProvenSender, facts: SummaryFacts): Sheet {
  const words = wordsIn(facts.language);
  const { t, formats } = words;
  const { host, port, security, username } = sender.smtp;
  const asked = sender.mailPlusRequestedAt ?? null;
  return {
    template: 'summary',
    language: facts.language,
    paper: 'A4',
    title: t('handouts.summary.title'),
    of: sender.doctorName,
    values: {
      doctor: sender.doctorName,
      from: t('handouts.summary.from'),
      address: addressParts(sender.address),
      size: sizeOf(sender),
      facts: [
        [t('handouts.summary.displayName'), sender.displayName],
        [t('handouts.summary.mailbox'), mailboxText(sender, facts.provider, t)],
        [t('handouts.summary.proven'), provenText(sender, words)],
        [t('handouts.summary.limits'), paceTexts(sender, facts.provider, facts.language).limits],
      ].map(([term, value]) => ({ term, value })),
      paceTitle: t('handouts.summary.pace'),
      pace: paceTexts(sender, facts.provider, facts.language).pace,
      stopsTitle: t('handouts.summary.stops.title'),
      stops: [
        t('handouts.summary.stops.open'),
        t(`handouts.summary.stops.${sender.choice}`),
        t('handouts.summary.stops.meanwhile'),
      ],
      callCentre: { label: t('handouts.summary.callCentre'), phone: facts.callCentre },
      asked:
        asked === null ? null : t('handouts.summary.mailPlusAsked', { date: formats.date(asked) }),
      password: t('handouts.summary.password'),
      technician: {
        label: t('handouts.summary.technician'),
        server: `${host}:${port}, ${security === 'tls' ? 'TLS' : 'STARTTLS'}, ${username}`,
      },
      printed: t('handouts.summary.printed', { date: formats.date(facts.now.toISOString()) }),
    },
  };
}

/** The same in a few lines, for a message. */
export function summaryText(sender: ProvenSender, facts: SummaryFacts): string {
  const { t, formats } = wordsIn(facts.language);
  const { limits, pace } = paceTexts(sender, facts.provider, facts.language);
  return t('handouts.summary.text', {
    name: sender.doctorName,
    address: sender.address,
    provider: providerName(sender, facts.provider),
    date: formats.date(sender.verified.at),
    time: formats.time(sender.verified.at),
    limits,
    pace: pace.join(' '),
    callCentre: facts.callCentre,
  });
}

function paceTexts(sender: ProvenSender, provider: Provider | null, language: Language) {
  const { t, formats } = wordsIn(language);
  const known = knownLimits(sender, provider, language);
  return {
    limits: limitsText(known, t, formats).join(' '),
    pace: paceText(known, t, formats),
  };
}

const providerName = ({ smtp }: ProvenSender, provider: Provider | null) =>
  provider?.name ?? smtp.host;

function mailboxText(sender: ProvenSender, provider: Provider | null, t: Translate): string {
  return sender.choice === 'mail-plus'
    ? t('handouts.summary.mail-plus')
    : t('handouts.summary.personal', { provider: providerName(sender, provider) });
}

function provenText({ verified }: ProvenSender, { t, formats }: Words): string {
  const { at, messageId } = verified;
  const when = t('handouts.summary.provenAt', { date: formats.date(at), time: formats.time(at) });
  const how = t(messageId === null ? 'handouts.summary.permitted' : 'handouts.summary.accepted');
  return `${when} ${how}`;
}
