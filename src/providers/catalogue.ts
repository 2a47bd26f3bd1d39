import { z } from 'zod';
import { localizedSchema } from '../language.ts';
import { smtpServerSchema } from '../smtp/server.ts';

const httpsUrl = z.url({ protocol: /^https$/ });

/** What a provider publishes of its limits; an unknown limit is null, never a guess. */
export const limitsSchema = z.object({
  perDay: z.number().int().positive().nullable(),
  perHour: z.number().int().positive().nullable(),
  perMinute: z.number().int().positive().nullable(),
  recipientsPerMessage: z.number().int().positive().nullable(),
  source: httpsUrl.nullable(),
});

export type Limits = z.infer<typeof limitsSchema>;

export const providerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  kind: z.enum(['mailbox', 'custom-domain', 'hosting', 'pec']),
  /** Exact domains, or `*.suffix` for every domain below a suffix. */
  domains: z.array(z.string()),
  /** Patterns of MX host names; `*` stands for one or more labels. */
  mx: z.array(z.string()).default([]),
  /** Patterns of name server host names, as `mx`. */
  ns: z.array(z.string()).default([]),
  /** CIDR ranges of the MX hosts' addresses. */
  mxRanges: z.array(z.string()).default([]),
  /** Best first. */
  servers: z.array(smtpServerSchema),
  username: z.enum(['address', 'local-part', 'unknown']),
  password: z.enum(['account', 'app-password', 'oauth-only', 'smtp-token', 'unknown']),
  state: z.enum(['works', 'needs-preparation', 'blocked', 'closed', 'unknown']),
  /** One line under the address: what will be needed, or why this mailbox cannot serve. */
  hint: localizedSchema.nullable(),
  /** Before the password: one action a step; `page` is where they are carried out. */
  preparation: z
    .strictObject({
      steps: z.array(localizedSchema).min(1),
      page: httpsUrl.nullable(),
    })
    .nullable(),
  /** The provider's own help page on sending from other programs. */
  help: httpsUrl.nullable(),
  limits: limitsSchema,
  /** What the published limits leave unsaid. */
  limitsNote: localizedSchema.nullable().default(null),
  /** From which addresses a login may send, as far as published. */
  from: localizedSchema.nullable().default(null),
  sources: z.array(z.strictObject({ url: z.string(), date: z.string(), fact: z.string() })).min(1),
  /** The day the sources were collected, ISO 8601. */
  checked: z.iso.date(),
});

export type Provider = z.infer<typeof providerSchema>;

export const catalogueSchema = z.strictObject({
  version: z.literal(1),
  providers: z.array(providerSchema),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
