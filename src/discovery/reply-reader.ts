import type { Socket } from 'node:net';

/** Bytes of one reply: RFC 5321 allows lines of 512, and no server has a hundred of them. */
const MAX_REPLY = 64 * 1024;

export interface ServerReply {
  readonly code: number;
  /** The texts of its lines, without code and separator. */
  readonly lines: readonly string[];
}

/** Reads SMTP replies from a socket, one after the other. Rejects when the socket fails. */
export class ReplyReader {
  readonly #socket: Socket;
  #buffer = '';
  #failure: Error | null = null;
  #wake: (() => void) | null = null;

  readonly #onData = (chunk: Buffer) => {
    this.#buffer += chunk.toString('latin1');
    if (this.#buffer.length > MAX_REPLY) this.#fail(new Error('reply too long'));
    this.#wake?.();
  };
  readonly #onError = (error: Error) => this.#fail(error);
  readonly #onClose = () => this.#fail(new Error('connection closed'));

  constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', this.#onData);
    socket.on('error', this.#onError);
    socket.on('close', this.#onClose);
  }

  async read(): Promise<ServerReply> {
    for (;;) {
      const end = /^(?:\d{3}-[^\n]*\n)*\d{3}(?: [^\n]*)?\r?\n/.exec(this.#buffer);
      if (end) {
        this.#buffer = this.#buffer.slice(end[0].length);
        const lines = end[0].trimEnd().split(/\r?\n/);
        return { code: Number(lines[0]?.slice(0, 3)), lines: lines.map((line) => line.slice(4)) };
      }
      if (this.#failure) throw this.#failure;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  ask(command: string): Promise<ServerReply> {
    this.#socket.write(`${command}\r\n`);
    return this.read();
  }

  /** Lets the socket go to another reader; gives how many characters had come unread. */
  release(): number {
    this.#socket.off('data', this.#onData);
    this.#socket.off('close', this.#onClose);
    return this.#buffer.length;
  }

  #fail(error: Error): void {
    this.#failure ??= error;
    this.#wake?.();
  }
}
