import type { FileProblem } from '../record/practice.ts';
import type { DoctorHandout } from './events.ts';

/** A sheet that was asked for, and what became of it. */
export type HandoutView = { readonly kind: DoctorHandout | 'work-report' } & (
  | { readonly state: 'working' | 'printed' }
  /** `file`: absolute path. */
  | { readonly state: 'saved'; readonly file: string }
  | { readonly state: 'not-saved'; readonly problem: FileProblem }
  /** `detail`: for technicians, in English. */
  | { readonly state: 'not-made' | 'not-printed'; readonly detail: string }
);
