import { trimmedText, z } from '../src/zod.ts';
import { MAX_ID, type Repair } from './arguments.ts';

/** What a second start may hand over to the first; it crosses a process border. */
export const handoverSchema: z.ZodMiniType<{ readonly repair: Repair | null }> = z.strictObject({
  repair: z.nullable(
    z.strictObject({
      doctorId: trimmedText().check(z.maxLength(MAX_ID)),
      error: z.nullable(z.string()),
    }),
  ),
});

export type Handover = z.infer<typeof handoverSchema>;
