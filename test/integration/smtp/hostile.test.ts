import { describe, expect, test, vi } from 'vitest';
import type { Stage } from '../../../src/smtp/evidence.ts';
import type { ProbeResult } from '../../../src/smtp/probe.ts';
import type { ScriptedServer } from '../../servers/scripted.ts';
import {
  ACCOUNT,
  type Misdeed,
  MOMENTS,
  type Moment,
  submission,
} from '../../servers/submission.ts';
import { prepareScripted } from './harness.ts';
import { everything, expectNoPassword, failedStage } from './requests.ts';

const { start, identity, probeOf } = prepareScripted();

/** EHLO is said again after STARTTLS, and belongs to the stage that made it necessary. */
const STAGE_OF: Readonly<Record<'starttls' | 'tls', Partial<Record<Moment, Stage>>>> = {
  starttls: {
    greeting: 'greeting',
    ehlo: 'ehlo',
    starttls: 'tls',
    'ehlo-tls': 'tls',
    auth: 'auth',
    'mail-from': 'mail-from',
    'rcpt-to': 'rcpt-to',
    data: 'data',
    content: 'data',
  },
  tls: {
    greeting: 'greeting',
    'ehlo-tls': 'ehlo',
    auth: 'auth',
    'mail-from': 'mail-from',
    'rcpt-to': 'rcpt-to',
    data: 'data',
    content: 'data',
  },
};

const BINARY = Buffer.from([0x00, 0x01, 0xff, 0xfe, 0xc3, 0x28, 0x1b, 0x5b, 0x0d, 0x0a]);

const CODES: Readonly<Record<Moment, number>> = {
  greeting: 220,
  ehlo: 250,
  starttls: 220,
  'ehlo-tls': 250,
  auth: 235,
  'mail-from': 250,
  'rcpt-to': 250,
  data: 354,
  content: 250,
};

interface Run {
  readonly moment: Moment;
  readonly security: 'starttls' | 'tls';
  readonly server: ScriptedServer;
  readonly result: ProbeResult;
}

/** Probes one server for each moment of each kind of session, which misbehaves just then. */
async function misbehaveEverywhere(misdeed: (moment: Moment) => Misdeed): Promise<readonly Run[]> {
  const cases = (['starttls', 'tls'] as const).flatMap((security) =>
    MOMENTS.filter((moment) => STAGE_OF[security][moment]).map((moment) => ({ security, moment })),
  );
  return Promise.all(
    cases.map(async ({ security, moment }) => {
      const misdeeds = { [moment]: misdeed(moment) };
      const server = await start(submission({ identity: identity(), security, misdeeds }));
      return { moment, security, server, result: await probeOf(server, { security }) };
    }),
  );
}

async function expectContained(runs: readonly Run[]): Promise<void> {
  for (const { moment, security, server, result } of runs) {
    const label = `${moment}, ${security}`;
    expect(result.ok, label).toBe(false);
    expect(failedStage(result), label).toBe(STAGE_OF[security][moment]);
    expect(result.stages.at(-1)?.stage, label).toBe(STAGE_OF[security][moment]);
    expect(result.messageId, label).toBeNull();
    expect(everything(result).length, label).toBeLessThan(150_000);
    expectNoPassword(result);
    if (MOMENTS.indexOf(moment) < MOMENTS.indexOf('auth')) {
      expect(server.received(), label).not.toMatch(/^AUTH/m);
    }
    await vi.waitFor(() => expect(server.open(), label).toBe(0));
  }
}

describe('a server that misbehaves at any moment is told at that stage, and never hears too much', () => {
  test('the same server without any misdeed is proven good, both ways', async () => {
    for (const security of ['starttls', 'tls'] as const) {
      const server = await start(submission({ identity: identity(), security }));
      const result = await probeOf(server, { security });
      expect(result.failure).toBeNull();
      expect(result.messageId).toMatch(/^<.+@acme\.test>$/);
      expectNoPassword(result);
    }
  });

  test('silence', async () => {
    const runs = await misbehaveEverywhere(() => () => undefined);
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.timedOut).toBe(true);
  });

  test('one byte now and then, of a line that never ends', async () => {
    const runs = await misbehaveEverywhere(() => (client) => client.flood('2', 20));
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.timedOut).toBe(true);
  });

  test('a reply of endless lines', async () => {
    const line = 'and another thing';
    const runs = await misbehaveEverywhere(
      (moment) => (client) => client.flood(`${CODES[moment]}-${line}\r\n`.repeat(500), 1),
    );
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.error?.code).toBe('EPROTOCOL');
  });

  test('a line without end', async () => {
    const runs = await misbehaveEverywhere((moment) => (client) => {
      client.send(`${CODES[moment]} `);
      return client.flood('x'.repeat(32_768), 1);
    });
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.error?.code).toBe('EPROTOCOL');
  });

  test('nothing but empty lines', async () => {
    const runs = await misbehaveEverywhere(() => (client) => client.flood('\r\n'.repeat(8_192), 1));
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.error?.code).toBe('EPROTOCOL');
  });

  test('zero bytes and broken UTF-8', async () => {
    const runs = await misbehaveEverywhere(() => (client) => client.send(BINARY));
    await expectContained(runs);
    for (const { result } of runs) {
      expect(result.failure?.error?.code).toBe('EPROTOCOL');
      expect(everything(result)).not.toMatch(/\\u00(0[0-8bcef]|1[0-9a-f])/);
    }
  });

  test('a connection cut before the reply', async () => {
    await expectContained(await misbehaveEverywhere(() => (client) => client.cut()));
  });

  test('a connection cut in the middle of the reply', async () => {
    const runs = await misbehaveEverywhere((moment) => async (client) => {
      client.send(`${CODES[moment]}-first line\r\n${String(CODES[moment]).slice(0, 2)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
      client.cut();
    });
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.reply).toBeNull();
  });

  test('421, the server has to go', async () => {
    const runs = await misbehaveEverywhere(() => (client) => {
      client.send('421 4.3.2 shutting down\r\n');
      client.end();
    });
    await expectContained(runs);
    for (const { moment, result } of runs) {
      expect(result.failure?.reply, moment).toMatchObject({ code: 421, enhanced: '4.3.2' });
    }
  });

  test('a good reply with another one on its heels', async () => {
    const runs = await misbehaveEverywhere(
      (moment) => (client) => client.send(`${CODES[moment]} fine\r\n250 2.0.0 and this\r\n`),
    );
    await expectContained(runs);
    for (const { result } of runs) expect(result.failure?.error?.code).toBe('EPROTOCOL');
  });

  test('a refusal that repeats the command, password included', async () => {
    const { password } = ACCOUNT;
    const runs = await misbehaveEverywhere(() => (client, line) => {
      const base64 = Buffer.from(password).toString('base64');
      client.send(`550-you said ${line}\r\n550-that is ${base64}\r\n550 or ${password}\r\n`);
    });
    await expectContained(runs);
    for (const { moment, result } of runs) expect(result.failure?.reply?.code, moment).toBe(550);
  });
});
