import type { Limits } from './catalogue.ts';

/** How to spread a day's prescriptions over a mailbox. */
export interface Pace {
  /**
   * `published`: derived from what the provider publishes. `careful`: it publishes nothing that
   * helps, and the rest is general advice of ours.
   */
  readonly basis: 'published' | 'careful';
  /** Prescriptions a day that leave room for the doctor's own letters; null: not known. */
  readonly perDay: number | null;
  /** The most in one hour, rounded down to a number that is easy to keep in mind; null: not known. */
  readonly perHour: number | null;
  /** Seconds from one email to the next when many wait. */
  readonly everySeconds: number;
}

/** Of each limit, what stays for the letters that the doctor writes from the same mailbox. */
const OWN_SHARE = 0.1;

/** The hours over which a practice's prescriptions are spread. */
const WORKING_HOURS = 8;

/** However much a provider allows: a burst looks like spam. */
const LEAST_SECONDS = 5;

/** Where nothing is published. */
const CAREFUL_SECONDS = 10;

/** How to spread a day's prescriptions under these limits. */
export function paceOf({ perDay, perHour, perMinute }: Omit<Limits, 'source'>): Pace {
  const day = perDay === null ? null : usable(perDay);
  const hourly = [
    day === null ? null : day / WORKING_HOURS,
    perHour === null ? null : usable(perHour),
    perMinute === null ? null : usable(perMinute) * 60,
  ].filter((emails) => emails !== null);
  if (hourly.length === 0) {
    return { basis: 'careful', perDay: null, perHour: null, everySeconds: CAREFUL_SECONDS };
  }
  const most = Math.max(1, Math.min(...hourly, 3600 / LEAST_SECONDS));
  return {
    basis: 'published',
    perDay: day,
    perHour: easy(Math.floor(most)),
    everySeconds: Math.ceil(3600 / most),
  };
}

/** Never none: a limit of one leaves no share for anything else. */
function usable(limit: number): number {
  return Math.max(1, Math.floor(limit * (1 - OWN_SHARE)));
}

function easy(amount: number): number {
  const step = amount >= 100 ? 10 : amount >= 20 ? 5 : 1;
  return amount - (amount % step);
}
