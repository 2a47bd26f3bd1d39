import type { Discover } from '../../discovery/finding.ts';
import { discoverWithServer, discoverWithUsername } from '../../discovery/given-server.ts';
import type { Language } from '../../language.ts';
import type { Answer } from '../../record/answers.ts';
import { loadPractice } from '../../record/practice.ts';
import { rehearseSave } from '../../record/rehearse.ts';
import { succeed } from '../../result.ts';
import type { Secret } from '../../secret.ts';
import type { Services } from '../../services.ts';
import type { ProbeRequest } from '../../smtp/probe.ts';
import type { WizardEffects } from '../effects.ts';
import { drive } from './drive.ts';
import { createTurnstile, runInLanes } from './lanes.ts';
import type { DriveEnd } from './run.ts';

/** Doctors at a time, and logins at a time on one server: bursts are what providers block. */
const AT_A_TIME = { overall: 8, perLane: 2 } as const;

/** Where no window is: a command, and each doctor among many. */
export const NO_SURROUNDINGS = {
  openLink: () => undefined,
  composeMail: () => undefined,
  copy: () => undefined,
  rememberLanguage: () => undefined,
  saveDrafts: () => undefined,
} satisfies Partial<WizardEffects>;

type ForProbe = Omit<ProbeRequest, 'authorities'>;

export interface ManyDoctors {
  readonly answers: readonly Answer[];
  readonly language: Language;
  readonly effects: WizardEffects;
  readonly services: Services;
  /** Goes the whole way but for the save. */
  readonly dryRun: boolean;
  /** Changes what is asked of a server, such as leaving out the message. */
  readonly adaptProbe?: (request: ForProbe) => ForProbe;
  askPassword(answer: Answer): Promise<Secret | null>;
  onStart?(answer: Answer): void;
  onEnd(answer: Answer, end: DriveEnd): void;
  /** Starts no other doctor, and stops those under way that are not being saved. */
  readonly signal?: AbortSignal;
}

/**
 * Sets up many doctors, several at a time with a limit per server. Each one is proven and saved,
 * or not, on its own. Of a doctor whom `signal` kept from starting nothing is heard.
 */
export async function applyMany(task: ManyDoctors): Promise<void> {
  const { answers, language, dryRun, services, signal } = task;
  const effects = effectsForMany(task);
  await runInLanes(answers, laneOf, AT_A_TIME, async (answer) => {
    if (signal?.aborted) return;
    task.onStart?.(answer);
    const end = await drive({
      answer,
      language,
      effects: { ...effects, discover: discoverFor(services, answer) },
      dryRun,
      askPassword: () => task.askPassword(answer),
      rehearseSave: (sender) => rehearseSave(services.profile, sender, effects.now()),
      ...(signal ? { signal } : {}),
    });
    task.onEnd(answer, end);
  });
}

/** The wizard's effects without a window, and with turns at each server. */
function effectsForMany({ effects, services, adaptProbe }: ManyDoctors): WizardEffects {
  const atServer = createTurnstile(AT_A_TIME.perLane);
  return {
    ...effects,
    ...NO_SURROUNDINGS,
    // Nobody sees their answers here. Asked for all the same, the keychain may still be answering
    // when the program ends, which tears it down under the call.
    missingPasswords: async () => [],
    history: async () => [],
    // The profile and the catalogue were read once for all doctors, the senders are for each.
    loadPractice: async () => {
      const practice = await loadPractice(services.profile, services.campaign);
      return practice.ok ? succeed({ practice: practice.value, example: null }) : practice;
    },
    probe: (request, observer) =>
      atServer(request.server.host, () =>
        effects.probe(adaptProbe?.(request) ?? request, observer),
      ),
  };
}

/** Before discovery the server is not known: doctors of one domain share one. */
function laneOf({ smtp, address }: Answer): string {
  return smtp?.host ?? (address ?? '').split('@').at(-1)?.toLowerCase() ?? '';
}

/** What the answers say of the server wins over what discovery finds. */
function discoverFor(services: Services, { smtp, username }: Answer): Discover {
  if (smtp) return discoverWithServer(services, smtp, username ?? null);
  return username ? discoverWithUsername(services.discover, username) : services.discover;
}
