import { someText, trimmedText, z } from '../zod.ts';

export const exportSchema = z.strictObject({
  path: someText(),
  template: someText(),
  per: z.enum(['doctor', 'practice']),
  encoding: z._default(z.enum(['utf-8', 'utf-8-bom', 'utf-16le', 'windows-1252']), 'utf-8'),
  newline: z._default(z.enum(['lf', 'crlf']), 'lf'),
  escape: z.enum(['none', 'csv', 'ini', 'json', 'xml', 'reg', 'shell']),
});

/** How one record program is served. Paths are relative to the profile's folder. */
export const recordProfileSchema = z.strictObject({
  version: z.literal(1),
  record: z.strictObject({ name: trimmedText() }),
  doctors: z.optional(z.strictObject({ path: someText() })),
  senders: z.strictObject({ path: someText() }),
  exports: z._default(z.array(exportSchema), []),
  trust: z._default(z.strictObject({ caFile: z._default(z.nullable(someText()), null) }), {
    caFile: null,
  }),
  /** Only in the example practice: mailboxes of the local demonstration server, shown on screen. */
  example: z.optional(
    z.strictObject({
      mailboxes: z.array(z.strictObject({ address: z.string(), password: z.string() })),
    }),
  ),
});

export type RecordProfileFile = z.infer<typeof recordProfileSchema>;

export type Export = z.infer<typeof exportSchema>;

/** A profile as it was found: every path absolute, environment variables expanded. */
export interface RecordProfile {
  /** The profile's own path; null for the built-in one. */
  readonly file: string | null;
  readonly recordName: string;
  readonly doctorsFile: string | null;
  readonly sendersFile: string;
  readonly exports: readonly Export[];
  /** PEM texts of the authorities to trust besides the system's. */
  readonly authorities: readonly string[];
  /** Technicians' own providers, beside the profile; null when there is no such file. */
  readonly providersFile: string | null;
  readonly example: RecordProfileFile['example'] | null;
}
