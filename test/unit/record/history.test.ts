import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type HistoryChange,
  historyOf,
  noteChange,
  readHistory,
} from '../../../src/record/history.ts';
import type { SaveProblem } from '../../../src/record/problem.ts';
import type { Saved } from '../../../src/record/save.ts';
import { type Sender, serialiseSenders } from '../../../src/record/senders.ts';
import { fail, type Result, succeed } from '../../../src/result.ts';
import { expectValue, NOW, senderOf, temporaryFolder } from './fixtures.ts';

let sendersFile: string;

beforeEach(async () => {
  sendersFile = path.join(await temporaryFolder(), 'senders.json');
});

async function store(...senders: Sender[]): Promise<void> {
  const file = { version: 1 as const, updatedAt: NOW.toISOString(), senders };
  await writeFile(sendersFile, serialiseSenders(file));
}

function note(
  doctorId: string,
  change: HistoryChange,
  made: Result<Saved, SaveProblem>,
  more: { at?: Date; maxBytes?: number; user?: () => string | null } = {},
) {
  const { at = NOW, user = () => 'anna', ...options } = more;
  return noteChange({ sendersFile, doctorId, change, at }, async () => made, { user, ...options });
}

const saved = (doctorId: string, over: Partial<Sender> = {}) =>
  succeed({ sender: senderOf(doctorId, over) });

const lines = async () => (await readFile(historyOf(sendersFile), 'utf8')).trimEnd().split('\n');

describe('the history of a practice', () => {
  it('says who changed what, from which address to which', async () => {
    await store(senderOf('rossi', { address: 'old@example.test' }));
    await note('rossi', 'saved', saved('rossi'));
    expect(await readHistory(sendersFile, 'rossi', 10)).toEqual([
      {
        at: NOW.toISOString(),
        user: 'anna',
        doctorId: 'rossi',
        change: 'saved',
        from: 'old@example.test',
        to: 'rossi@example.test',
        status: 'verified',
        cause: null,
      },
    ]);
  });

  it('names the user of the operating system', async () => {
    await noteChange({ sendersFile, doctorId: 'rossi', change: 'saved', at: NOW }, async () =>
      saved('rossi'),
    );
    const [entry] = await readHistory(sendersFile, 'rossi', 1);
    expect(entry?.user).toMatch(/./);
  });

  it('keeps why a check failed, and no cause for any other change', async () => {
    const failing = { at: NOW.toISOString(), cause: 'wrong-credentials' };
    await note('rossi', 'checked', saved('rossi', { status: 'failing', failing }));
    await note('rossi', 'mail-plus-asked', saved('rossi', { status: 'failing', failing }));
    const causes = (await readHistory(sendersFile, 'rossi', 10)).map(({ cause }) => cause);
    expect(causes).toEqual([null, 'wrong-credentials']);
  });

  it('gives a doctor’s own changes only, the newest first, as many as asked for', async () => {
    for (const day of [1, 2, 3]) {
      const at = new Date(Date.UTC(2026, 10, day));
      await note('rossi', 'checked', saved('rossi'), { at });
      await note('verdi', 'checked', saved('verdi'), { at });
    }
    const found = await readHistory(sendersFile, 'rossi', 2);
    expect(found.map(({ at, doctorId }) => [at.slice(0, 10), doctorId])).toEqual([
      ['2026-11-03', 'rossi'],
      ['2026-11-02', 'rossi'],
    ]);
  });

  it('says nothing of a change that was not made', async () => {
    const problem = { code: 'read-back-differs', detail: 'x', restored: true } as const;
    const made = await note('rossi', 'saved', fail(problem));
    expect(made).toEqual(fail(problem));
    expect(await readHistory(sendersFile, 'rossi', 10)).toEqual([]);
  });

  it('notes a sender that was removed', async () => {
    await store(senderOf('rossi'));
    await note('rossi', 'removed', succeed({ sender: null }));
    expect(await readHistory(sendersFile, 'rossi', 1)).toMatchObject([
      { change: 'removed', from: 'rossi@example.test', to: null, status: 'none' },
    ]);
  });

  it('keeps every one of many changes made at once', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `doctor-${index}`);
    await Promise.all(ids.map((id) => note(id, 'checked', saved(id))));
    const found = (await lines()).map((line) => JSON.parse(line).doctorId);
    expect(found.sort()).toEqual(ids.sort());
  });
});

describe('a history that grows', () => {
  it('drops its oldest lines past its limit, and only whole ones', async () => {
    for (let day = 1; day <= 28; day += 1) {
      const at = new Date(Date.UTC(2026, 1, day));
      await note('rossi', 'checked', saved('rossi'), { at, maxBytes: 2000 });
      expect((await stat(historyOf(sendersFile))).size).toBeLessThanOrEqual(2000);
    }
    const found = await readHistory(sendersFile, 'rossi', 100);
    expect(found).toHaveLength((await lines()).length);
    expect(found.length).toBeGreaterThan(5);
    expect(found.length).toBeLessThan(28);
    expect(found[0]?.at).toContain('2026-02-28');
    const left = (await readdir(path.dirname(sendersFile))).filter((name) => /new|lock/.test(name));
    expect(left).toEqual([]);
  });
});

describe('a history in trouble', () => {
  it('leaves out what is not an entry, and goes on after a line cut short', async () => {
    await note('rossi', 'saved', saved('rossi'));
    const whole = await readFile(historyOf(sendersFile), 'utf8');
    const junk = `\n[]\nnull\n{"at":"yesterday"}\n\u0000\n${whole.slice(0, 40)}`;
    await writeFile(historyOf(sendersFile), `${whole}${junk}`);
    await note('rossi', 'checked', saved('rossi'));
    const found = await readHistory(sendersFile, 'rossi', 10);
    expect(found.map(({ change }) => change)).toEqual(['checked', 'saved']);
  });

  it('that cannot be written or read fails no change', async () => {
    await mkdir(historyOf(sendersFile));
    expectValue(await note('rossi', 'saved', saved('rossi')));
    expect(await readHistory(sendersFile, 'rossi', 10)).toEqual([]);
  });

  it('does not mind a senders file that cannot be read', async () => {
    await writeFile(sendersFile, 'not JSON');
    await note('rossi', 'checked', saved('rossi'));
    expect(await readHistory(sendersFile, 'rossi', 1)).toMatchObject([{ from: null }]);
  });

  it.skipIf(process.platform === 'win32')(
    'may be written by whoever may write the senders file',
    async () => {
      await store(senderOf('rossi'));
      await chmod(sendersFile, 0o664);
      await note('rossi', 'saved', saved('rossi'));
      expect((await stat(historyOf(sendersFile))).mode & 0o777).toBe(0o664);
    },
  );
});
