import { z } from 'zod';

export const doctorSchema = z.looseObject({
  id: z.string().trim().min(1),
  name: z.string().trim().min(1),
  contract: z.enum(['standard', 'premium']).default('standard'),
  /** The sender that the record uses today, if any. */
  sender: z
    .looseObject({ address: z.string().trim().min(1) })
    .nullable()
    .default(null),
});

export type Doctor = z.infer<typeof doctorSchema>;
