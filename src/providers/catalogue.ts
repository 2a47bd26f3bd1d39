import { localizedSchema } from '../language-schema.ts';
import { smtpServerSchema } from '../smtp/server.ts';
import { z } from '../zod.ts';

const httpsUrl = z.url({ protocol: /^https$/ });

/** What a provider does with emails beyond its limit, as far as published. */
const beyondSchema = z.object({
  /**
   * `delayed`: they leave later. `refused`: they do not leave until the count falls. `stopped`:
   * nothing leaves any more, at most for `hours`. `password-expires`: nothing, until a new password.
   */
  effect: z.enum(['delayed', 'refused', 'stopped', 'password-expires']),
  /** At most so many hours; null: not published. */
  hours: z.number().int().positive().nullable(),
});

export type Beyond = z.infer<typeof beyondSchema>;

/** What a provider publishes of its limits; an unknown limit is null, never a guess. */
export const limitsSchema = z.object({
  perDay: z.number().int().positive().nullable(),
  perHour: z.number().int().positive().nullable(),
  perMinute: z.number().int().positive().nullable(),
  recipientsPerMessage: z.number().int().positive().nullable(),
  source: httpsUrl.nullable(),
  /** Missing or null: not published. Earlier versions did not write it. */
  beyond: beyondSchema.nullable().optional(),
});

export type Limits = z.infer<typeof limitsSchema>;

/** Nothing is published. */
export const UNKNOWN_LIMITS: Limits = {
  perDay: null,
  perHour: null,
  perMinute: null,
  recipientsPerMessage: null,
  source: null,
};

const domain = z.string().regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/);

const hostPattern = z.string().regex(/^[a-z0-9*_-]+(\.[a-z0-9*_-]+)+$/);

const addressRange = z.union([z.cidrv4(), z.cidrv6()]);

/** Where a fact was read: a page, or a place that has no address of its own (`where`). */
const sourceSchema = z
  .strictObject({
    url: z.url({ protocol: /^https?$/ }).nullable(),
    /** The place in it: file, version, chapter. */
    where: z.string().min(1).nullable().default(null),
    /** What the source says of its own date, in words when it has none. */
    date: z.string().min(1),
    fact: z.string().min(1),
  })
  .refine((source) => source.url !== null || source.where !== null, 'a source needs a place');

export const providerSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.string().min(1),
  kind: z.enum(['mailbox', 'custom-domain', 'hosting', 'pec']),
  /** Exact domains, or `*.suffix` for every domain below a suffix. */
  domains: z.array(domain),
  /**
   * Patterns of MX host names. A label `*` stands for one or more labels, a `*` inside a label
   * for any characters of it.
   */
  mx: z.array(hostPattern).default([]),
  /** Patterns of name server host names, as `mx`. */
  ns: z.array(hostPattern).default([]),
  /** CIDR ranges of the MX hosts' addresses. */
  mxRanges: z.array(addressRange).default([]),
  /** Best first. */
  servers: z.array(smtpServerSchema.strict()),
  username: z.enum(['address', 'local-part', 'unknown']),
  password: z.enum(['account', 'app-password', 'oauth-only', 'smtp-token', 'unknown']),
  state: z.enum(['works', 'needs-preparation', 'blocked', 'closed', 'unknown']),
  /** One line under the address: what will be needed, or why this mailbox cannot serve. */
  hint: localizedSchema.nullable(),
  /**
   * Before the password: one action a step; `page` is where they are carried out. With state
   * `needs-preparation` everybody needs them; otherwise only who uses two-step verification.
   */
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
  sources: z.array(sourceSchema).min(1),
  /** The day the sources were collected, ISO 8601. */
  checked: z.iso.date(),
});

export type Provider = z.infer<typeof providerSchema>;

export const catalogueSchema = z.strictObject({
  version: z.literal(1),
  providers: z.array(providerSchema),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
