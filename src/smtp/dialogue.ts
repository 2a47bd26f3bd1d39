import type { Socket } from 'node:net';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { fail, type Result, succeed } from '../result.ts';
import type { Secret } from '../secret.ts';
import type { Redact } from './redact.ts';
import { parseReply, printable } from './reply.ts';
import type { SmtpServer } from './server.ts';
import { type Inspection, inspect } from './tls.ts';
import type { Transcript } from './transcript.ts';
import { type Trouble, troubled } from './trouble.ts';

/** A whole reply as it came, without the password. */
export type Answer = Result<string, Trouble>;

export interface DialogueWish {
  /** Open, and nothing read from it yet. */
  readonly socket: Socket;
  readonly server: SmtpServer;
  readonly tls: ConnectionOptions;
  /** What one command may be answered with, in bytes. */
  readonly replyBytes: number;
  readonly transcript: Transcript;
  readonly redact: Redact;
}

/**
 * The parts of nodemailer's connection that are not in its published types. They are used because
 * its `connect` and `send` run several stages in one go, and the probe times, judges and aborts
 * each stage alone. So the reassembly of replies, the logins, the TLS upgrade and the transparency
 * of the message are nodemailer's, and the order of the commands is ours. The tests against real
 * servers hold this together when nodemailer is updated.
 */
interface Internals {
  readonly _responseActions: ((reply: string) => void)[];
  readonly _responseQueue: readonly string[];
  readonly _remainder: string;
  _sendCommand(line: string): void;
  _onData(chunk: Buffer): void;
  _onError(error: Error, type: string, reply: false, command: string): void;
  _upgradeConnection(callback: UpgradeCallback): void;
  _createSendStream(callback: (error: unknown, reply?: string) => void): NodeJS.WritableStream;
}

type UpgradeCallback = (error: unknown, secured?: boolean) => void;

const inherited = SMTPConnection.prototype as unknown as Internals;

/** Above every limit of the probe, whose stages are timed from outside; in milliseconds. */
const UNUSED_TIMEOUT = 3_600_000;

/** One SMTP session, one question at a time. After its first failure every answer is that one. */
export class Dialogue extends SMTPConnection {
  readonly #wish: DialogueWish;
  readonly #inner = this as unknown as Internals;
  #failure: Trouble | null = null;
  #pending: ((failure: Trouble) => void) | null = null;
  #received = 0;
  #mechanism: string | null = null;
  #greeting: string | null = null;
  #onGreeting: (() => void) | null = null;
  #onSecured: ((inspection: Inspection) => void) | null = null;

  constructor(wish: DialogueWish) {
    super({
      host: wish.server.host,
      port: wish.server.port,
      connection: wish.socket,
      secure: wish.server.security === 'tls',
      tls: wish.tls,
      maxResponseSize: wish.replyBytes,
      connectionTimeout: UNUSED_TIMEOUT,
      greetingTimeout: UNUSED_TIMEOUT,
      socketTimeout: UNUSED_TIMEOUT,
      socketCloseTimeout: 0,
      transactionLog: true,
      logger: {
        debug: (entry: { tnx?: string }, line?: unknown) => this.#record(entry.tnx, String(line)),
      },
    });
    this.#wish = wish;
    this.on('error', (error) => this.#fails(this.#troubleOf(error)));
    this.on('end', () => this.#fails(this.#closed()));
  }

  /** What the server introduced itself with, SMTP or not; null until it did. */
  get greetingText(): string | null {
    return this.#greeting === null ? null : printable(this.#wish.redact(this.#greeting));
  }

  /** The address that the server sees, or at least the one that this computer sends from. */
  get localAddress(): string {
    return this.#wish.socket.localAddress ?? '127.0.0.1';
  }

  /** Waits for the greeting. */
  greeting(): Promise<Answer> {
    return this.#ask((answer) => {
      const judge = (): void => answer(this.#judge(this.#greeting ?? ''));
      if (this.#greeting !== null) judge();
      else this.#onGreeting = judge;
      if (this.#wish.server.security === 'starttls') this.connect();
    });
  }

  /**
   * The TLS handshake: at once with implicit TLS, else after the reply to STARTTLS. An
   * inspection whose verification failed is of a connection that is closed already.
   */
  handshake(): Promise<Result<Inspection, Trouble>> {
    return this.#ask((answer) => {
      this.#onSecured = (inspection) => answer(succeed(inspection));
      if (this.#wish.server.security === 'tls') this.connect();
      else this._upgradeConnection(() => undefined);
    });
  }

  /** Sends one command and waits for its reply, whatever its code. */
  command(line: string): Promise<Answer> {
    return this.#ask((answer) => {
      this.#inner._responseActions.push((reply) => answer(this.#judge(reply)));
      this.#inner._sendCommand(line);
    });
  }

  /** Logs in. Call it only after `handshake` found the certificate good. */
  authenticate(mechanism: string, username: string, password: Secret): Promise<Answer> {
    return this.#ask((answer) => {
      this.#mechanism = mechanism;
      const login = { user: username, pass: password.reveal(), method: mechanism };
      this.login(login, (error) => {
        this.#mechanism = null;
        if (error) answer(fail(this.#troubleOf(error)));
        else answer(this.#judge(String(this.lastServerResponse)));
      });
    });
  }

  /** Sends the message after the reply to DATA, and waits for the verdict on it. */
  content(message: Buffer): Promise<Answer> {
    return this.#ask((answer) => {
      const stream = this.#inner._createSendStream((error, reply) => {
        if (error) answer(fail(this.#troubleOf(error)));
        else answer(this.#judge(reply ?? ''));
      });
      stream.end(message);
    });
  }

  /** Ends the session at once, in whatever state it is. */
  destroy(): void {
    this.close();
    this.#wish.socket.destroy();
  }

  /** nodemailer would go on with EHLO and all the rest from here. */
  _actionGreeting(reply: string): void {
    this.#greeting = reply;
    this.#onGreeting?.();
  }

  /** The one place where TLS is set up, implicit or not: nothing is sent before the check. */
  _upgradeConnection(callback: UpgradeCallback): void {
    inherited._upgradeConnection.call(this, (error, secured) => {
      if (error || !secured) {
        this.#fails(this.#troubleOf(error));
        return;
      }
      const inspection = inspect(this._socket as TLSSocket);
      this.#onSecured?.(inspection);
      if (inspection.evidence.verification === null) callback(null, true);
      else this.destroy();
    });
  }

  /** nodemailer bounds a reply, but neither empty lines nor replies that nobody asked for. */
  _onData(chunk: Buffer): void {
    this.#received += chunk.length;
    const { replyBytes } = this.#wish;
    if (this.#received > replyBytes) {
      const error = new Error(`the server's reply is longer than ${replyBytes} bytes`);
      this.#inner._onError(error, 'EPROTOCOL', false, 'CONN');
      return;
    }
    inherited._onData.call(this, chunk);
  }

  #ask<Value>(
    start: (answer: (result: Result<Value, Trouble>) => void) => void,
  ): Promise<Result<Value, Trouble>> {
    if (this.#failure) return Promise.resolve(fail(this.#failure));
    return new Promise((settle) => {
      this.#pending = (failure) => settle(fail(failure));
      this.#received = 0;
      start(settle);
    });
  }

  #fails(failure: Trouble): void {
    this.#failure ??= failure;
    this.#pending?.(this.#failure);
  }

  /**
   * What came together with a reply answers nothing that was asked: bytes that somebody slipped
   * in before TLS (CVE-2011-0411), or a server that is out of step. Its next reply could not be
   * told from a forged one, so the session ends here. Only a 421 may come unasked.
   */
  #judge(reply: string): Answer {
    const { _responseQueue, _remainder } = this.#inner;
    const extra = [..._responseQueue, _remainder].find((line) => line.trim() !== '');
    // What is no reply at all ends the session anyway, and its own words say more.
    if (extra === undefined || !parseReply(reply)) return succeed(this.#wish.redact(reply));
    const farewell = /^421[ -]/.test(extra) ? parseReply(this.#wish.redact(extra)) : null;
    this.#wish.transcript.server(extra);
    this.#fails(
      farewell ? closing(farewell) : protocolError('the server sent more than it was asked for'),
    );
    this.destroy();
    return fail(this.#failure as Trouble);
  }

  #record(direction: string | undefined, line: string): void {
    const { transcript } = this.#wish;
    if (direction === 'server') transcript.server(line);
    if (direction !== 'client') return;
    if (this.#mechanism === null) transcript.client(line);
    else
      transcript.client(line.startsWith('AUTH ') ? `AUTH ${this.#mechanism} [secret]` : '[secret]');
  }

  /** A reply says more than the error that nodemailer wraps it in. */
  #troubleOf(error: unknown): Trouble {
    const { code, originalCode, response, message, reason } = error as Record<string, unknown>;
    // OpenSSL's `reason` are the words of its message, without the addresses inside the library.
    const words = String(reason ?? message ?? error).trim();
    const reply = typeof response === 'string' ? parseReply(this.#wish.redact(response)) : null;
    if (reply) return closing(reply);
    const name = typeof response === 'string' ? 'EPROTOCOL' : (originalCode ?? code);
    return troubled({
      error: {
        code: typeof name === 'string' ? name : null,
        message: printable(this.#wish.redact(words)),
      },
    }).problem;
  }

  #closed(): Trouble {
    const last = parseReply(this.#wish.redact(String(this.lastServerResponse)));
    if (last?.code === 421) return closing(last);
    return troubled({
      error: { code: 'ECONNECTION', message: 'the server closed the connection' },
    }).problem;
  }
}

const closing = (reply: NonNullable<Trouble['reply']>): Trouble => troubled({ reply }).problem;

const protocolError = (message: string): Trouble =>
  troubled({ error: { code: 'EPROTOCOL', message } }).problem;
