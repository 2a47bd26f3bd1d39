import { z } from '../zod.ts';

/** `tls` is implicit TLS (RFC 8314, section 3); `starttls` is STARTTLS, required (RFC 3207). */
export const securitySchema = z.enum(['tls', 'starttls']);

export type Security = z.infer<typeof securitySchema>;

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

export const portSchema = z.int().check(z.minimum(1), z.maximum(65535));

/** Where and how a submission server is reached. There is no plain text. */
export const smtpServerSchema = z.object({
  host: z.union([
    z.string().check(z.trim(), z.toLowerCase(), z.regex(HOST_NAME)),
    z.ipv4(),
    z.ipv6(),
  ]),
  port: portSchema,
  security: securitySchema,
});

export type SmtpServer = z.infer<typeof smtpServerSchema>;
