import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSenders } from '../../../src/record/senders.ts';
import { type Keyring, startKeyring } from '../../servers/keyring.ts';
import { temporaryFolder } from '../../unit/record/fixtures.ts';
import { passwordOfSave, practiceIn, TEMPLATE } from './practice-on-disk.ts';
import type { Orders } from './saver.ts';

const run = promisify(execFile);

const SAVER = path.join(import.meta.dirname, 'saver.ts');
const LANES = 6;
const ROUNDS_PER_LANE = 20;
const HOSTS = ['smtp.even.test', 'smtp.odd.test'];

let keyring: Keyring;

beforeAll(async () => {
  keyring = await startKeyring();
});

afterAll(async () => {
  await keyring.stop();
});

interface Lane {
  readonly folder: string;
  readonly doctorId: string;
}

async function laneOf(doctorId: string): Promise<Lane> {
  const folder = await temporaryFolder();
  await writeFile(path.join(folder, 'template.mustache'), TEMPLATE);
  return { folder, doctorId };
}

/** Runs the saving program to its end; value: whether it was killed. */
async function give(lane: Lane, orders: Omit<Orders, 'folder' | 'doctorId'>): Promise<boolean> {
  const given: Orders = { ...lane, ...orders };
  try {
    await run(process.execPath, [SAVER, JSON.stringify(given)], { env: keyring.env });
    return false;
  } catch (error) {
    if ((error as { signal?: string }).signal === 'SIGKILL') return true;
    throw error;
  }
}

/** Starts saves without end, and kills the program somewhere in the middle of one. */
async function saveUntilKilled(lane: Lane, from: number): Promise<void> {
  const orders: Orders = { ...lane, task: 'on', n: from, killAfter: null };
  const child = spawn(process.execPath, [SAVER, JSON.stringify(orders)], {
    env: keyring.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  await once(child.stdout, 'data');
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 250));
  child.kill('SIGKILL');
  expect(await ended).toEqual([null, 'SIGKILL']);
}

/** The number of the save that the record finds, in entry and password alike; null: no sender. */
async function asTheRecord({ folder, doctorId }: Lane): Promise<number | null> {
  const file = await readSenders(practiceIn(folder).sendersFile);
  if (!file.ok) throw new Error(JSON.stringify(file.problem));
  const sender = file.value?.senders[0];
  if (!sender?.smtp) return null;
  const n = Number(/^save (\d+)$/.exec(sender.displayName)?.[1]);
  const password = await keyring.lookup(`Mittente:${sender.smtp.host}`, `${doctorId}@example.test`);
  expect(password, `the password of save ${n}`).toBe(passwordOfSave(n));
  return n;
}

/** What the next start leaves: the same sender, its export, no other password, nothing half done. */
async function expectTidy(lane: Lane, n: number | null): Promise<void> {
  await give(lane, { task: 'tidy', n: 0, killAfter: null });
  expect(await asTheRecord(lane)).toBe(n);
  const { folder, doctorId } = lane;
  const host = n === null ? null : HOSTS[n % 2];
  const exported = await readFile(path.join(folder, `${doctorId}.ini`), 'utf8').catch(() => null);
  expect(exported).toBe(n === null ? null : `host=${host}\nname=save ${n}\n`);
  for (const other of HOSTS.filter((name) => name !== host)) {
    expect(await keyring.lookup(`Mittente:${other}`, `${doctorId}@example.test`)).toBeNull();
  }
  const names = await readdir(folder);
  expect(names.filter((name) => /mittente-/.test(name))).toEqual([]);
}

async function inLanes(count: number, work: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const lane = async () => {
    for (let index = next++; index < count; index = next++) await work(index);
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

/** Every step, and more than any save has: the last runs come to their end unharmed. */
const STEPS = Array.from({ length: 60 }, (_, index) => 1 + index);

describe('a program that is killed', () => {
  it('at any step of a save leaves the old sender or the new one', {
    timeout: 600_000,
  }, async () => {
    const outcomes = new Map<string, number>();
    await inLanes(STEPS.length, async (index) => {
      const lane = await laneOf(`step-${index}`);
      await give(lane, { task: 'once', n: 1, killAfter: null });
      const killed = await give(lane, { task: 'once', n: 2, killAfter: STEPS[index] ?? 1 });
      const found = await asTheRecord(lane);
      expect([1, 2]).toContain(found);
      await expectTidy(lane, found);
      const outcome = `${killed ? 'killed' : 'ended'} ${found}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    expect([...outcomes.keys()].sort()).toEqual(['ended 2', 'killed 1', 'killed 2']);
  });

  it('at any step of a removal leaves the sender or none', { timeout: 600_000 }, async () => {
    const outcomes = new Map<string, number>();
    await inLanes(STEPS.length / 2, async (index) => {
      const lane = await laneOf(`removal-${index}`);
      await give(lane, { task: 'once', n: 1, killAfter: null });
      const killed = await give(lane, { task: 'remove', n: 0, killAfter: STEPS[2 * index] ?? 1 });
      const found = await asTheRecord(lane);
      expect([1, null]).toContain(found);
      await expectTidy(lane, found);
      const outcome = `${killed ? 'killed' : 'ended'} ${found}`;
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    });
    expect([...outcomes.keys()].sort()).toEqual(['ended null', 'killed 1', 'killed null']);
  });

  it('at random moments leaves a sender with its own password', { timeout: 600_000 }, async () => {
    await inLanes(LANES, async (index) => {
      const lane = await laneOf(`random-${index}`);
      let n = 0;
      for (let round = 0; round < ROUNDS_PER_LANE; round += 1) {
        await saveUntilKilled(lane, n + 1);
        const found = await asTheRecord(lane);
        expect(found).toBeGreaterThan(n);
        n = found ?? n;
        if (round % 2 === 0) await expectTidy(lane, n);
      }
      await expectTidy(lane, n);
    });
  });
});

describe('two programs at once', () => {
  it('lose none of the doctors', { timeout: 120_000 }, async () => {
    const { folder } = await laneOf('unused');
    const ids = Array.from({ length: 8 }, (_, index) => `doctor-${index}`);
    const saves = ids.map((doctorId) =>
      give({ folder, doctorId }, { task: 'once', n: 1, killAfter: null }),
    );
    expect(await Promise.all(saves)).toEqual(ids.map(() => false));
    const file = await readSenders(practiceIn(folder).sendersFile);
    if (!file.ok) throw new Error(JSON.stringify(file.problem));
    expect(file.value?.senders.map(({ doctorId }) => doctorId).sort()).toEqual(ids);
  });
});
