import { MISTYPED_ENDINGS, ONE_ENDING, POPULAR_DOMAINS, REAL_ENDINGS } from './popular.ts';

/**
 * Optimal string alignment distance (restricted Damerau-Levenshtein): insertions, deletions,
 * substitutions and swaps of neighbours count one each.
 */
export function distance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (beforeLast[j - 2] ?? 0) + 1);
      }
      row.push(least);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/**
 * The popular domain that was most likely meant, or null. Cautious: one slip in a name of five
 * letters or more, two in one of eight or more, and an ending that fits or is mistyped itself; or more than the
 * domain was typed, as in `smtp.gmail.com`. Of other domains only an ending that does not exist is corrected.
 */
export function closestPopularDomain(domain: string): string | null {
  if (POPULAR_DOMAINS.includes(domain)) return null;
  const within = POPULAR_DOMAINS.find((popular) => `.${domain}.`.includes(`.${popular}.`));
  if (within) return within;
  const dot = domain.lastIndexOf('.');
  if (dot < 0) return withMissingDot(domain);
  const name = domain.slice(0, dot);
  const ending = domain.slice(dot + 1);
  const meantEnding = MISTYPED_ENDINGS[ending] ?? ending;
  let best: { domain: string; slips: number } | null = null;
  for (const popular of POPULAR_DOMAINS) {
    const [popularName = '', popularEnding = ''] = popular.split('.');
    const slips = distance(name, popularName);
    const endingFits =
      popularEnding === meantEnding || (slips === 0 && ONE_ENDING.has(popularName));
    if (!endingFits || slips > allowedSlips(popularName)) continue;
    if (!best || slips < best.slips) best = { domain: popular, slips };
  }
  return best?.domain ?? withRealEnding(name, ending);
}

/** `studio.con` means studio.com: the ending does not exist, so no real domain is corrected. */
const withRealEnding = (name: string, ending: string): string | null =>
  ending.length > 1 && !REAL_ENDINGS.has(ending) && MISTYPED_ENDINGS[ending]
    ? `${name}.${MISTYPED_ENDINGS[ending]}`
    : null;

const allowedSlips = (name: string): number => (name.length >= 8 ? 2 : name.length >= 5 ? 1 : 0);

/** `gmailcom` and `gmail` both mean gmail.com. */
const withMissingDot = (text: string): string | null =>
  POPULAR_DOMAINS.find((popular) => popular.replace('.', '') === text) ??
  POPULAR_DOMAINS.find((popular) => popular.split('.')[0] === text) ??
  null;
