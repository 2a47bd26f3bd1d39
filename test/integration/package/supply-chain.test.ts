import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isAllowed, shippedLicences, toolLicences } from '../../../scripts/package/licences.ts';
import { projectFolder } from '../../../scripts/process.ts';
import { npmSbom } from '../../../scripts/sbom.ts';
import { resources } from './packaged.ts';

type Licence = { license?: { id?: string; name?: string }; expression?: string };
type Part = { 'bom-ref': string; licenses?: Licence[] };

const read = async (...path: string[]) => await readFile(join(projectFolder, ...path), 'utf8');

const refused = (parts: Part[], allowed: readonly string[]) =>
  parts
    .map(({ 'bom-ref': ref, licenses = [] }) => {
      const names = licenses.map(({ license, expression }) => expression ?? license?.id ?? '?');
      return { ref, names };
    })
    .filter(({ names }) => names.length === 0 || names.some((name) => !isAllowed(name, allowed)));

describe('licences', () => {
  it('of everything that is shipped are permissive', async () => {
    const bom = JSON.parse(await readFile(join(resources, 'sbom.cdx.json'), 'utf8'));
    expect(bom.components.length).toBeGreaterThan(20);
    expect(refused(bom.components, shippedLicences)).toEqual([]);
  });

  it('of all tools are known ones', () => {
    const parts = npmSbom().components as unknown as Part[];
    expect(parts.length).toBeGreaterThan(200);
    expect(refused(parts, toolLicences)).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND ISC', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['(MIT AND (GPL-3.0-only OR ISC))', false],
    ['', false],
  ])('read as an expression, %s: %s', (expression, answer) => {
    expect(isAllowed(expression, shippedLicences)).toBe(answer);
  });
});

describe('the list of parts', () => {
  it('is the same wherever it is made: no time, serial number or download address', async () => {
    const text = await readFile(join(resources, 'sbom.cdx.json'), 'utf8');
    const bom = JSON.parse(text);
    expect(bom).toMatchObject({ bomFormat: 'CycloneDX', specVersion: '1.5' });
    expect(bom).not.toHaveProperty('serialNumber');
    expect(bom.metadata).not.toHaveProperty('timestamp');
    expect(text).not.toMatch(/"distribution"|\.tgz/);
    const refs = new Set(bom.components.map((part: Part) => part['bom-ref']));
    const edges = bom.dependencies.flatMap((edge: { dependsOn: string[] }) => edge.dependsOn);
    expect(edges.filter((ref: string) => !refs.has(ref))).toEqual([]);
  });
});

describe('dependencies', () => {
  it('run scripts when they are installed only where package.json says so', async () => {
    const { packages } = JSON.parse(await read('package-lock.json'));
    const { allowScripts } = JSON.parse(await read('package.json'));
    const withScripts = Object.entries<{ name?: string; hasInstallScript?: boolean }>(packages)
      .filter(([, about]) => about.hasInstallScript)
      .map(([path, about]) => about.name ?? path.replace(/^.*node_modules\//, ''));
    expect(withScripts).toContain('@github/keytar');
    expect(withScripts.filter((name) => !Object.hasOwn(allowScripts, name))).toEqual([]);
  });

  it('are all pinned by what they contain', async () => {
    const { packages } = JSON.parse(await read('package-lock.json'));
    const entries = Object.entries<{ integrity?: string; link?: boolean }>(packages);
    const unpinned = entries.filter(
      ([path, about]) => path !== '' && !about.link && !about.integrity,
    );
    expect(unpinned.map(([path]) => path)).toEqual([]);
  });

  it('each have their line in docs/dependencies.md', async () => {
    const page = await read('docs', 'dependencies.md');
    const { dependencies, devDependencies } = JSON.parse(await read('package.json'));
    const named = [...page.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1]);
    const wanted = Object.keys({ ...dependencies, ...devDependencies });
    expect(named.toSorted()).toEqual(wanted.toSorted());
  });
});
