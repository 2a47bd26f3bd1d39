import { connect as open } from 'node:net';
import { connect as openTls } from 'node:tls';
import { type Address, connect, type Resolver, resolve } from './connect.ts';
import type { Observation } from './evidence.ts';
import type { Landmark } from './landmark.ts';
import type { ProbeLimits } from './limits.ts';
import type { SmtpServer } from './server.ts';
import { type StageTrouble, within } from './stages.ts';
import { failed, type Step } from './trouble.ts';

/** The two ports of submission (RFC 8314, section 3.3), each with its own security. */
const STANDARD: readonly Pick<SmtpServer, 'port' | 'security'>[] = [
  { port: 465, security: 'tls' },
  { port: 587, security: 'starttls' },
];

/** TLS errors that a server which speaks something else, or nothing yet, brings about. */
const MISUNDERSTOOD =
  /WRONG_VERSION_NUMBER|PACKET_LENGTH|UNKNOWN_PROTOCOL|ECONNRESET|ECONNECTION|EPROTO|ETLS|ETIMEDOUT|RECORD_TYPE|HTTP_REQUEST/;

/** A certificate that is another's, or vouched for by nobody we know. */
const FOREIGN_CERTIFICATE = /ALTNAME|SELF_SIGNED|UNABLE_TO|SIGNATURE_FAILURE|CERT_UNTRUSTED/;

/** Codes of a resolver that did not answer, as against one that said no. */
const MUTE_RESOLVER = new Set(['EAI_AGAIN', 'EAI_FAIL', 'ETIMEOUT', 'ETIMEDOUT', 'ECONNREFUSED']);

export interface Scene {
  readonly server: SmtpServer;
  readonly addresses: readonly Address[];
  readonly limits: ProbeLimits;
  readonly resolver: Resolver;
  readonly landmark: Landmark;
  readonly signal?: AbortSignal;
}

/**
 * Looks again, for a few seconds at most, where one failure has several explanations. Nothing is
 * sent but the first bytes of a TLS handshake or a plain web request, and never a credential.
 */
export async function observe(
  { stage, trouble }: StageTrouble,
  scene: Scene,
): Promise<readonly Observation[]> {
  const { server, addresses } = scene;
  const code = trouble.error?.code ?? '';
  if (trouble.observations.length > 0) return trouble.observations;
  if (stage === 'dns') return MUTE_RESOLVER.has(code) ? [await internet(scene)] : [];
  if (stage === 'tcp') {
    // Whoever refuses was reached: the network is there.
    const refused = code === 'ECONNREFUSED';
    const looks = [
      otherPorts(scene),
      refused ? [] : internet(scene).then((one) => [one]),
      captivePortal(scene),
    ];
    const observations = (await Promise.all(looks)).flat();
    const onlyIpv6 = addresses.length > 0 && addresses.every(({ family }) => family === 6);
    return onlyIpv6 ? [...observations, { kind: 'ipv6-only-failure' }] : observations;
  }
  if (stage === 'tls' && server.security === 'tls' && MISUNDERSTOOD.test(code)) {
    const words = await firstWords(scene);
    if (words === '') return [];
    const speaks = /^[245]\d\d[ -]/.test(words) ? 'plain-smtp' : 'other';
    return [{ kind: 'security-mismatch', speaks }];
  }
  if (stage === 'tls' && FOREIGN_CERTIFICATE.test(code)) return captivePortal(scene);
  if (stage === 'greeting' && code === 'EPROTOCOL') return captivePortal(scene);
  if (stage === 'greeting' && server.security === 'starttls' && !trouble.reply) {
    return (await speaksTls(scene)) ? [{ kind: 'security-mismatch', speaks: 'tls' }] : [];
  }
  return [];
}

/**
 * Waits for the greeting, and when it does not come asks a second connection whether this port
 * wants TLS first: such a port would stay silent for as long as we do.
 */
export async function greetOrSuspect(
  greeting: Promise<Step<null>>,
  scene: Scene,
): Promise<Step<null>> {
  const { silence } = scene.limits;
  const step = await within<Step<null> | null>(silence, () => greeting, null, scene.signal);
  if (step) return step;
  const suspicion = speaksTls(scene).then((speaks) => {
    if (!speaks) return greeting;
    const message = `no greeting for ${silence} ms, but a TLS handshake works on this port`;
    const observations: Observation[] = [{ kind: 'security-mismatch', speaks: 'tls' }];
    return failed('ETIMEDOUT', message, { timedOut: true, observations });
  });
  return Promise.race([greeting, suspicion]);
}

/** Whether a TLS handshake works on this port. It proves nothing about who answers. */
export function speaksTls({ server, addresses, limits, signal }: Scene): Promise<boolean> {
  const address = addresses[0]?.address;
  if (!address) return Promise.resolve(false);
  return within(
    limits.experiment,
    (ended) =>
      new Promise<boolean>((resolve) => {
        // Not verified because nothing is sent or believed; verification is the probe's.
        const socket = openTls({ host: address, port: server.port, rejectUnauthorized: false });
        const end = (spoke: boolean) => (): void => {
          socket.destroy();
          resolve(spoke);
        };
        ended.addEventListener('abort', end(false), { once: true });
        socket.once('secureConnect', end(true));
        socket.once('close', end(false));
        socket.on('error', end(false));
      }),
    false,
    signal,
  );
}

function internet({ landmark, resolver, limits, signal }: Scene): Promise<Observation> {
  return within<Observation>(
    limits.experiment,
    async (ended) => {
      const resolved = await resolve(landmark.host, resolver);
      if (!resolved.ok) return { kind: 'internet', reachable: false };
      const step = await connect(resolved.value.value, landmark.port, ended);
      if (step.ok) step.value.value.socket.destroy();
      return { kind: 'internet', reachable: step.ok };
    },
    { kind: 'internet', reachable: false },
    signal,
  );
}

async function captivePortal(scene: Scene): Promise<Observation[]> {
  // Loaded by a failure only: Node's http takes longer to load than a login takes.
  const { hasCaptivePortal } = await import('./captive-portal.ts');
  const { landmark, resolver, limits, signal } = scene;
  const place = { host: landmark.host, port: landmark.webPort ?? 80 };
  return within<Observation[]>(
    limits.experiment,
    async (ended) =>
      (await hasCaptivePortal(place, resolver, ended)) ? [{ kind: 'captive-portal' }] : [],
    [],
    signal,
  );
}

async function otherPorts({ server, addresses, limits, signal }: Scene): Promise<Observation[]> {
  const others = STANDARD.filter(({ port }) => port !== server.port);
  return Promise.all(
    others.map(async (other) => {
      const reachable = await within(
        limits.experiment,
        async (ended) => {
          const step = await connect(addresses, other.port, ended);
          if (step.ok) step.value.value.socket.destroy();
          return step.ok;
        },
        false,
        signal,
      );
      return { kind: 'other-port', server: { ...server, ...other }, reachable } as const;
    }),
  );
}

/** What the port says by itself on a plain connection; empty when it waits for the client. */
function firstWords({ server, addresses, limits, signal }: Scene): Promise<string> {
  const address = addresses[0]?.address;
  if (!address) return Promise.resolve('');
  return within(
    limits.experiment,
    (ended) =>
      new Promise<string>((resolve) => {
        const socket = open({ host: address, port: server.port });
        const end = (words: string) => (): void => {
          socket.destroy();
          resolve(words);
        };
        ended.addEventListener('abort', end(''), { once: true });
        socket.once('data', (chunk) => end(chunk.toString('latin1', 0, 4))());
        socket.once('close', end(''));
        socket.on('error', end(''));
      }),
    '',
    signal,
  );
}
