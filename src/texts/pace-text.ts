import type { Limits } from '../providers/catalogue.ts';
import type { Pace } from '../providers/pace.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './index.ts';

/** What is known of a mailbox's limits, as a page or a sheet is given it. */
export interface KnownLimits {
  readonly limits: Limits;
  /** What the published limits leave unsaid, in the person's language. */
  readonly limitsNote: string | null;
  readonly pace: Pace;
}

/** How many emails the mailbox bears, and what happens beyond; sentences. */
export function limitsText(
  { limits, limitsNote }: KnownLimits,
  t: Translate,
  { number }: Formats,
): readonly string[] {
  const figures = (['perDay', 'perHour', 'perMinute'] as const).flatMap((per) => {
    const limit = limits[per];
    return limit === null ? [] : [t(`pages.limits.${per}`, { amount: number(limit) })];
  });
  const note = limitsNote === null ? [] : [limitsNote];
  const said = figures.length + note.length > 0 ? [] : [t('pages.limits.unknown')];
  return [...figures, ...note, ...said, ...beyondText(limits, figures.length > 0, t)];
}

function beyondText({ beyond }: Limits, hasFigures: boolean, t: Translate): readonly string[] {
  // Beyond nothing in particular, nothing is said.
  if (!beyond) return hasFigures ? [t('pages.limits.beyond.unknown')] : [];
  const { effect, hours } = beyond;
  if (effect === 'stopped' && hours !== null) {
    return [t('pages.limits.beyond.stoppedFor', { hours })];
  }
  return [t(`pages.limits.beyond.${effect}`)];
}

/** How to spread a day's prescriptions; sentences. A figure is always derived from published ones. */
export function paceText(
  { pace }: Pick<KnownLimits, 'pace'>,
  t: Translate,
  { number }: Formats,
): readonly string[] {
  const { perDay, perHour } = pace;
  if (perHour === null) return [t('pages.pace.careful'), t('pages.pace.refused')];
  return [
    ...(perDay === null ? [] : [t('pages.pace.perDay', { amount: number(perDay) })]),
    t('pages.pace.perHour', { amount: number(perHour) }),
  ];
}
