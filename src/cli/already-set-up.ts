import { credentialFor, type Keychain } from '../keychain/keychain.ts';
import { parseAddress } from '../providers/address.ts';
import type { Answer } from '../record/answers.ts';
import type { Sender } from '../record/senders.ts';

/**
 * Whether an earlier run has done what the answer asks for: the stored sender is proven, is the one
 * wanted in everything that the answer names, and its password lies in this user's keychain.
 */
export async function isAlreadySetUp(
  answer: Answer,
  sender: Sender | null,
  keychain: Pick<Keychain, 'read'>,
): Promise<boolean> {
  if (!sender?.smtp || !isProven(sender) || !isAsWanted(answer, sender)) return false;
  const password = await keychain.read(credentialFor(sender.smtp.host, sender.smtp.username));
  return password.ok && password.value !== null;
}

/** A working personal sender stays proven while its doctor waits for Mail Plus. */
function isProven({ status, verified }: Sender): boolean {
  return (status === 'verified' || status === 'awaiting-mail-plus') && verified !== null;
}

function isAsWanted(answer: Answer, { choice, address, displayName, smtp }: Sender): boolean {
  const wanted = answer.smtp;
  return (
    choice === answer.choice &&
    address !== null &&
    clean(address) === clean(answer.address ?? '') &&
    (answer.displayName ?? displayName) === displayName &&
    (answer.username ?? smtp?.username) === smtp?.username &&
    (wanted === undefined ||
      (wanted.host.toLowerCase() === smtp?.host.toLowerCase() &&
        wanted.port === smtp.port &&
        wanted.security === smtp.security))
  );
}

function clean(address: string): string {
  const parsed = parseAddress(address);
  return (parsed.ok ? parsed.value.address : address).toLowerCase();
}
