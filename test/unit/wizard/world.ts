import type { Discovery } from '../../../src/discovery/finding.ts';
import { type Provider, UNKNOWN_LIMITS } from '../../../src/providers/catalogue.ts';
import type { DoctorEntry } from '../../../src/record/practice.ts';
import type { Sender } from '../../../src/record/senders.ts';
import { fail, succeed } from '../../../src/result.ts';
import type { Evidence } from '../../../src/smtp/evidence.ts';
import type { ProbeObserver, ProbeResult } from '../../../src/smtp/probe.ts';
import type { Loaded, WizardEffects } from '../../../src/wizard/effects.ts';
import type { ViewFacts } from '../../../src/wizard/page-source.ts';
import { diagnosisOf } from '../diagnosis/diagnosis-of.ts';

export const PASSWORD = 'canary-Pa55-word';

const both = (text: string) => ({ it: text, en: text, de: text });

export function provider(changes: Partial<Provider> = {}): Provider {
  return {
    id: 'example',
    name: 'Posta di esempio',
    kind: 'mailbox',
    domains: ['example.com'],
    mx: [],
    ns: [],
    mxRanges: [],
    servers: [
      { host: 'smtp.example.com', port: 465, security: 'tls' },
      { host: 'smtp.example.com', port: 587, security: 'starttls' },
    ],
    username: 'address',
    password: 'account',
    state: 'works',
    hint: both('Serve la password della casella.'),
    preparation: null,
    help: 'https://example.com/help',
    limits: UNKNOWN_LIMITS,
    limitsNote: null,
    from: null,
    sources: [{ url: 'https://example.com/help', where: null, date: '2026', fact: 'servers' }],
    checked: '2026-11-22',
    ...changes,
  };
}

export function found(address: string, by: Provider = provider()): Discovery {
  const findings = by.servers.map((server) => ({
    ...server,
    username: address,
    source: 'catalogue' as const,
    trust: 'high' as const,
  }));
  return { address, provider: by, findings, verdict: 'ok' };
}

export const blocked = (address: string): Discovery => ({
  address,
  provider: null,
  findings: [],
  verdict: 'blocked',
  reason: 'pec',
});

export const nothingFound = (address: string): Discovery => ({
  address,
  provider: null,
  findings: [],
  verdict: 'unknown',
  reason: 'nothing-found',
});

export const offline = (address: string): Discovery => ({
  address,
  provider: null,
  findings: [],
  verdict: 'unknown',
  reason: 'no-network',
});

export const domainNotFound = (address: string): Discovery => ({
  address,
  provider: null,
  findings: [],
  verdict: 'unknown',
  reason: 'domain-not-found',
});

export function preparedProvider(): Provider {
  return provider({
    id: 'prepared',
    password: 'app-password',
    state: 'needs-preparation',
    preparation: { steps: [both('Apri la pagina.')], page: 'https://example.com/app' },
  });
}

export function entry(id: string, changes: Partial<DoctorEntry> = {}): DoctorEntry {
  return {
    doctor: { id, name: `Dott. ${id}`, contract: 'standard', sender: null },
    sender: null,
    status: 'legacy',
    ...changes,
  };
}

export function storedSender(doctorId: string, changes: Partial<Sender> = {}): Sender {
  return {
    doctorId,
    doctorName: `Dott. ${doctorId}`,
    choice: 'personal',
    address: `${doctorId}@example.com`,
    displayName: `Dott. ${doctorId}`,
    provider: 'example',
    smtp: {
      host: 'smtp.example.com',
      port: 465,
      security: 'tls',
      auth: 'password',
      username: `${doctorId}@example.com`,
    },
    credential: { service: 'Mittente:smtp.example.com', account: `${doctorId}@example.com` },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: { at: '2026-11-01T10:00:00.000Z', messageId: '<1@example.com>' },
    ...changes,
  };
}

export function practice(...doctors: DoctorEntry[]): Loaded {
  return {
    practice: { recordName: 'Cartella di prova', doctorsFromRecord: true, doctors },
    example: null,
  };
}

export const PASSED: ProbeResult = {
  ok: true,
  stages: [{ stage: 'data', ok: true, ms: 10, detail: '250 2.0.0 queued' }],
  failure: null,
  messageId: '<proof@example.com>',
  transcript: [],
};

export const REFUSAL: Evidence = {
  stage: 'auth',
  server: { host: 'smtp.example.com', port: 465, security: 'tls' },
  username: 'mario@example.com',
  error: null,
  timedOut: false,
  reply: { code: 535, enhanced: '5.7.8', text: 'Error: authentication failed' },
  tls: null,
  greeting: null,
  capabilities: null,
  observations: [],
};

export const REFUSAL_DIAGNOSED = diagnosisOf({ evidence: REFUSAL });

export const REFUSED: ProbeResult = {
  ok: false,
  stages: [{ stage: 'auth', ok: false, ms: 10, detail: '535 5.7.8' }],
  failure: REFUSAL,
  messageId: null,
  transcript: ['S: 535 5.7.8 Error: authentication failed'],
};

export interface Deed {
  readonly name: string;
  readonly details: readonly unknown[];
}

/** Effects that do nothing by themselves: the test says what each one brings, and when. */
export function createWorld(changes: Partial<WizardEffects> = {}) {
  const pending = new Map<string, ((value: never) => void)[]>();
  const deeds: Deed[] = [];
  const observers: ProbeObserver[] = [];

  const later =
    (name: string) =>
    (...details: unknown[]) => {
      deeds.push({ name, details });
      return new Promise<never>((resolve) => {
        pending.set(name, [...(pending.get(name) ?? []), resolve]);
      });
    };
  const note =
    (name: string) =>
    (...details: unknown[]) =>
      void deeds.push({ name, details });

  const effects: WizardEffects = {
    callCentre: { phone: '09741926702', email: null },
    loadPractice: later('loadPractice'),
    setSendersAside: later('setSendersAside'),
    checkKeychain: later('checkKeychain'),
    recallPassword: later('recallPassword'),
    discover: later('discover'),
    saveSender: later('saveSender'),
    recordMailPlusRequest: later('recordMailPlusRequest'),
    recheck: later('recheck'),
    missingPasswords: later('missingPasswords'),
    setUpMany: later('setUpMany'),
    history: later('history'),
    handOut: later('handOut'),
    findProvider: () => provider(),
    probe: (request, observer) => {
      observers.push(observer);
      return later('probe')(request, observer);
    },
    parseAddress: (text) =>
      /^\S+@\S+\.\S+$/.test(text.trim())
        ? succeed({ address: text.trim(), localPart: '', domain: '' })
        : fail(
            text.includes(',')
              ? { problem: 'comma', suggestion: text.replace(',', '.') }
              : { problem: text.includes('@') ? 'no-dot' : 'no-at-sign', suggestion: null },
          ),
    diagnose: async (evidence) => ({ ...REFUSAL_DIAGNOSED, stage: evidence.stage, evidence }),
    explain: async (error) => ({
      ...REFUSAL_DIAGNOSED,
      cause: error.includes('quota') ? 'daily-quota-exceeded' : 'wrong-credentials',
      evidence: null,
    }),
    openLink: note('openLink'),
    composeMail: note('composeMail'),
    copy: note('copy'),
    rememberLanguage: note('rememberLanguage'),
    saveDrafts: note('saveDrafts'),
    now: () => new Date('2026-11-22T10:15:00.000Z'),
    ...changes,
  };

  return {
    effects,
    deeds,
    observers,
    /** Lets the oldest effect of this name that is still under way end with this value. */
    async bring(name: string, value: unknown): Promise<void> {
      const resolve = pending.get(name)?.shift();
      if (!resolve) throw new Error(`nothing waits for ${name}`);
      resolve(value as never);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    },
    waitsFor: (name: string) => (pending.get(name)?.length ?? 0) > 0,
    deedsOf: (name: string) => deeds.filter((deed) => deed.name === name),
  };
}

export const FACTS: ViewFacts = {
  campaign: {
    version: 1,
    legacy: { domains: ['legacy.test'], blockedOn: '2022-03-17', reasons: ['bursts'] },
    switchOver: { from: '2022-04-01', until: '2022-10-01' },
    mailPlus: {
      pricePerYear: 30,
      vatPercent: 22,
      currency: 'EUR',
      paidFrom: '2023-01-01',
      domains: [],
      smtp: null,
    },
    callCentre: { phone: '09741926702', email: null },
    source: 'test',
  },
  now: new Date('2026-11-22T10:15:00.000Z'),
  findProvider: () => provider(),
  suggestAddress: () => null,
  causeTitle: ({ cause }) => `Titolo di ${cause}`,
  advise: () => ({
    advice: {
      title: 'La password non è stata accettata',
      happened: 'Succede.',
      steps: ['Riprova.'],
    },
    alternatives: [],
  }),
};
