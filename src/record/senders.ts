import { z } from 'zod';
import { limitsSchema } from '../providers/catalogue.ts';
import { securitySchema } from '../smtp/server.ts';

export const choiceSchema = z.enum(['personal', 'mail-plus']);

export type Choice = z.infer<typeof choiceSchema>;

export const senderStatusSchema = z.enum([
  'none',
  'legacy',
  'unverified',
  'verified',
  'failing',
  'awaiting-mail-plus',
  'not-concerned',
]);

export type SenderStatus = z.infer<typeof senderStatusSchema>;

/**
 * One doctor's sender as the record reads it. Loose: keys that a newer version added survive.
 * `address`, `smtp`, `credential` are null only while a first Mail Plus is awaited.
 */
export const senderSchema = z.looseObject({
  doctorId: z.string().min(1),
  doctorName: z.string(),
  choice: choiceSchema,
  address: z.string().nullable(),
  displayName: z.string(),
  provider: z.string().nullable(),
  smtp: z
    .looseObject({
      host: z.string().min(1),
      port: z.number().int().min(1).max(65535),
      security: securitySchema,
      auth: z.literal('password'),
      username: z.string().min(1),
    })
    .nullable(),
  credential: z.looseObject({ service: z.string(), account: z.string() }).nullable(),
  limits: limitsSchema.loose(),
  status: senderStatusSchema,
  verified: z.looseObject({ at: z.iso.datetime(), messageId: z.string().nullable() }).nullable(),
  /** The last check that failed, while `status` is `failing`. */
  failing: z.looseObject({ at: z.iso.datetime(), cause: z.string() }).nullable().optional(),
  /** When Mail Plus was asked for, while it is awaited. */
  mailPlusRequestedAt: z.iso.datetime().nullable().optional(),
});

export type Sender = z.infer<typeof senderSchema>;

export const sendersFileSchema = z.looseObject({
  version: z.literal(1),
  updatedAt: z.iso.datetime(),
  senders: z.array(senderSchema),
});

export type SendersFile = z.infer<typeof sendersFileSchema>;
