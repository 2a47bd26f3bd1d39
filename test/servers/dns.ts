import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import dns2, { type Packet as DnsPacket } from 'dns2';

const { Packet } = dns2;
const { TYPE } = Packet;

// RFC 2782 forbids compressing an SRV target, and resolvers refuse what dns2 makes of it.
const plainSrv = {
  encode(record: SrvData, writer: InstanceType<typeof Packet.Writer>): void {
    for (const number of [record.priority, record.weight, record.port]) writer.write(number, 16);
    for (const label of record.target.split('.').filter((part) => part !== '')) {
      writer.write(label.length, 8);
      for (const byte of Buffer.from(label, 'latin1')) writer.write(byte, 8);
    }
    writer.write(0, 8);
  },
};
Object.assign(Packet.Resource, { SRV: plainSrv });

interface SrvData {
  readonly priority: number;
  readonly weight: number;
  readonly port: number;
  readonly target: string;
}

const SERVFAIL = 2;
const NXDOMAIN = 3;

/** What is known of one name. A name that a zone does not have does not exist (NXDOMAIN). */
export interface Name {
  readonly a?: readonly string[];
  readonly aaaa?: readonly string[];
  readonly ns?: readonly string[];
  /** Host by preference; the host '' is a null MX (RFC 7505). */
  readonly mx?: readonly (readonly [preference: number, host: string])[];
  readonly srv?: readonly (readonly [
    priority: number,
    weight: number,
    port: number,
    host: string,
  ])[];
  /**
   * `truncated`: over UDP only the remark that the answer is too long; `garbage`: bytes that
   * are no DNS message.
   */
  readonly fault?: 'servfail' | 'silent' | 'truncated' | 'garbage';
  readonly delayMs?: number;
}

export interface DnsServer {
  /** `127.0.0.1:port`, as `--dns` takes it. */
  readonly address: string;
  /** What was asked so far: type and name. */
  readonly questions: readonly string[];
  close(): Promise<void>;
}

/** A name server on loopback, over UDP and TCP, that answers from a table. */
export async function startDns(zone: Readonly<Record<string, Name>>): Promise<DnsServer> {
  const questions: string[] = [];
  const open = new Set<Socket>();

  const answer = async (bytes: Buffer, overUdp: boolean): Promise<Buffer | null> => {
    const request = Packet.parse(bytes);
    const [question] = request.questions;
    if (!question) return null;
    const name = question.name.toLowerCase();
    questions.push(`${typeName(question.type)} ${name}`);
    const known = zone[name];
    const response = Packet.createResponseFromRequest(request);
    if (known?.delayMs) await pause(known.delayMs);
    if (known?.fault === 'silent') return null;
    if (known?.fault === 'garbage') return Buffer.from('no message at all');
    if (!known) response.header.rcode = NXDOMAIN;
    else if (known.fault === 'servfail') response.header.rcode = SERVFAIL;
    else if (known.fault === 'truncated' && overUdp) response.header.tc = 1;
    else response.answers.push(...recordsOf(known, question));
    return response.toBuffer();
  };

  const tcp = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    let buffered = Buffer.alloc(0);
    socket.on('data', async (chunk) => {
      buffered = Buffer.concat([buffered, chunk]);
      while (buffered.length > 2 && buffered.length >= 2 + buffered.readUInt16BE(0)) {
        const end = 2 + buffered.readUInt16BE(0);
        const request = buffered.subarray(2, end);
        buffered = buffered.subarray(end);
        const reply = await answer(request, false);
        if (!reply || socket.destroyed) continue;
        const length = Buffer.alloc(2);
        length.writeUInt16BE(reply.length);
        socket.write(Buffer.concat([length, reply]));
      }
    });
  });
  tcp.listen(0, '127.0.0.1');
  await once(tcp, 'listening');
  const { port } = tcp.address() as AddressInfo;

  const udp = createSocket('udp4');
  let closed = false;
  udp.on('message', async (bytes, { port: from, address }) => {
    const reply = await answer(bytes, true);
    if (reply && !closed) udp.send(reply, from, address);
  });
  udp.bind(port, '127.0.0.1');
  await once(udp, 'listening');

  return {
    address: `127.0.0.1:${port}`,
    questions,
    async close() {
      closed = true;
      udp.close();
      for (const socket of open) socket.destroy();
      tcp.close();
      await once(tcp, 'close');
    },
  };
}

function recordsOf(known: Name, question: DnsPacket['questions'][number]): DnsPacket['answers'] {
  const record = (data: Parameters<typeof Packet.createResourceFromQuestion>[1]) =>
    Packet.createResourceFromQuestion(question, { ttl: 60, ...data });
  switch (question.type) {
    case TYPE.A:
      return (known.a ?? []).map((address) => record({ address }));
    case TYPE.AAAA:
      return (known.aaaa ?? []).map((address) => record({ address }));
    case TYPE.NS:
      return (known.ns ?? []).map((ns) => record({ ns }));
    case TYPE.MX:
      return (known.mx ?? []).map(([priority, exchange]) => record({ priority, exchange }));
    case TYPE.SRV:
      return (known.srv ?? []).map(([priority, weight, port, target]) =>
        record({ priority, weight, port, target }),
      );
    default:
      return [];
  }
}

const typeName = (type: number): string =>
  Object.entries(TYPE).find(([, value]) => value === type)?.[0] ?? String(type);
