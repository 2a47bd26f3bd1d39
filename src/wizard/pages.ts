import { localDay } from '../campaign/phase.ts';
import { campaignView } from './campaign-view.ts';
import { chosenFinding, currentEntry, type WizardContext } from './context.ts';
import { failureActions, retryAt } from './failure-actions.ts';
import { unfinishedView } from './many/batch-page.ts';
import type { PageSource } from './page-source.ts';
import { addressAnswer, needsSender, passwordKind, preparationOf, senderSummary } from './parts.ts';
import { historyRow, practiceRow, recheckSummary } from './practice-parts.ts';
import { buildSender, mailPlusRequest } from './requests.ts';
import { technicalDetails } from './technical.ts';
import type { ChoiceReason, PageView } from './view.ts';

const campaignOf = ({ facts }: PageSource) => campaignView(facts.campaign, localDay(facts.now));

function senderAddress(context: WizardContext): string | null {
  const entry = currentEntry(context);
  return entry?.sender?.address ?? entry?.doctor.sender?.address ?? null;
}

export function problemPage({ context, snapshot }: PageSource): PageView {
  if (!context.problem) return { name: 'loading' };
  const canSetAside = snapshot.matches('problem') && snapshot.can({ type: 'SET_SENDERS_ASIDE' });
  return { name: 'problem', problem: context.problem, canSetAside };
}

export function homePage({ context, snapshot, facts }: PageSource): PageView {
  const practice = context.loaded?.practice;
  return {
    name: 'home',
    doctors: (practice?.doctors ?? []).map((entry) => practiceRow(entry, context, facts)),
    canAddDoctor: practice?.doctorsFromRecord === false,
    setAside: context.setAside,
    unfinished: unfinishedView(context),
    recheck: recheckSummary(context, snapshot.matches('rechecking')),
  };
}

export function nothingToDoPage({ context }: PageSource): PageView {
  const reason = currentEntry(context)?.doctor.contract === 'premium' ? 'premium' : 'mail-plus';
  return { name: 'nothing-to-do', reason, senderAddress: senderAddress(context) };
}

export function whyPage(source: PageSource): PageView {
  const { context } = source;
  return {
    name: 'why',
    status: currentEntry(context)?.status ?? 'none',
    senderAddress: senderAddress(context),
    campaign: campaignOf(source),
  };
}

export function choicePage(source: PageSource): PageView {
  const { context } = source;
  const reason: ChoiceReason | null =
    currentEntry(context)?.status === 'unverified' ? 'has-personal-mailbox' : null;
  return {
    name: 'choice',
    campaign: campaignOf(source),
    previous: context.draft.choice ?? currentEntry(context)?.sender?.choice ?? null,
    advice: reason && { choice: 'personal', reason },
  };
}

export function mailPlusPage(source: PageSource): PageView {
  const { context, facts } = source;
  const { subject, text } = mailPlusRequest(context, facts.campaign.callCentre.email);
  const sender = currentEntry(context)?.sender ?? null;
  return {
    name: 'mail-plus',
    campaign: campaignOf(source),
    request: { subject, text },
    askedAt: sender?.mailPlusRequestedAt ?? null,
    problem: context.saveProblem,
    hasWorkingSender: sender?.smtp != null && sender.verified !== null,
  };
}

export function addressPage({ context, snapshot, facts }: PageSource): PageView {
  const state = snapshot.matches({ doctor: { address: 'answered' } })
    ? 'answered'
    : snapshot.matches({ doctor: { address: 'malformed' } })
      ? 'malformed'
      : snapshot.matches({ doctor: { address: 'incomplete' } })
        ? 'incomplete'
        : 'looking';
  const { address } = context.draft;
  return {
    name: 'address',
    choice: context.draft.choice ?? 'personal',
    address,
    answer: addressAnswer(state, { ...context, address }, facts.suggestAddress(address)),
  };
}

export function blockedPage({ context }: PageSource): PageView {
  const { discovery, language, draft } = context;
  const cannotServe = discovery?.verdict === 'blocked' || discovery?.verdict === 'needs-oauth';
  return {
    name: 'blocked',
    address: draft.address,
    reason: cannotServe ? discovery.reason : 'closed',
    providerName: discovery?.provider?.name ?? null,
    hint: discovery?.provider?.hint?.[language] ?? null,
    hasHelp: discovery?.provider?.help != null,
  };
}

export function preparationPage({ context }: PageSource): PageView {
  const provider = context.discovery?.provider ?? null;
  return {
    name: 'preparation',
    address: context.draft.address,
    providerName: provider?.name ?? '',
    passwordKind: passwordKind(provider),
    optional: preparationOf(provider) === 'some',
    steps: (provider?.preparation?.steps ?? []).map((step) => step[context.language]),
    hasPage: provider?.preparation?.page != null,
    hasHelp: provider?.help != null,
  };
}

export function serverPage({ context }: PageSource): PageView {
  const { discovery, draft } = context;
  const finding = chosenFinding(context);
  const domain = draft.address.slice(draft.address.lastIndexOf('@') + 1);
  return {
    name: 'server',
    address: draft.address,
    reason: discovery?.verdict === 'unknown' ? discovery.reason : 'edited',
    server: {
      host: finding?.host ?? `smtp.${domain}`,
      port: finding?.port ?? 465,
      security: finding?.security ?? 'tls',
    },
    username: finding?.username ?? draft.address,
  };
}

export function passwordPage({ context }: PageSource): PageView {
  const provider = context.discovery?.provider ?? null;
  return {
    name: 'password',
    address: context.draft.address,
    providerName: provider?.name ?? null,
    passwordKind: passwordKind(provider),
    preparation: preparationOf(provider),
    problem: context.passwordProblem,
  };
}

export function testPage({ context }: PageSource): PageView {
  return {
    name: 'test',
    address: context.draft.address,
    providerName: context.discovery?.provider?.name ?? null,
    serverHost: chosenFinding(context)?.host ?? '',
    stages: context.stages,
  };
}

export function failurePage({ context, facts }: PageSource): PageView {
  const { diagnosis } = context;
  if (!diagnosis) return { name: 'loading' };
  const { advice, alternatives } = facts.advise(diagnosis, context);
  return {
    name: 'failure',
    address: context.draft.address,
    cause: diagnosis.cause,
    stage: diagnosis.stage,
    stages: context.stages,
    providerName: context.discovery?.provider?.name ?? null,
    serverHost: chosenFinding(context)?.host ?? '',
    fixableBy: diagnosis.fixableBy,
    advice,
    alternatives,
    ...failureActions(context),
    keepsSender: currentEntry(context)?.sender?.smtp != null,
    retryAt: retryAt(context),
    technical: technicalDetails(context),
  };
}

export function reviewPage({ context, snapshot }: PageSource): PageView {
  const summary = senderSummary(buildSender(context), context.discovery?.provider ?? null, context);
  if (!summary) return { name: 'loading' };
  const current = senderAddress(context);
  return {
    name: 'review',
    summary,
    replaces: current === summary.address ? null : current,
    saving: snapshot.matches({ doctor: { review: 'saving' } }),
    problem: context.saveProblem,
  };
}

export function donePage({ context, facts }: PageSource): PageView {
  const entry = currentEntry(context);
  const sender = context.saved ?? entry?.sender ?? null;
  const provider = sender?.provider ? facts.findProvider(sender.provider) : null;
  const summary = sender && senderSummary(sender, provider, context);
  if (!summary) return { name: 'loading' };
  const next = context.loaded?.practice.doctors.find(
    (other) => other.doctor.id !== context.doctorId && needsSender(other),
  );
  return {
    name: 'done',
    summary,
    mailPlusAskedAt: sender?.mailPlusRequestedAt ?? null,
    messageSent: sender.verified?.messageId != null,
    passwordMissing: context.missingPasswords.includes(sender.doctorId),
    history: context.history.map((entry) => historyRow(entry, sender, context.language, facts)),
    next: next ? { id: next.doctor.id, name: next.doctor.name } : null,
  };
}
