import { z } from '../zod.ts';

/** `tls` is implicit TLS (RFC 8314, section 3); `starttls` is STARTTLS, required (RFC 3207). */
export const securitySchema = z.enum(['tls', 'starttls']);

export type Security = z.infer<typeof securitySchema>;

const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/** Where and how a submission server is reached. There is no plain text. */
export const smtpServerSchema = z.object({
  host: z.string().trim().toLowerCase().regex(HOST_NAME).or(z.ipv4()).or(z.ipv6()),
  port: z.number().int().min(1).max(65535),
  security: securitySchema,
});

export type SmtpServer = z.infer<typeof smtpServerSchema>;
