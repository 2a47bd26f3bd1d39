import { z } from '../src/zod.ts';
import { MAX_ID, type Repair } from './arguments.ts';

/** What a second start may hand over to the first; it crosses a process border. */
export const handoverSchema: z.ZodType<{ readonly repair: Repair | null }> = z.strictObject({
  repair: z
    .strictObject({
      doctorId: z.string().trim().min(1).max(MAX_ID),
      error: z.string().nullable(),
    })
    .nullable(),
});

export type Handover = z.infer<typeof handoverSchema>;
