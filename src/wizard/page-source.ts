import type { SnapshotFrom } from 'xstate';
import type { Campaign } from '../campaign/campaign.ts';
import type { Advice, Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Language } from '../language.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { Sender } from '../record/senders.ts';
import type { WizardContext } from './context.ts';
import type { wizardMachine } from './machine.ts';

export type WizardSnapshot = SnapshotFrom<ReturnType<typeof wizardMachine>>;

/** A cause with as much of its diagnosis as its title needs. */
export interface FoundCause {
  readonly cause: string;
  readonly product: string | null;
}

/** What a view needs besides the snapshot. */
export interface ViewFacts {
  readonly campaign: Campaign;
  readonly now: Date;
  findProvider(id: string): Provider | null;
  /** A likelier address when the domain looks misspelt, or null. */
  suggestAddress(text: string): string | null;
  /** A cause in few words; null for one that only a newer version knows. */
  causeTitle(
    found: FoundCause,
    sender: Pick<Sender, 'provider' | 'address'> | null,
    language: Language,
  ): string | null;
  advise(
    diagnosis: Diagnosis,
    context: WizardContext,
  ): { readonly advice: Advice; readonly alternatives: readonly string[] };
}

/** What a page is made from. */
export interface PageSource {
  readonly context: WizardContext;
  readonly facts: ViewFacts;
  readonly snapshot: WizardSnapshot;
}
