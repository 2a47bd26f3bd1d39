import type { BlockReason, UnknownReason } from '../discovery/finding.ts';
import type { AddressProblem } from '../providers/address.ts';

/** What is said of an address while it is typed. */
export type AddressAnswer =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'incomplete';
      /** What is not written yet; null while nobody has looked. */
      readonly problem: AddressProblem | null;
    }
  | {
      readonly kind: 'malformed';
      readonly problem: AddressProblem;
      readonly suggestion: string | null;
    }
  | { readonly kind: 'looking' }
  | {
      readonly kind: 'known';
      readonly providerName: string | null;
      readonly hint: string | null;
      readonly needsPreparation: boolean;
      /** A likelier address, when the domain looks misspelt. */
      readonly suggestion: string | null;
    }
  | {
      readonly kind: 'blocked';
      readonly reason: BlockReason;
      readonly providerName: string | null;
      readonly hint: string | null;
    }
  | {
      readonly kind: 'unknown';
      readonly reason: UnknownReason;
      readonly suggestion: string | null;
    };

export type PasswordKind = 'account' | 'app-password' | 'smtp-token' | 'unknown';
