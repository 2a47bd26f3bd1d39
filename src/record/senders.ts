import { rename } from 'node:fs/promises';
import path from 'node:path';
import { limitsSchema } from '../providers/catalogue.ts';
import { fail, type Result, succeed } from '../result.ts';
import { portSchema, securitySchema } from '../smtp/server.ts';
import { someText, z } from '../zod.ts';
import { refuseDuplicates } from './duplicates.ts';
import { fileExists } from './files.ts';
import { parseJson } from './json-text.ts';
import { type FileProblem, type FileSubject, fileSystemProblem, malformed } from './problem.ts';
import { decodeUtf8, readUtf8 } from './text-file.ts';
import { validate } from './validate.ts';

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
 * `address`, `smtp`, `credential` are null while a first Mail Plus is awaited, and for a doctor
 * who was typed in and has no sender yet. The record sends when `smtp` and `credential` are there.
 */
export const senderSchema = z.looseObject({
  doctorId: someText(),
  doctorName: z.string(),
  choice: choiceSchema,
  address: z.nullable(z.string()),
  displayName: z.string(),
  provider: z.nullable(z.string()),
  smtp: z.nullable(
    z.looseObject({
      host: someText(),
      port: portSchema,
      security: securitySchema,
      auth: z.literal('password'),
      username: someText(),
    }),
  ),
  credential: z.nullable(z.looseObject({ service: z.string(), account: z.string() })),
  limits: z.looseObject(limitsSchema.shape),
  status: senderStatusSchema,
  verified: z.nullable(z.looseObject({ at: z.iso.datetime(), messageId: z.nullable(z.string()) })),
  /** The last check that failed, while `status` is `failing`. */
  failing: z.optional(z.nullable(z.looseObject({ at: z.iso.datetime(), cause: z.string() }))),
  /** When Mail Plus was asked for, while it is awaited. */
  mailPlusRequestedAt: z.optional(z.nullable(z.iso.datetime())),
});

export type Sender = z.infer<typeof senderSchema>;

export const sendersFileSchema = z.looseObject({
  version: z.literal(1),
  updatedAt: z.iso.datetime(),
  senders: z.array(senderSchema),
});

export type SendersFile = z.infer<typeof sendersFileSchema>;

const VERSION = 1;

/** Parses the text of a senders file. A newer version is told apart: it must not be set aside. */
export function parseSenders(text: string, file: string): Result<SendersFile, FileProblem> {
  const subject: FileSubject = { which: 'senders', file };
  const document = parseJson(text, subject);
  if (!document.ok) return document;
  const { value: root, lineOf } = document.value;
  const version = root !== null && typeof root === 'object' && 'version' in root && root.version;
  if (typeof version === 'number' && version > VERSION) {
    return fail({
      ...malformed(subject, `version ${version}: written by a newer program`, {
        line: lineOf(['version']),
        key: 'version',
      }),
      code: 'file-unreadable',
    });
  }
  const senders = validate(document.value, sendersFileSchema, subject);
  if (!senders.ok) return senders;
  const unique = refuseDuplicates(
    senders.value.senders.map(({ doctorId }, index) => ({
      id: doctorId,
      line: () => lineOf(['senders', index, 'doctorId']),
      key: `senders[${index}].doctorId`,
    })),
    subject,
  );
  return unique.ok ? senders : unique;
}

/** The senders file as it is; null when there is none yet. */
export async function readSenders(file: string): Promise<Result<SendersFile | null, FileProblem>> {
  const text = await readUtf8({ which: 'senders', file });
  if (text.ok) return parseSenders(text.value, file);
  return text.problem.code === 'file-missing' ? succeed(null) : text;
}

/** The bytes of a senders file: UTF-8 without byte order mark, LF, two spaces, newline at the end. */
export function serialiseSenders(senders: SendersFile): Buffer {
  return Buffer.from(`${JSON.stringify(senders, null, 2)}\n`, 'utf8');
}

/** The reverse of `serialiseSenders`, for reading back what was written. */
export function deserialiseSenders(bytes: Buffer, file: string): Result<SendersFile, FileProblem> {
  const text = decodeUtf8(bytes);
  return text === null
    ? fail(malformed({ which: 'senders', file }, 'the file is not UTF-8 text'))
    : parseSenders(text, file);
}

/**
 * Keeps a senders file that cannot be read under another name beside it, so that a new one can be
 * begun. Value: the new path. A file that can be read, or that a newer program wrote, stays.
 */
export async function setSendersAside(
  file: string,
  now: Date,
): Promise<Result<string, FileProblem>> {
  const current = await readSenders(file);
  if (current.ok) {
    const gone = current.value === null;
    const detail = gone ? 'there is no such file' : 'the file can be read by now';
    const code = gone ? 'file-missing' : 'file-busy';
    return fail({ ...malformed({ which: 'senders', file }, detail), code });
  }
  if (['file-unreadable', 'file-is-folder'].includes(current.problem.code)) return current;
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '-');
  const { dir, name } = path.parse(file);
  for (let copy = 1; ; copy += 1) {
    const suffix = copy === 1 ? '' : `-${copy}`;
    const aside = path.join(dir, `${name}.malformed-${stamp}${suffix}.json`);
    if (await fileExists(aside)) continue;
    try {
      await rename(file, aside);
      return succeed(aside);
    } catch (error) {
      return fail(fileSystemProblem({ which: 'senders', file }, error, 'writing'));
    }
  }
}
