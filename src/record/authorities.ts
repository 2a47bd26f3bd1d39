import { fail, type Result, succeed } from '../result.ts';
import { type FileProblem, malformed } from './problem.ts';
import { readLenient } from './text-file.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Every certificate of a PEM file (RFC 7468), each on its own. */
export async function readAuthorities(file: string): Promise<Result<string[], FileProblem>> {
  const subject = { which: 'authority', file } as const;
  const text = await readLenient(subject);
  if (!text.ok) return text;
  const certificates = text.value.match(CERTIFICATE) ?? [];
  if (certificates.length === 0) {
    return fail(malformed(subject, 'there is no PEM certificate in the file'));
  }
  const { X509Certificate } = await import('node:crypto');
  for (const pem of certificates) {
    try {
      new X509Certificate(pem);
    } catch (error) {
      const line = text.value.slice(0, text.value.indexOf(pem)).split('\n').length;
      return fail(malformed(subject, (error as Error).message, { line }));
    }
  }
  return succeed(certificates);
}
