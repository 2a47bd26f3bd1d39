import { type Result, succeed } from '../result.ts';
import { smtpServerSchema } from '../smtp/server.ts';
import { trimmedText, z } from '../zod.ts';
import { refuseDuplicates } from './duplicates.ts';
import type { FileProblem } from './problem.ts';
import { choiceSchema } from './senders.ts';
import { readJsonFile } from './text-file.ts';

/** What a technician wants for one doctor; server and user name are discovered when left out. */
export const answerSchema = z
  .strictObject({
    id: trimmedText(),
    name: trimmedText(),
    choice: choiceSchema,
    /** Left out only for a Mail Plus that is to be asked for. */
    address: z.optional(trimmedText()),
    displayName: z.optional(trimmedText()),
    username: z.optional(trimmedText()),
    smtp: z.optional(z.strictObject(smtpServerSchema.shape)),
  })
  .check(
    z.refine(({ choice, address }) => choice === 'mail-plus' || address !== undefined, {
      path: ['address'],
      message: 'a personal mailbox needs its address',
    }),
  );

export type Answer = z.infer<typeof answerSchema>;

export const answersSchema = z.strictObject({
  version: z.literal(1),
  doctors: z.array(answerSchema),
});

export type Answers = z.infer<typeof answersSchema>;

/** Reads the answers for `mittente apply`: a typing error in a key is an error, not left out. */
export async function readAnswers(file: string): Promise<Result<Answers, FileProblem>> {
  const subject = { which: 'answers', file } as const;
  const read = await readJsonFile(subject, answersSchema);
  if (!read.ok) return read;
  const { value, document } = read.value;
  const unique = refuseDuplicates(
    value.doctors.map(({ id }, index) => ({
      id,
      line: () => document.lineOf(['doctors', index, 'id']),
      key: `doctors[${index}].id`,
    })),
    subject,
  );
  return unique.ok ? succeed(value) : unique;
}
