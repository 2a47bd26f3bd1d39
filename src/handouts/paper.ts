import { fail, type Result } from '../result.ts';
import type { Handout } from './handout.ts';

/** Why a sheet could not be made or printed; for technicians, in English. */
export interface PaperFault {
  readonly detail: string;
}

/** What a desktop does with sheets. */
export interface Paper {
  /** By the system's own dialog; `cancelled` when the person let it be. */
  print(handout: Handout): Promise<Result<'printed' | 'cancelled', PaperFault>>;
  /** The bytes of the PDF. */
  pdf(handout: Handout): Promise<Result<Uint8Array, PaperFault>>;
  /** Where the person wants the file, an absolute path; null when they let it be. */
  askWhere(fileName: string): Promise<string | null>;
}

const noDesktop = async () => fail({ detail: 'there is no desktop to print from' });

/** Where there is no window: in a command. */
export const NO_PAPER: Paper = { print: noDesktop, pdf: noDesktop, askWhere: async () => null };
