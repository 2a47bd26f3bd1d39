import type { KeychainProblem } from '../keychain/keychain.ts';
import type { Doctor } from './doctors.ts';
import type { Sender, SenderStatus } from './senders.ts';

/** A doctor with what is known of the sender, as of today. */
export interface DoctorEntry {
  readonly doctor: Doctor;
  readonly sender: Sender | null;
  readonly status: SenderStatus;
}

/** Everything the wizard shows and changes: one record's doctors and their senders. */
export interface Practice {
  readonly recordName: string;
  /** false: the record exports no doctors, they are typed in. */
  readonly doctorsFromRecord: boolean;
  readonly doctors: readonly DoctorEntry[];
}

/** A file that cannot be used, with the place in it and what is wrong there. */
export interface FileProblem {
  readonly code:
    | 'file-missing'
    | 'file-unreadable'
    | 'file-malformed'
    | 'file-not-writable'
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
    | 'answers';
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
