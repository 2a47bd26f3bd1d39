import { diagnoseLogin } from '../diagnosis/diagnose-login.ts';
import { credentialFor } from '../keychain/keychain.ts';
import { findById } from '../providers/lookup.ts';
import { noteChange } from '../record/history.ts';
import { markChecked } from '../record/save.ts';
import { readSenders, type Sender } from '../record/senders.ts';
import type { Services } from '../services.ts';
import type { RecheckOutcome } from './recheck.ts';

/**
 * Asks the server of a stored sender, with the stored password and without a message, whether it
 * would let it send, and writes the answer into the senders file.
 */
export async function recheckStored(
  { profile, keychain, probe, catalogue }: Services,
  doctorId: string,
  signal: AbortSignal,
): Promise<RecheckOutcome> {
  const { sendersFile, authorities } = profile;
  const stored = await readSenders(sendersFile);
  if (!stored.ok) return { state: 'problem', problem: stored.problem };
  const sender = stored.value?.senders.find((entry) => entry.doctorId === doctorId);
  if (!sender?.smtp || !sender.address) return { state: 'gone' };
  const { host, port, security, username } = sender.smtp;
  const password = await keychain.read(credentialFor(host, username));
  if (!password.ok) return { state: 'problem', problem: password.problem };
  if (password.value === null) return { state: 'password-missing' };

  const from = { address: sender.address, name: sender.displayName };
  const { failure } = await probe(
    {
      server: { host, port, security },
      username,
      password: password.value,
      from,
      to: from.address,
      message: null,
      authorities,
    },
    { signal },
  );
  const provider = sender.provider === null ? null : findById(catalogue, sender.provider);
  const diagnosis = failure && (await diagnoseLogin(failure, provider, password.value));
  // Without a network nothing was learnt of this sender: its status stays.
  if (diagnosis?.cause === 'no-network') return { state: 'failed', diagnosis, sender: null };

  const at = new Date();
  const outcome = diagnosis
    ? ({ ok: false, cause: diagnosis.cause } as const)
    : ({ ok: true, messageId: null } as const);
  const marked = await noteChange({ sendersFile, doctorId, change: 'checked', at }, () =>
    markChecked({ profile, doctorId, outcome, at }),
  );
  if (!marked.ok) return { state: 'problem', problem: marked.problem };
  if (marked.value.sender === null) return { state: 'gone' };
  return diagnosis
    ? { state: 'failed', diagnosis, sender: marked.value.sender }
    : { state: 'ok', sender: marked.value.sender };
}

/**
 * The doctors whose stored sender has no password in the keychain of this user: set up from another
 * account of the computer. Empty where the keychain cannot be read: then nothing is known.
 */
export async function missingPasswords(
  { keychain }: Pick<Services, 'keychain'>,
  senders: readonly Sender[],
): Promise<readonly string[]> {
  const missing: string[] = [];
  for (const { doctorId, smtp } of senders) {
    if (smtp === null) continue;
    const password = await keychain.read(credentialFor(smtp.host, smtp.username));
    if (!password.ok) return [];
    if (password.value === null) missing.push(doctorId);
  }
  return missing;
}
