import { spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALICE, BOB } from '../../servers/users.ts';
import { MAIN, openPractice, type TestPractice } from './practice.ts';

let practice: TestPractice;

beforeAll(async () => {
  practice = await openPractice();
});

afterAll(async () => {
  await practice?.close();
});

/** Answers for many doctors in two mailboxes, so that most of them wait for their turn. */
async function writeAnswers(count: number): Promise<string> {
  const ids = Array.from({ length: count }, (_, index) => `d${index}`);
  await practice.write(
    'medici.json',
    ids.map((id) => ({ id, name: `Dott. ${id}` })),
  );
  return practice.write('answers.json', {
    version: 1,
    doctors: ids.map((id, index) => ({
      id,
      name: `Dott. ${id}`,
      choice: 'personal',
      address: index % 2 === 0 ? ALICE.address : BOB.address,
      smtp: { host: 'localhost', port: practice.mail.ports.tls, security: 'tls' },
    })),
  });
}

/** Runs `apply` and gives it the signals once the first doctor is told of. */
function applyUntil(answers: string, count: number, signals: readonly NodeJS.Signals[]) {
  const words = [MAIN, 'apply', answers, '--secrets', '-', '--lang', 'en'];
  const profile = ['--profile', practice.file('record-profile.json')];
  const child = spawn(process.execPath, [...words, ...profile], {
    env: practice.env,
    stdio: 'pipe',
  });
  const passwords = [ALICE.password, BOB.password];
  const secrets = Array.from({ length: count }, (_, index) => [`d${index}`, passwords[index % 2]]);
  child.stdin.end(JSON.stringify(Object.fromEntries(secrets)));
  let stdout = '';
  let stderr = '';
  let told = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    const [signal] = signals;
    if (told === 0 && signal) child.kill(signal);
    told += 1;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    const [, second] = signals;
    if (second) child.kill(second);
  });
  return new Promise<{ status: number | null; signal: string | null; out: string; err: string }>(
    (resolve) => {
      child.on('close', (status, signal) => resolve({ status, signal, out: stdout, err: stderr }));
    },
  );
}

const COUNT = 40;

describe('apply that is interrupted', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s says how each doctor fared', async (signal) => {
    const answers = await writeAnswers(COUNT);
    const ended = await applyUntil(answers, COUNT, [signal]);
    expect(ended).toMatchObject({ status: 1, signal: null });
    const lines = ended.out.trim().split('\n');
    expect(lines.filter((line) => /^Dott\. d\d+/.test(line))).toHaveLength(COUNT);
    expect(ended.out).toContain('not tried. Interrupted.');
    // Whoever is told as saved is there, and nobody else is.
    const saved = lines.filter((line) => line.endsWith(': saved')).length;
    const { senders } = JSON.parse(await practice.read('senders.json'));
    expect(senders.filter(({ verified }: { verified: unknown }) => verified)).toHaveLength(saved);
    expect(await practice.everything()).not.toContain('mittente-journal');
    for (let index = 0; index < COUNT; index += 1) {
      await practice.run(['remove', '--doctor', `d${index}`]);
      if (JSON.parse(await practice.read('senders.json')).senders.length === 0) break;
    }
    for (const { address } of [ALICE, BOB]) {
      expect(await practice.lookup('Mittente:localhost', address)).toBeNull();
    }
  });

  it('twice ends at once', async () => {
    const answers = await writeAnswers(COUNT);
    const ended = await applyUntil(answers, COUNT, ['SIGINT', 'SIGINT']);
    expect(ended).toMatchObject({ status: null, signal: 'SIGINT' });
    expect(ended.err).toContain('Stopping');
  });
});
