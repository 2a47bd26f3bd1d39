import { isIPv6, type Socket } from 'node:net';
import { type Answer, Dialogue } from './dialogue.ts';
import { envelopeAddress, needsUtf8 } from './envelope.ts';
import type { TlsEvidence } from './evidence.ts';
import { formatReply, mechanismsOf, parseCapabilities, parseReply, printable } from './reply.ts';
import type { ProbeRequest } from './request.ts';
import { tlsOptions } from './tls.ts';
import { done, failed, type Step, troubled } from './trouble.ts';

/** In order of preference: over TLS the plain ones are as safe, and the least often broken. */
const MECHANISMS = ['PLAIN', 'LOGIN', 'CRAM-MD5'] as const;

/** What the session showed so far; a failure's evidence is made from it. */
export interface Seen {
  tls: TlsEvidence | null;
  capabilities: readonly string[] | null;
}

/** The server's first words (RFC 5321, section 3.1). */
export async function greet(dialogue: Dialogue): Promise<Step<null>> {
  return expect(await dialogue.greeting(), isCode(220));
}

/** EHLO. HELO would do for no submission server: logins and STARTTLS need EHLO. */
export async function hello(dialogue: Dialogue, seen: Seen): Promise<Step<null>> {
  const answer = await dialogue.command(`EHLO ${addressLiteral(dialogue.localAddress)}`);
  const step = expect(answer, isSuccess);
  if (!step.ok || !answer.ok) return step;
  seen.capabilities = parseCapabilities(answer.value);
  return done(null, seen.capabilities.join(', ') || step.value.detail);
}

/** STARTTLS and its handshake, or the handshake alone; then EHLO is due (again). */
export async function secure(
  dialogue: Dialogue,
  startTls: boolean,
  seen: Seen,
): Promise<Step<null>> {
  if (startTls) {
    if (!seen.capabilities?.includes('STARTTLS')) {
      return failed('ESTARTTLS', 'the server does not offer STARTTLS');
    }
    const step = expect(await dialogue.command('STARTTLS'), isCode(220));
    if (!step.ok) return step;
  }
  const secured = await dialogue.handshake();
  if (!secured.ok) return secured;
  const { evidence, detail } = secured.value;
  seen.tls = evidence;
  if (evidence.verification !== null) {
    return failed(evidence.verification, `certificate refused: ${detail}`);
  }
  if (!startTls) return done(null, detail);
  // What was said before TLS is forgotten (RFC 3207, section 4.2).
  const again = await hello(dialogue, seen);
  return again.ok ? done(null, detail) : again;
}

/** The login. A server that asks for none is a failure: nothing would have been proven. */
export async function login(
  dialogue: Dialogue,
  request: ProbeRequest,
  seen: Seen,
): Promise<Step<null>> {
  const offered = mechanismsOf(seen.capabilities ?? []);
  if (offered.length === 0) return failed('ENOAUTH', 'the server offers no login');
  const mechanism = MECHANISMS.find((one) => offered.includes(one));
  if (!mechanism) return failed('EAUTHMECHANISM', `the server offers only ${offered.join(', ')}`);
  const answer = await dialogue.authenticate(mechanism, request.username, request.password);
  // 235 and nothing else (RFC 4954, section 6): a server that says yes to everything checked nothing.
  const step = expect(answer, isCode(235));
  return step.ok ? done(null, `${mechanism}: ${step.value.detail}`) : step;
}

export async function mailFrom(
  dialogue: Dialogue,
  request: ProbeRequest,
  seen: Seen,
): Promise<Step<null>> {
  const from = envelopeAddress(request.from.address);
  if (from === null)
    return failed('EENVELOPE', 'the sender address cannot be written in a command');
  const utf8 = [from, request.to].some(needsUtf8) && seen.capabilities?.includes('SMTPUTF8');
  const command = `MAIL FROM:<${from}>${utf8 ? ' SMTPUTF8' : ''}`;
  return expect(await dialogue.command(command), isSuccess);
}

export async function recipient(dialogue: Dialogue, request: ProbeRequest): Promise<Step<null>> {
  const to = envelopeAddress(request.to);
  if (to === null) return failed('EENVELOPE', 'the recipient cannot be written in a command');
  return expect(await dialogue.command(`RCPT TO:<${to}>`), isSuccess);
}

/** Sends the message. Its Message-ID is given when the server accepted it: not when it arrived. */
export async function data(
  dialogue: Dialogue,
  request: ProbeRequest,
  message: NonNullable<ProbeRequest['message']>,
  date: Date,
): Promise<Step<string>> {
  // Loaded only by a probe that sends: composing a message takes longer to load than a login takes.
  const { composeMessage } = await import('./message.ts');
  const { messageId, content } = await composeMessage(request, message, date);
  const ready = expect(await dialogue.command('DATA'), isCode(354));
  if (!ready.ok) return ready;
  const verdict = expect(await dialogue.content(content), isSuccess);
  return verdict.ok ? done(messageId, `accepted: ${verdict.value.detail}`) : verdict;
}

/** The session over an open socket. */
export function openDialogue(
  socket: Socket,
  request: ProbeRequest,
  wish: Omit<ConstructorParameters<typeof Dialogue>[0], 'socket' | 'server' | 'tls'>,
): Dialogue {
  const { server, authorities } = request;
  return new Dialogue({ ...wish, socket, server, tls: tlsOptions(server, authorities) });
}

/**
 * A client without a public name introduces itself with its address (RFC 5321, section 4.1.3); the
 * computer's own name would be refused here and there, and is nobody's business.
 */
export function addressLiteral(localAddress: string): string {
  const address = localAddress.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIPv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}

const isCode = (wanted: number) => (code: number) => code === wanted;

const isSuccess = (code: number): boolean => code >= 200 && code < 300;

function expect(answer: Answer, good: (code: number) => boolean): Step<null> {
  if (!answer.ok) return answer;
  const reply = parseReply(answer.value);
  if (!reply) {
    return failed('EPROTOCOL', `not a reply of a mail server: ${printable(answer.value)}`);
  }
  return good(reply.code) ? done(null, formatReply(reply)) : troubled({ reply });
}
