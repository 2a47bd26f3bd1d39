import type { DoctorEntry } from '../../record/practice.ts';
import { count, z } from '../../zod.ts';

/** What is remembered of doctors who are set up together: the addresses typed, never a password. */
export const batchDraftSchema = z.strictObject({
  /** ISO 8601 instant. */
  startedAt: z.iso.datetime(),
  /** How many doctors there were in all. */
  total: count(),
  /** Address by doctor, of those not saved yet; empty: none was typed. */
  addresses: z.record(z.string(), z.string()),
});

export type BatchDraft = z.infer<typeof batchDraftSchema>;

/**
 * Those of a remembered batch who are still missing, in the practice's order. The program may have
 * ended between a save and its note: a sender that was proven since then counts, too.
 */
function missingOf(draft: BatchDraft, doctors: readonly DoctorEntry[]): string[] {
  return doctors.flatMap(({ doctor, sender }) => {
    const address = draft.addresses[doctor.id];
    if (address === undefined) return [];
    const proven = sender?.smtp != null && (sender.verified?.at ?? '') >= draft.startedAt;
    const wanted = address === '' || address.trim() === sender?.address;
    return proven && wanted ? [] : [doctor.id];
  });
}

/** The batch that was interrupted, as long as somebody of it is missing. */
export function unfinishedBatch(
  draft: BatchDraft | undefined,
  doctors: readonly DoctorEntry[],
): { readonly draft: BatchDraft; readonly missing: readonly string[] } | null {
  if (!draft) return null;
  const missing = missingOf(draft, doctors);
  return missing.length === 0 ? null : { draft, missing };
}

/** Takes a doctor who was saved out of what is still missing. */
export function withoutDoctor(
  draft: BatchDraft | undefined,
  doctorId: string,
): BatchDraft | undefined {
  if (!draft) return undefined;
  const { [doctorId]: _saved, ...addresses } = draft.addresses;
  return Object.keys(addresses).length === 0 ? undefined : { ...draft, addresses };
}
