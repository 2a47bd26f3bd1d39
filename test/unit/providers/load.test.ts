import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UNKNOWN_LIMITS } from '../../../src/providers/catalogue.ts';
import { loadCatalogue } from '../../../src/providers/load.ts';
import { findByDomain } from '../../../src/providers/lookup.ts';

const BUILT_IN = fileURLToPath(new URL('../../../assets/providers.json', import.meta.url));

const practiceProvider = {
  id: 'practice',
  name: 'Practice server',
  kind: 'custom-domain',
  domains: ['practice.example', 'gmail.com'],
  servers: [{ host: 'mail.practice.example', port: 465, security: 'tls' }],
  username: 'local-part',
  password: 'account',
  state: 'works',
  hint: null,
  preparation: null,
  help: null,
  limits: UNKNOWN_LIMITS,
  sources: [{ url: null, where: 'the practice', date: '2026-11-22', fact: 'its own server' }],
  checked: '2026-11-22',
};

let folder: string;
let written = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mittente-providers-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function fileWith(content: unknown): Promise<string> {
  written += 1;
  const file = join(folder, `providers-${written}.json`);
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content, null, 2));
  return file;
}

describe('a technician’s file of providers', () => {
  it('adds providers and takes over the domains that it names', async () => {
    const file = await fileWith({ version: 1, providers: [practiceProvider] });
    const loaded = await loadCatalogue(BUILT_IN, file);
    if (!loaded.ok) throw new Error(loaded.problem.detail);
    expect(findByDomain(loaded.value, 'practice.example')?.id).toBe('practice');
    expect(findByDomain(loaded.value, 'gmail.com')?.id).toBe('practice');
    expect(findByDomain(loaded.value, 'googlemail.com')?.id).toBe('gmail');
    expect(findByDomain(loaded.value, 'libero.it')?.id).toBe('libero');
  });

  it('replaces a provider of the same id', async () => {
    const corrected = { ...practiceProvider, id: 'libero', domains: ['libero.it'] };
    const loaded = await loadCatalogue(
      BUILT_IN,
      await fileWith({ version: 1, providers: [corrected] }),
    );
    if (!loaded.ok) throw new Error(loaded.problem.detail);
    const named = loaded.value.providers.filter(({ id }) => id === 'libero');
    expect(named.map(({ name }) => name)).toEqual(['Practice server']);
  });

  it('may begin with a byte order mark', async () => {
    const file = await fileWith(`\uFEFF${JSON.stringify({ version: 1, providers: [] })}`);
    expect(await loadCatalogue(BUILT_IN, file)).toMatchObject({ ok: true });
  });

  it.each([
    ['security', { servers: [{ host: 'mail.practice.example', port: 25, security: 'none' }] }],
    ['servers[0].port', { servers: [{ host: 'mail.practice.example', security: 'tls' }] }],
    ['domains[0]', { domains: ['Not A Domain'] }],
    ['mxRanges[0]', { mxRanges: ['62.149.128.0'] }],
    ['limits.perDay', { limits: { ...practiceProvider.limits, perDay: 'many' } }],
    ['sources', { sources: [] }],
  ])('is refused with the key when %s is wrong', async (key, wrong) => {
    const file = await fileWith({
      version: 1,
      providers: [practiceProvider, { ...practiceProvider, id: 'other', domains: [], ...wrong }],
    });
    const loaded = await loadCatalogue(BUILT_IN, file);
    expect(loaded).toMatchObject({
      ok: false,
      problem: { code: 'file-malformed', which: 'providers', file },
    });
    if (loaded.ok) return;
    expect(loaded.problem.key).toContain('providers[1].');
    expect(loaded.problem.key).toContain(key);
    expect(loaded.problem.line).toBeGreaterThan(1);
  });

  it('is refused with the line when it is no JSON', async () => {
    const file = await fileWith('{\n  "version": 1,\n  "providers": [\n}\n');
    expect(await loadCatalogue(BUILT_IN, file)).toMatchObject({
      ok: false,
      problem: { code: 'file-malformed', file, line: 4 },
    });
  });

  it('is refused when an id or a domain stands in it twice', async () => {
    const sameId = await fileWith({ version: 1, providers: [practiceProvider, practiceProvider] });
    expect(await loadCatalogue(BUILT_IN, sameId)).toMatchObject({
      ok: false,
      problem: { code: 'duplicate-id', key: 'providers[1].id' },
    });
    const sameDomain = await fileWith({
      version: 1,
      providers: [practiceProvider, { ...practiceProvider, id: 'other' }],
    });
    expect(await loadCatalogue(BUILT_IN, sameDomain)).toMatchObject({
      ok: false,
      problem: { code: 'duplicate-id', key: 'providers[1].domains[0]' },
    });
  });

  it('is told to be missing when it is named but not there', async () => {
    const file = join(folder, 'absent.json');
    expect(await loadCatalogue(BUILT_IN, file)).toMatchObject({
      ok: false,
      problem: { code: 'file-missing', which: 'providers', file },
    });
  });
});
