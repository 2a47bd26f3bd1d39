import { choiceSchema } from '../record/senders.ts';
import { smtpServerSchema } from '../smtp/server.ts';
import { z } from '../zod.ts';
import { batchDraftSchema } from './many/batch-draft.ts';

/** Where a doctor's path can be taken up again; whatever follows the address starts there anew. */
export const RESUMABLE = ['why', 'choice', 'mailPlus', 'address', 'password'] as const;

/** What a doctor has decided and typed so far. A password is never part of it. */
export const draftSchema = z.strictObject({
  at: z.enum(RESUMABLE),
  choice: z.nullable(choiceSchema),
  address: z.string(),
  /** Settings that a technician typed instead of those found. */
  manual: z.nullable(z.strictObject({ server: smtpServerSchema, username: z.string() })),
  /** The name of a doctor whom the record does not know and who has no sender yet. */
  typedName: z.nullable(z.string()),
});

export type Draft = z.infer<typeof draftSchema>;

export const draftsSchema = z.strictObject({
  version: z.literal(1),
  /** The doctor whose path was open when the program was closed. */
  open: z.nullable(z.string()),
  doctors: z.record(z.string(), draftSchema),
  /** Doctors who were being set up together, while some are missing. */
  batch: z.optional(batchDraftSchema),
});

export type Drafts = z.infer<typeof draftsSchema>;

export const EMPTY_DRAFT: Draft = {
  at: 'why',
  choice: null,
  address: '',
  manual: null,
  typedName: null,
};

/** Drafts as they were stored; anything unreadable counts as none, it is only a convenience. */
export function readDrafts(stored: unknown): Drafts {
  const parsed = draftsSchema.safeParse(stored);
  return parsed.success ? parsed.data : { version: 1, open: null, doctors: {} };
}
