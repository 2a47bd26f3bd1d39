import type { Sender } from '../record/senders.ts';

/** A sender of which there is something to hand out: it has an address, a server and a proof. */
export interface ProvenSender extends Sender {
  readonly address: string;
  readonly smtp: NonNullable<Sender['smtp']>;
  readonly verified: NonNullable<Sender['verified']>;
}

/** The sender, if it is proven; else null. */
export function proven(sender: Sender | null | undefined): ProvenSender | null {
  if (!sender?.smtp || !sender.verified || sender.address === null) return null;
  const { address, smtp, verified } = sender;
  return { ...sender, address, smtp, verified };
}
