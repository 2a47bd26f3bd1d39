import { type Result, succeed } from '../result.ts';
import { type Address, connect, resolve } from './connect.ts';
import { Dialogue } from './dialogue.ts';
import type { Evidence } from './evidence.ts';
import { greetOrSuspect, observe, type Scene } from './experiments.ts';
import { createRedact } from './redact.ts';
import type { ProbeObserver, ProbeOptions, ProbeRequest, ProbeResult } from './request.ts';
import type { Security } from './server.ts';
import { createStageRunner, type StageRunner, type StageTrouble, within } from './stages.ts';
import { data, greet, hello, login, mailFrom, recipient, type Seen, secure } from './steps.ts';
import { tlsOptions } from './tls.ts';
import { createTranscript, type Transcript } from './transcript.ts';
import { done, type Step } from './trouble.ts';

const COURSE = {
  starttls: ['greeting', 'ehlo', 'tls', 'auth', 'mail-from', 'rcpt-to'],
  tls: ['tls', 'greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to'],
} as const satisfies Record<Security, readonly string[]>;

type SessionStage = (typeof COURSE)[Security][number];

/** One run of the probe: it owns the connection, and leaves nothing open whatever happens. */
export class Attempt {
  readonly #settings: Required<ProbeOptions>;
  readonly #request: ProbeRequest;
  readonly #signal: AbortSignal | undefined;
  readonly #runner: StageRunner;
  readonly #transcript: Transcript;
  readonly #redact: (text: string) => string;
  readonly #seen: Seen = { tls: null, capabilities: null };
  #addresses: readonly Address[] = [];
  #dialogue: Dialogue | null = null;

  constructor(settings: Required<ProbeOptions>, request: ProbeRequest, observer: ProbeObserver) {
    this.#settings = settings;
    this.#request = request;
    this.#signal = observer.signal;
    this.#redact = createRedact(request.password);
    this.#transcript = createTranscript(this.#redact);
    this.#runner = createStageRunner(settings.limits, observer);
  }

  /** @throws the reason of the observer's signal, when that aborts */
  async run(): Promise<ProbeResult> {
    try {
      const reached = await this.#reach();
      const outcome = reached.ok ? await this.#converse(reached.value) : reached;
      if (outcome.ok || !outcome.problem.trouble.timedOut) await this.#sayGoodbye();
      return {
        ok: outcome.ok,
        stages: this.#runner.results,
        failure: outcome.ok ? null : await this.#evidence(outcome.problem),
        messageId: outcome.ok ? outcome.value : null,
        transcript: this.#transcript.lines,
      };
    } finally {
      this.#dialogue?.destroy();
    }
  }

  async #reach(): Promise<Result<Dialogue, StageTrouble>> {
    const { server, authorities } = this.#request;
    const { resolver, limits } = this.#settings;
    const resolved = await this.#runner.run('dns', () => resolve(server.host, resolver));
    if (!resolved.ok) return resolved;
    this.#addresses = resolved.value;
    return this.#runner.run('tcp', async (signal) => {
      const connecting = connect(this.#addresses, server.port, signal);
      // Whom this computer trusts is read meanwhile: it takes as long as a round trip.
      const tls = tlsOptions(server, authorities);
      const connected = await connecting;
      if (!connected.ok) return connected;
      const { socket, address } = connected.value.value;
      this.#addresses = [address];
      const dialogue = new Dialogue({
        socket,
        server,
        tls,
        replyBytes: limits.replyBytes,
        transcript: this.#transcript,
        redact: this.#redact,
      });
      this.#dialogue = dialogue;
      return done(dialogue, connected.value.detail);
    });
  }

  /** @returns the Message-ID of the accepted message, or null where none was to be sent */
  async #converse(dialogue: Dialogue): Promise<Result<string | null, StageTrouble>> {
    const { message, server } = this.#request;
    for (const stage of COURSE[server.security]) {
      const passed = await this.#runner.run(stage, (signal) => this.#step(stage, dialogue, signal));
      if (!passed.ok) return passed;
    }
    if (message === null) return succeed(null);
    const date = this.#settings.clock();
    return this.#runner.run('data', () => data(dialogue, this.#request, message, date));
  }

  #step(stage: SessionStage, dialogue: Dialogue, signal: AbortSignal): Promise<Step<null>> {
    const request = this.#request;
    const seen = this.#seen;
    const startTls = request.server.security === 'starttls';
    switch (stage) {
      case 'greeting': {
        const greeting = greet(dialogue);
        const suspicious = startTls && this.#settings.experiments;
        return suspicious ? greetOrSuspect(greeting, this.#scene(signal)) : greeting;
      }
      case 'ehlo':
        return hello(dialogue, seen);
      case 'tls':
        return secure(dialogue, startTls, seen);
      case 'auth':
        return login(dialogue, request, seen);
      case 'mail-from':
        return mailFrom(dialogue, request, seen);
      case 'rcpt-to':
        return recipient(dialogue, request);
    }
  }

  /** QUIT, because some servers hold a connection that just ends against the client. */
  async #sayGoodbye(): Promise<void> {
    const dialogue = this.#dialogue;
    if (!dialogue) return;
    const { quit } = this.#settings.limits;
    await within<unknown>(quit, () => dialogue.command('QUIT'), null, this.#signal);
  }

  async #evidence(problem: StageTrouble): Promise<Evidence> {
    const { server, username } = this.#request;
    const { stage, trouble } = problem;
    const scene = this.#scene(this.#signal);
    this.#dialogue?.destroy();
    return {
      stage,
      server,
      username,
      error: trouble.error,
      timedOut: trouble.timedOut,
      reply: trouble.reply,
      tls: this.#seen.tls,
      greeting: this.#dialogue?.greetingText ?? null,
      capabilities: this.#seen.capabilities,
      observations: this.#settings.experiments ? await observe(problem, scene) : [],
    };
  }

  #scene(signal: AbortSignal | undefined): Scene {
    return {
      server: this.#request.server,
      addresses: this.#addresses,
      limits: this.#settings.limits,
      resolver: this.#settings.resolver,
      landmark: this.#settings.landmark,
      ...(signal ? { signal } : {}),
    };
  }
}
