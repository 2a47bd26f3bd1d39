import type { CallCentre } from '../campaign/campaign.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Discover } from '../discovery/finding.ts';
import type { Credential, KeychainProblem } from '../keychain/keychain.ts';
import type { Language } from '../language.ts';
import type { MalformedAddress, ParsedAddress } from '../providers/address.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { Doctor } from '../record/doctors.ts';
import type { HistoryEntry } from '../record/history.ts';
import type { FileProblem, Practice, PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { Sender } from '../record/senders.ts';
import type { Result } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { Evidence } from '../smtp/evidence.ts';
import type { ProbeObserver, ProbeRequest, ProbeResult } from '../smtp/probe.ts';
import type { HandoutOrder, HandoutOutcome } from './handout-order.ts';
import type { Run, RunObserver } from './many/run.ts';
import type { RecheckOutcome } from './recheck.ts';
import type { DemoMailbox } from './view.ts';

/** What loading brings: the practice, and in the example practice the mailboxes to show. */
export interface Loaded {
  readonly practice: Practice;
  readonly example: { readonly mailboxes: readonly DemoMailbox[] } | null;
}

export interface OutgoingMail {
  readonly to: string | null;
  readonly subject: string;
  readonly text: string;
}

/** Everything the flow does to the world. Tests give their own; the product gives real ones. */
export interface WizardEffects {
  readonly callCentre: CallCentre;
  loadPractice(): Promise<Result<Loaded, PracticeProblem>>;
  /** Keeps an unreadable senders file as it is, under another name; value: that name. */
  setSendersAside(): Promise<Result<string, FileProblem>>;
  checkKeychain(): Promise<Result<void, KeychainProblem>>;
  recallPassword(credential: Credential): Promise<Result<Secret | null, KeychainProblem>>;
  findProvider(id: string): Provider | null;
  parseAddress(text: string): Result<ParsedAddress, MalformedAddress>;
  readonly discover: Discover;
  /** The probe, with the practice's own authorities. */
  probe(request: Omit<ProbeRequest, 'authorities'>, observer: ProbeObserver): Promise<ProbeResult>;
  diagnose(evidence: Evidence, provider: Provider | null, password: Secret): Promise<Diagnosis>;
  /** The diagnosis of an error line that another program reported. */
  explain(error: string, provider: Provider | null): Promise<Diagnosis>;
  saveSender(sender: Sender, password: Secret): Promise<Result<void, SaveProblem>>;
  recordMailPlusRequest(doctor: Doctor, at: Date): Promise<Result<void, SaveProblem>>;
  /** Checks a stored sender with its stored password; rejects when aborted. */
  recheck(doctorId: string, signal: AbortSignal): Promise<RecheckOutcome>;
  /**
   * Sets up many doctors at once, each proven and saved, or not, on its own. Ends when all that
   * began has ended; once aborted, no other begins.
   */
  setUpMany(run: Run, observer: RunObserver, signal: AbortSignal): Promise<void>;
  /** Which doctors' senders have no password in this user's keychain. */
  missingPasswords(senders: readonly Sender[]): Promise<readonly string[]>;
  /** The last changes of a doctor's sender, the newest first. */
  history(doctorId: string): Promise<readonly HistoryEntry[]>;
  /** Prints a sheet or saves it as a PDF, where the person says. */
  handOut(order: HandoutOrder): Promise<HandoutOutcome>;
  openLink(url: string): void;
  composeMail(mail: OutgoingMail): void;
  copy(text: string): void;
  rememberLanguage(language: Language): void;
  saveDrafts(drafts: unknown): void;
  now(): Date;
}
