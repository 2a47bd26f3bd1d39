import { credentialFor, type Keychain } from '../keychain/keychain.ts';
import { findById } from '../providers/lookup.ts';
import { loadPractice } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';
import { fail, type Result, succeed } from '../result.ts';
import type { Services } from '../services.ts';
import type { ProbeMessage, ProbeObserver, ProbeResult } from '../smtp/probe.ts';
import type { Cli } from './cli.ts';
import { type Outcome, refuse, refuseProblem } from './outcome.ts';
import type { About } from './report.ts';

/** What of a sender must be there to send from it. */
export type Usable = Sender & {
  readonly address: string;
  readonly smtp: NonNullable<Sender['smtp']>;
};

export const isUsable = (sender: Sender): sender is Usable =>
  sender.address !== null && sender.smtp !== null;

/** Sends, or asks to be let send, with nothing but the stored entry and the keychain. */
export async function probeStored(
  { t }: Pick<Cli, 't'>,
  { keychain, probe, profile }: Pick<Services, 'probe' | 'profile'> & { keychain: Keychain },
  sender: Usable,
  wish: { readonly to: string; readonly message: ProbeMessage | null },
  observer: ProbeObserver = {},
): Promise<Result<ProbeResult, Outcome>> {
  const { host, port, security, username } = sender.smtp;
  const password = await keychain.read(credentialFor(host, username));
  if (!password.ok) return fail(refuseProblem(password.problem, t));
  if (!password.value) {
    const message = t('cli.error.storedPasswordMissing', { account: username });
    return fail(refuse(1, 'password-missing', message));
  }
  return succeed(
    await probe(
      {
        server: { host, port, security },
        username,
        password: password.value,
        from: { address: sender.address, name: sender.displayName },
        authorities: profile.authorities,
        ...wish,
      },
      observer,
    ),
  );
}

/** Why there is nothing to send from: the practice has no such doctor, or the doctor no sender yet. */
export async function refuseWithoutSender(
  { t }: Pick<Cli, 't'>,
  { profile, campaign, keychain }: Pick<Services, 'profile' | 'campaign' | 'keychain'>,
  id: string,
): Promise<Outcome> {
  const practice = await loadPractice(profile, campaign, keychain);
  if (!practice.ok) return refuseProblem(practice.problem, t);
  return practice.value.doctors.some(({ doctor }) => doctor.id === id)
    ? refuse(1, 'no-sender', t('cli.error.noSender', { id }))
    : refuse(1, 'unknown-doctor', t('cli.error.unknownDoctor', { id }));
}

export const aboutSender = (sender: Sender, { catalogue }: Pick<Services, 'catalogue'>): About => ({
  provider: sender.provider === null ? null : findById(catalogue, sender.provider),
  address: sender.address,
});
