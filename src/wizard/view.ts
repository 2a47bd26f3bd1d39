import type { Phase } from '../campaign/phase.ts';
import type { Cause, FixableBy } from '../diagnosis/cause.ts';
import type { Advice } from '../diagnosis/diagnosis.ts';
import type { BlockReason, UnknownReason } from '../discovery/finding.ts';
import type { Language } from '../language.ts';
import type { Limits } from '../providers/catalogue.ts';
import type { Pace } from '../providers/pace.ts';
import type { PracticeProblem, SaveProblem } from '../record/practice.ts';
import type { Choice, SenderStatus } from '../record/senders.ts';
import type { Stage } from '../smtp/evidence.ts';
import type { Security, SmtpServer } from '../smtp/server.ts';
import type { AddressAnswer, PasswordKind } from './address-view.ts';
import type { Step } from './events.ts';
import type { HandoutView } from './handout-view.ts';
import type { BatchPage, UnfinishedBatch } from './many/batch-view.ts';
import type { HistoryRow, PracticeRow, RecheckSummary } from './practice-view.ts';

/**
 * What the window shows: plain data, made from the machine's snapshot, without any secret.
 * Texts that depend on data files (hints, advice) come in the person's language; all other
 * words are the renderer's, from `src/texts`.
 */
export interface WizardView {
  readonly language: Language;
  readonly recordName: string;
  readonly callCentre: { readonly phone: string; readonly email: string | null };
  /** Today, ISO 8601 date, as the machine sees it. */
  readonly today: string;
  /** Set in the example practice only: the demonstration mailboxes, to be shown in the banner. */
  readonly example: { readonly mailboxes: readonly DemoMailbox[] } | null;
  readonly doctor: { readonly id: string; readonly name: string } | null;
  readonly steps: StepsView;
  readonly canGoBack: boolean;
  /** Whether there is a list of several doctors to go home to. */
  readonly canGoHome: boolean;
  /** Grows with every copy that was made, so that the window can say so; null before. */
  readonly lastCopied: { readonly what: CopyKind; readonly count: number } | null;
  /** A newer version of the program that can be installed now; only the desktop program knows. */
  readonly update: { readonly version: string } | null;
  /** The sheet that was asked for last, and what became of it; null: none, or it was let be. */
  readonly handout: HandoutView | null;
  readonly page: PageView;
}

export type { AddressAnswer, PasswordKind } from './address-view.ts';
export type { HandoutView } from './handout-view.ts';
export type { DoctorAction, DoctorRow } from './practice-view.ts';

export interface DemoMailbox {
  readonly address: string;
  readonly password: string;
}

export type CopyKind =
  | 'technical-details'
  | 'mail-plus-request'
  | 'sender-summary'
  | 'patients-message';

export interface StepsView {
  readonly current: Step | null;
  /** Steps behind us, ticked, in order. */
  readonly done: readonly Step[];
  /** Those of them that may be clicked now. */
  readonly open: readonly Step[];
}

export interface CampaignView {
  readonly phase: Phase;
  readonly legacyDomain: string;
  readonly blockedOn: string;
  readonly reasons: readonly ('bursts' | 'marked-as-spam')[];
  readonly from: string;
  readonly until: string;
  readonly mailPlus: {
    readonly pricePerYear: number;
    readonly pricePerYearWithVat: number;
    readonly vatPercent: number;
    readonly currency: string;
    readonly paidFrom: string;
    /** Whether it already costs, today. */
    readonly paid: boolean;
  };
}

export interface StageView {
  readonly stage: Stage;
  readonly state: 'waiting' | 'running' | 'ok' | 'failed';
  /** The running stage takes longer than usual. */
  readonly slow: boolean;
}

export type FailureAction =
  | 'retry'
  | 'wait-and-retry'
  | 'retype-password'
  | 'try-other-server'
  | 'open-provider-page'
  | 'change-address'
  | 'choose-mail-plus'
  | 'edit-server';

export interface SenderSummary {
  readonly address: string;
  readonly displayName: string;
  readonly choice: Choice;
  readonly providerName: string | null;
  readonly server: SmtpServer;
  readonly username: string;
  readonly limits: Limits;
  readonly limitsNote: string | null;
  readonly pace: Pace;
  readonly verifiedAt: string;
  /** The mailbox that the test message was handed over for. */
  readonly messageTo: string;
}

export type PageView =
  | { readonly name: 'loading' }
  | {
      readonly name: 'problem';
      readonly problem: PracticeProblem;
      readonly canSetAside: boolean;
    }
  | {
      readonly name: 'home';
      readonly doctors: readonly PracticeRow[];
      readonly canAddDoctor: boolean;
      /** Where an unreadable senders file was kept, after SET_SENDERS_ASIDE. */
      readonly setAside: string | null;
      /** Doctors set up together, some of whom are still missing. */
      readonly unfinished: UnfinishedBatch | null;
      /** The check of many senders, running or last; null before one was started. */
      readonly recheck: RecheckSummary | null;
    }
  | BatchPage
  | {
      readonly name: 'why';
      readonly status: SenderStatus;
      readonly senderAddress: string | null;
      readonly campaign: CampaignView;
    }
  | {
      readonly name: 'nothing-to-do';
      readonly reason: 'premium' | 'mail-plus';
      readonly senderAddress: string | null;
    }
  | {
      readonly name: 'choice';
      readonly campaign: CampaignView;
      readonly previous: Choice | null;
      /** Which one fits this doctor better, and why; null when neither does. */
      readonly advice: { readonly choice: Choice; readonly reason: ChoiceReason } | null;
    }
  | {
      readonly name: 'mail-plus';
      readonly campaign: CampaignView;
      /** The ready-to-send text of the request. */
      readonly request: { readonly subject: string; readonly text: string };
      /** When it was asked for, ISO 8601, or null. */
      readonly askedAt: string | null;
      /** Present when recording the request failed. */
      readonly problem: SaveProblem | null;
      readonly hasWorkingSender: boolean;
    }
  | {
      readonly name: 'address';
      readonly choice: Choice;
      readonly address: string;
      readonly answer: AddressAnswer;
    }
  | {
      readonly name: 'preparation';
      readonly address: string;
      readonly providerName: string;
      readonly passwordKind: PasswordKind;
      /** Only some need these steps: the mailbox's own password may be enough. */
      readonly optional: boolean;
      readonly steps: readonly string[];
      readonly hasPage: boolean;
      readonly hasHelp: boolean;
    }
  | {
      readonly name: 'blocked';
      readonly address: string;
      readonly reason: BlockReason;
      readonly providerName: string | null;
      readonly hint: string | null;
      readonly hasHelp: boolean;
    }
  | {
      readonly name: 'server';
      readonly address: string;
      readonly reason: UnknownReason | 'edited';
      readonly server: {
        readonly host: string;
        readonly port: number;
        readonly security: Security;
      };
      readonly username: string;
    }
  | {
      readonly name: 'password';
      readonly address: string;
      readonly providerName: string | null;
      readonly passwordKind: PasswordKind;
      /** Whom the provider's steps are for; null: there are none. */
      readonly preparation: 'all' | 'some' | null;
      readonly problem: 'empty' | 'line-break' | 'not-accepted' | null;
    }
  | {
      readonly name: 'test';
      readonly address: string;
      readonly providerName: string | null;
      readonly serverHost: string;
      readonly stages: readonly StageView[];
    }
  | {
      readonly name: 'failure';
      readonly address: string;
      readonly cause: Cause;
      readonly stage: Stage;
      readonly stages: readonly StageView[];
      readonly providerName: string | null;
      readonly serverHost: string;
      readonly fixableBy: FixableBy;
      readonly advice: Advice;
      /** What else it may be, most likely first, as short titles. */
      readonly alternatives: readonly string[];
      readonly primary: FailureAction;
      readonly secondary: readonly FailureAction[];
      /** A sender was stored before, which this test did not change. */
      readonly keepsSender: boolean;
      /** ISO 8601 instant before which a retry makes no sense, or null. */
      readonly retryAt: string | null;
      /** For technicians: cause, server, replies and the dialogue, without secrets. */
      readonly technical: readonly string[];
    }
  | {
      readonly name: 'review';
      readonly summary: SenderSummary;
      readonly replaces: string | null;
      readonly saving: boolean;
      readonly problem: SaveProblem | null;
    }
  | {
      readonly name: 'done';
      readonly summary: SenderSummary;
      readonly mailPlusAskedAt: string | null;
      /** The last proof was a message, and not only the permission to send one. */
      readonly messageSent: boolean;
      /** This user's keychain lacks the sender's password: another account set it up. */
      readonly passwordMissing: boolean;
      /** The last changes, the newest first. */
      readonly history: readonly HistoryRow[];
      /** Another doctor of the practice who still needs a sender, or null. */
      readonly next: { readonly id: string; readonly name: string } | null;
    };

export type PageName = PageView['name'];

/** Why one choice fits this doctor better. */
export type ChoiceReason = 'has-personal-mailbox';
