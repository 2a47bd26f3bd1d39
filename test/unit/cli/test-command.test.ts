import { describe, expect, it } from 'vitest';
import type { Discover } from '../../../src/discovery/finding.ts';
import { succeed } from '../../../src/result.ts';
import type { Services } from '../../../src/services.ts';
import type { Stage } from '../../../src/smtp/evidence.ts';
import type { ProbeResult } from '../../../src/smtp/probe.ts';
import {
  blocked,
  found,
  nothingFound,
  PASSED,
  provider,
  REFUSAL,
  REFUSED,
} from '../wizard/world.ts';
import { CANARY, Keyboard, run, scriptedProbe, services } from './surroundings.ts';

const failedAt = (stage: Stage): ProbeResult => ({
  ...REFUSED,
  stages: [{ stage, ok: false, ms: 3, detail: 'no' }],
  failure: {
    ...REFUSAL,
    stage,
    reply: null,
    error: { code: 'ECONNREFUSED', message: 'connect ECONNREFUSED' },
  },
});

async function runTest(changes: Partial<Services>, words: readonly string[] = [], stdin = CANARY) {
  const parts = { openServices: async () => succeed(services(changes)) };
  const ran = await run(
    ['test', '--address', 'mario@example.com', '--password-stdin', '--json', ...words],
    { stdin, parts },
  );
  return { ...ran, document: JSON.parse(ran.stdout) };
}

const foundBy =
  (password: 'account' | 'app-password'): Discover =>
  async (address) =>
    found(address, provider({ password }));

describe('mittente test', () => {
  it('ends with a message to the mailbox itself, or to --to, or with none', async () => {
    for (const [words, to, sends] of [
      [[], 'mario@example.com', true],
      [['--to', 'anna@example.com'], 'anna@example.com', true],
      [['--no-message'], 'mario@example.com', false],
    ] as const) {
      const { probe, requests } = scriptedProbe(PASSED);
      const { status, document } = await runTest({ probe }, words);
      expect(status).toBe(0);
      expect(document).toEqual({ ok: true, stages: PASSED.stages, diagnosis: null });
      expect(requests[0]?.to).toBe(to);
      expect(requests[0]?.message !== null).toBe(sends);
      expect(requests[0]?.password.reveal()).toBe(CANARY);
    }
  });

  it('tries the next server when the first one fails before the login', async () => {
    const { probe, requests } = scriptedProbe(failedAt('tcp'), PASSED);
    const { status } = await runTest({ probe });
    expect(status).toBe(0);
    expect(requests.map(({ server }) => server.port)).toEqual([465, 587]);
  });

  it('never sends a refused password again', async () => {
    const { probe, requests } = scriptedProbe(REFUSED, PASSED);
    const { status, document, stdout, stderr } = await runTest({ probe });
    expect(status).toBe(1);
    expect(requests).toHaveLength(1);
    expect(document.diagnosis).toMatchObject({
      cause: 'wrong-credentials',
      stage: 'auth',
      fixableBy: 'doctor',
    });
    expect(Object.keys(document.diagnosis)).toEqual([
      'cause',
      'stage',
      'fixableBy',
      'title',
      'steps',
      'evidence',
    ]);
    expect(stdout + stderr).not.toContain(CANARY);
  });

  it('names a mailbox that cannot serve before it asks for a password', async () => {
    for (const [discovery, code] of [
      [blocked('mario@example.com'), 'pec'],
      [nothingFound('mario@example.com'), 'nothing-found'],
    ] as const) {
      const keyboard = new Keyboard();
      const { probe, requests } = scriptedProbe();
      const openServices = async () =>
        succeed(services({ discover: async () => discovery, probe }));
      const words = ['test', '--address', 'mario@example.com', '--json'];
      const { status, stdout } = await run(words, { keyboard, parts: { openServices } });
      expect(status).toBe(1);
      expect(JSON.parse(stdout).error.code).toBe(code);
      expect(keyboard.modes).toEqual([]);
      expect(requests).toHaveLength(0);
    }
  });

  it('refuses a mailbox of the retired domain even when a server is given', async () => {
    const { status, stdout } = await run(
      ['test', '--address', 'a@legacy.test', '--host', 'smtp.example.com', '--json'],
      { stdin: CANARY },
    );
    expect(status).toBe(1);
    expect(JSON.parse(stdout).error.code).toBe('legacy');
  });

  it('takes a given server without asking anyone, with the usual port of its security', async () => {
    for (const [words, server] of [
      [[], { host: 'mail.acme.test', port: 465, security: 'tls' }],
      [['--security', 'starttls'], { host: 'mail.acme.test', port: 587, security: 'starttls' }],
      [['--port', '587'], { host: 'mail.acme.test', port: 587, security: 'starttls' }],
      [['--port', '2465'], { host: 'mail.acme.test', port: 2465, security: 'tls' }],
    ] as const) {
      const { probe, requests } = scriptedProbe(PASSED);
      const discover = async () => {
        throw new Error('nobody is asked');
      };
      await runTest({ probe, discover }, ['--host', 'MAIL.acme.test', '--username', 'u', ...words]);
      expect(requests[0]).toMatchObject({ server, username: 'u' });
    }
  });

  it('takes the blanks out of an app password, and out of no other', async () => {
    const typed = 'abcd efgh ijkl mnop';
    const { probe, requests } = scriptedProbe(PASSED, PASSED);
    await runTest({ probe, discover: foundBy('app-password') }, [], typed);
    await runTest({ probe, discover: foundBy('account') }, [], ` ${typed}x`);
    expect(requests.map(({ password }) => password.reveal())).toEqual([
      'abcdefghijklmnop',
      ` ${typed}x`,
    ]);
  });

  it.each(['', '   \n', '\n'])('refuses the password %j', async (typed) => {
    const { status, document } = await runTest({ probe: scriptedProbe().probe }, [], typed);
    expect(status).toBe(2);
    expect(document.error.code).toBe('password-empty');
  });
});
