import type { KeychainProblem } from '../keychain/keychain.ts';

/** A file that cannot be used, with the place in it and what is wrong there. */
export interface FileProblem {
  readonly code:
    | 'file-missing'
    | 'file-unreadable'
    | 'file-malformed'
    | 'file-not-writable'
    | 'file-is-folder'
    | 'folder-missing'
    | 'file-busy'
    | 'disk-full'
    | 'duplicate-id'
    | 'value-not-writable';
  readonly which:
    | 'profile'
    | 'doctors'
    | 'senders'
    | 'export'
    | 'authority'
    | 'providers'
    | 'answers'
    | 'report'
    | 'campaign'
    | 'handout';
  readonly file: string;
  /** 1-based line, or null. */
  readonly line: number | null;
  /** Path of the key inside the file, such as `doctors[2].id`, or null. */
  readonly key: string | null;
  /** For technicians, in English. */
  readonly detail: string;
}

export type PracticeProblem = FileProblem | KeychainProblem;

/** Why a save did not happen. `restored`: whether everything is as it was before. */
export type SaveProblem = (
  | FileProblem
  | KeychainProblem
  | { readonly code: 'read-back-differs'; readonly detail: string }
) & {
  readonly restored: boolean;
};

/** What a FileProblem is about, before anything is known to be wrong with it. */
export interface FileSubject {
  readonly which: FileProblem['which'];
  readonly file: string;
}

/** A problem with the content of a file; `place` says where in it, as far as known. */
export function malformed(
  subject: FileSubject,
  detail: string,
  place: { readonly line?: number | null; readonly key?: string | null } = {},
): FileProblem {
  return {
    code: 'file-malformed',
    which: subject.which,
    file: subject.file,
    line: place.line ?? null,
    key: place.key ?? null,
    detail,
  };
}

const READ_CODES: Readonly<Record<string, FileProblem['code']>> = {
  ENOENT: 'file-missing',
  ENOTDIR: 'file-missing',
  EBUSY: 'file-busy',
  EISDIR: 'file-is-folder',
};

const WRITE_CODES: Readonly<Record<string, FileProblem['code']>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EBUSY: 'file-busy',
  ELOCKED: 'file-busy',
  EISDIR: 'file-is-folder',
};

/** A new file is not there before it is made: what these miss then is its folder. */
const MAKING = new Set(['open', 'mkdir']);

/** Turns an error of the file system into a typed problem; any other error is a bug and thrown. */
export function fileSystemProblem(
  subject: FileSubject,
  error: unknown,
  doing: 'reading' | 'writing',
): FileProblem {
  const code = errorCode(error);
  if (code === null) throw error;
  const known = doing === 'reading' ? READ_CODES[code] : writeProblem(code, error);
  return {
    code: known ?? (doing === 'reading' ? 'file-unreadable' : 'file-not-writable'),
    which: subject.which,
    file: subject.file,
    line: null,
    key: null,
    detail: (error as Error).message,
  };
}

function writeProblem(code: string, error: unknown): FileProblem['code'] | undefined {
  const { syscall } = error as NodeJS.ErrnoException;
  if (READ_CODES[code] === 'file-missing' && MAKING.has(syscall ?? '')) return 'folder-missing';
  return WRITE_CODES[code];
}

/** The `code` of a system error, such as `ENOENT`; null for every other value. */
export function errorCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}
