import { localizedSchema } from '../language-schema.ts';
import { smtpServerSchema } from '../smtp/server.ts';
import { count, someText, z } from '../zod.ts';

const httpsUrl = z.url({ protocol: /^https$/ });

/** What a provider does with emails beyond its limit, as far as published. */
const beyondSchema = z.object({
  /**
   * `delayed`: they leave later. `refused`: they do not leave until the count falls. `stopped`:
   * nothing leaves any more, at most for `hours`. `password-expires`: nothing, until a new password.
   */
  effect: z.enum(['delayed', 'refused', 'stopped', 'password-expires']),
  /** At most so many hours; null: not published. */
  hours: z.nullable(count()),
});

export type Beyond = z.infer<typeof beyondSchema>;

/** What a provider publishes of its limits; an unknown limit is null, never a guess. */
export const limitsSchema = z.object({
  perDay: z.nullable(count()),
  perHour: z.nullable(count()),
  perMinute: z.nullable(count()),
  recipientsPerMessage: z.nullable(count()),
  source: z.nullable(httpsUrl),
  /** Missing or null: not published. Earlier versions did not write it. */
  beyond: z.optional(z.nullable(beyondSchema)),
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

const domain = z.string().check(z.regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/));

const hostPattern = z.string().check(z.regex(/^[a-z0-9*_-]+(\.[a-z0-9*_-]+)+$/));

const addressRange = z.union([z.cidrv4(), z.cidrv6()]);

/** Where a fact was read: a page, or a place that has no address of its own (`where`). */
const sourceSchema = z
  .strictObject({
    url: z.nullable(z.url({ protocol: /^https?$/ })),
    /** The place in it: file, version, chapter. */
    where: z._default(z.nullable(someText()), null),
    /** What the source says of its own date, in words when it has none. */
    date: someText(),
    fact: someText(),
  })
  .check(
    z.refine((source) => source.url !== null || source.where !== null, 'a source needs a place'),
  );

export const providerSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  name: someText(),
  kind: z.enum(['mailbox', 'custom-domain', 'hosting', 'pec']),
  /** Exact domains, or `*.suffix` for every domain below a suffix. */
  domains: z.array(domain),
  /**
   * Patterns of MX host names. A label `*` stands for one or more labels, a `*` inside a label
   * for any characters of it.
   */
  mx: z._default(z.array(hostPattern), []),
  /** Patterns of name server host names, as `mx`. */
  ns: z._default(z.array(hostPattern), []),
  /** CIDR ranges of the MX hosts' addresses. */
  mxRanges: z._default(z.array(addressRange), []),
  /** Best first. */
  servers: z.array(z.strictObject(smtpServerSchema.shape)),
  username: z.enum(['address', 'local-part', 'unknown']),
  password: z.enum(['account', 'app-password', 'oauth-only', 'smtp-token', 'unknown']),
  state: z.enum(['works', 'needs-preparation', 'blocked', 'closed', 'unknown']),
  /** One line under the address: what will be needed, or why this mailbox cannot serve. */
  hint: z.nullable(localizedSchema),
  /**
   * Before the password: one action a step; `page` is where they are carried out. With state
   * `needs-preparation` everybody needs them; otherwise only who uses two-step verification.
   */
  preparation: z.nullable(
    z.strictObject({
      steps: z.array(localizedSchema).check(z.minLength(1)),
      page: z.nullable(httpsUrl),
    }),
  ),
  /** The provider's own help page on sending from other programs. */
  help: z.nullable(httpsUrl),
  limits: limitsSchema,
  /** What the published limits leave unsaid. */
  limitsNote: z._default(z.nullable(localizedSchema), null),
  /** From which addresses a login may send, as far as published. */
  from: z._default(z.nullable(localizedSchema), null),
  sources: z.array(sourceSchema).check(z.minLength(1)),
  /** The day the sources were collected, ISO 8601. */
  checked: z.iso.date(),
});

export type Provider = z.infer<typeof providerSchema>;

export const catalogueSchema = z.strictObject({
  version: z.literal(1),
  providers: z.array(providerSchema),
});

export type Catalogue = z.infer<typeof catalogueSchema>;
