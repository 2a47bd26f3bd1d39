import type { CannotServe } from '../discovery/finding.ts';
import { type MalformedAddress, type ParsedAddress, parseAddress } from '../providers/address.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Translate } from '../texts/index.ts';
import { type Outcome, refuse } from './outcome.ts';

/** What is wrong with an address, with the likelier one. */
export function whyMalformed({ problem, suggestion }: MalformedAddress, t: Translate): string {
  const why = t(`pages.address.malformed.${problem}`);
  return suggestion ? `${why} ${t('cli.usage.didYouMean', { what: suggestion })}` : why;
}

/** An address among the words: a malformed one is wrong usage. */
export function readAddress(text: string, t: Translate): Result<ParsedAddress, Outcome> {
  const parsed = parseAddress(text);
  if (parsed.ok) return succeed(parsed.value);
  const message = t('cli.usage.badAddress', {
    address: text,
    why: whyMalformed(parsed.problem, t),
  });
  return fail(refuse(2, 'address-malformed', message));
}

/** Why no password is asked for: the verdict on the mailbox, in words, with the way out. */
export function whyNot(
  discovery: CannotServe,
  t: Translate,
): { readonly code: CannotServe['reason']; readonly message: string } {
  const { address } = discovery;
  switch (discovery.verdict) {
    case 'unknown': {
      const why = t(`cli.discover.unknown.${discovery.reason}`);
      return { code: discovery.reason, message: t('cli.error.noServer', { address, why }) };
    }
    default: {
      const why = `${t(`pages.address.blocked.${discovery.reason}`)} ${t('cli.discover.wayOut')}`;
      return { code: discovery.reason, message: t('cli.error.blocked', { address, why }) };
    }
  }
}
