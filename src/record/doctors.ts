import { trimmedText, z } from '../zod.ts';
import { CONTROL_CHARACTER } from './control-character.ts';
import type { Sender } from './senders.ts';

/** Both go into files that other programs read line by line. */
const oneLine = trimmedText().check(
  z.refine(
    (text) => !CONTROL_CHARACTER.test(text),
    'it contains a line break or a control character',
  ),
);

export const doctorSchema = z.looseObject({
  id: oneLine,
  name: oneLine,
  contract: z._default(z.enum(['standard', 'premium']), 'standard'),
  /** The sender that the record uses today, if any. */
  sender: z._default(z.nullable(z.looseObject({ address: trimmedText() })), null),
});

export type Doctor = z.infer<typeof doctorSchema>;

export const doctorsFileSchema = z.array(doctorSchema);

/** Where the record exports no doctors: those who were typed in are the entries of the senders file. */
export function doctorsFromSenders(senders: readonly Sender[]): Doctor[] {
  return senders.map(({ doctorId, doctorName }) => ({
    id: doctorId,
    name: doctorName,
    contract: 'standard',
    sender: null,
  }));
}
