import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Export, exportSchema } from '../../../src/record/profile.ts';
import { succeed } from '../../../src/result.ts';
import type { WizardEffects } from '../../../src/wizard/effects.ts';
import { profileIn, temporaryFolder } from '../record/fixtures.ts';
import { createWorld, PASSED, practice } from '../wizard/world.ts';
import { CANARY, run, services } from './surroundings.ts';

let folder: string;
let stop: () => void;
let probed: string[];

beforeEach(async () => {
  folder = await temporaryFolder();
  stop = () => undefined;
  probed = [];
});

interface Wish {
  readonly effects?: Partial<WizardEffects>;
  readonly exports?: readonly Export[];
}

/** Runs `apply` on these doctors, each with an address unless the change says otherwise. */
async function apply(
  doctors: readonly object[],
  words: readonly string[] = [],
  { effects = {}, exports = [] }: Wish = {},
) {
  const answers = path.join(folder, 'answers.json');
  const filled = doctors.map((doctor, index) => ({
    id: `d${index}`,
    name: `Dott. ${index}`,
    choice: 'personal',
    address: `d${index}@example.com`,
    ...doctor,
  }));
  await writeFile(answers, JSON.stringify({ version: 1, doctors: filled }));
  const opened = {
    ...createWorld().effects,
    loadPractice: async () => succeed(practice()),
    checkKeychain: async () => succeed(undefined),
    saveSender: async () => succeed(undefined),
    probe: async ({ from }: { from: { address: string } }) => {
      probed.push(from.address);
      return PASSED;
    },
    ...effects,
  } satisfies WizardEffects;
  const secrets = Object.fromEntries(filled.map(({ id }) => [id, CANARY]));
  const ran = await run(['apply', answers, '--secrets', '-', ...words], {
    stdin: JSON.stringify(secrets),
    parts: {
      openServices: async () => succeed(services({ profile: profileIn(folder, exports) })),
      openEffects: async () => ({ effects: opened, facts: () => ({}) as never }),
      onInterrupt: (given) => {
        stop = given;
        return () => undefined;
      },
    },
  });
  const results = () => JSON.parse(ran.stdout).results as { doctorId: string }[];
  return { ...ran, results };
}

describe('mittente apply', () => {
  it('finishes the save under way when it is interrupted, and begins no other', async () => {
    const { status, results, stderr } = await apply(Array(5).fill({}), ['--json', '--lang', 'it'], {
      effects: {
        probe: async ({ from }, { signal }) => {
          if (from.address.startsWith('d0')) return PASSED;
          return new Promise((_, reject) =>
            signal?.addEventListener('abort', () => reject(signal.reason)),
          );
        },
        saveSender: async () => {
          stop();
          await new Promise((resolve) => setTimeout(resolve, 20));
          return succeed(undefined);
        },
      },
    });
    expect(status).toBe(1);
    expect(stderr).toContain('Mi fermo');
    const cancelled = { ok: false, saved: false, error: { code: 'cancelled' } };
    expect(results()).toMatchObject([
      { doctorId: 'd0', ok: true, saved: true },
      { doctorId: 'd1', ...cancelled },
      ...['d2', 'd3', 'd4'].map((doctorId) => ({ doctorId, ...cancelled, skipped: true })),
    ]);
    expect(results()[1]).not.toHaveProperty('skipped');
  });

  it('tells a person who was not tried', async () => {
    const { stdout } = await apply(Array(3).fill({}), ['--lang', 'it'], {
      effects: {
        probe: (_request, { signal }) => {
          stop();
          return Promise.reject(signal?.reason);
        },
      },
    });
    expect(stdout).toContain('Dott. 2 (d2): non provato. Interrotto.');
    expect(stdout).toContain('Riusciti: 0 di 3.');
  });

  it('logs in nowhere when nothing could be saved', async () => {
    await mkdir(path.join(folder, `mittente-check-${process.pid}.tmp`));
    const { status, stdout } = await apply([{}], ['--json']);
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ results: [], error: { code: expect.any(String) } });
    expect(probed).toEqual([]);
    expect((await apply([{}], ['--dry-run'])).status).toBe(0);
  });

  it('sends nothing for a doctor whose values could not be saved', async () => {
    const template = path.join(folder, 't.mustache');
    await writeFile(template, '{{displayName}}');
    const exports = [
      exportSchema.parse({
        path: path.join(folder, '{{doctorId}}.ini'),
        template,
        per: 'doctor',
        encoding: 'windows-1252',
        escape: 'none',
      }),
    ];
    const { status, results } = await apply(
      [{ displayName: 'Dott. Wałęsa' }, { id: '../x' }, {}],
      ['--json'],
      { exports },
    );
    expect(status).toBe(1);
    const refused = { ok: false, saved: false, error: { code: 'value-not-writable' } };
    expect(results()).toMatchObject([refused, refused, { ok: true, saved: true }]);
    expect(probed).toEqual(['d2@example.com']);
  });

  it('does not say that a Mail Plus was tested that is only to be asked for', async () => {
    const asked = { choice: 'mail-plus', address: undefined };
    const { status, stdout } = await apply([asked], ['--dry-run', '--lang', 'it']);
    expect(status).toBe(0);
    expect(stdout).toContain('Mail Plus è da chiedere');
    expect(stdout).not.toContain('riuscita');
  });
});
