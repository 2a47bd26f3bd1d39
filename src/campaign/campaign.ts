import { smtpServerSchema } from '../smtp/server.ts';
import { z } from '../zod.ts';

/** The vendor's notice as data: every date, price and number that a text may mention. */
export const campaignSchema = z.strictObject({
  version: z.literal(1),
  legacy: z.strictObject({
    domains: z.array(z.string()).check(z.minLength(1)),
    blockedOn: z.iso.date(),
    reasons: z.array(z.enum(['bursts', 'marked-as-spam'])),
  }),
  switchOver: z.strictObject({ from: z.iso.date(), until: z.iso.date() }),
  mailPlus: z.strictObject({
    pricePerYear: z.number().check(z.positive()),
    vatPercent: z.number().check(z.positive()),
    currency: z.string().check(z.length(3)),
    paidFrom: z.iso.date(),
    domains: z.array(z.string()),
    smtp: z.nullable(smtpServerSchema),
  }),
  callCentre: z.strictObject({ phone: z.string(), email: z.nullable(z.email()) }),
  source: z.string(),
});

export type Campaign = z.infer<typeof campaignSchema>;

export type CallCentre = Campaign['callCentre'];
