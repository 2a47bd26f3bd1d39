import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const PROJECT = resolve(import.meta.dirname, '../..');
/** At the top of a file, or loaded later. */
const IMPORT = /^(?:import|export) (type )?(?:[^'"]*? from )?'([^']+)';|\bimport\('([^']+)'\)/gms;

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

/** Every import of a folder's files, with the paths inside the project where it is one of its own. */
async function arrowsOf(folder: string): Promise<Arrow[]> {
  const names = await readdir(join(PROJECT, folder), { recursive: true });
  const files = names.filter((name) => /\.tsx?$/.test(name)).map((name) => join(folder, name));
  const arrows = await Promise.all(
    files.map(async (from) => {
      const text = await readFile(join(PROJECT, from), 'utf8');
      return [...text.matchAll(IMPORT)].map(([, types, first, later]) => {
        const target = first ?? later ?? '';
        const to = target.startsWith('.')
          ? relative(PROJECT, resolve(PROJECT, dirname(from), target))
          : target;
        return { from, to, typesOnly: types !== undefined };
      });
    }),
  );
  return arrows.flat();
}

const told = ({ from, to }: Arrow) => `${from} -> ${to}`;

/** The first way that leads from a file back to it, for each file that has one. */
function circlesOf(arrows: readonly Arrow[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  return [...next.keys()].flatMap((start) => {
    const ways = new Map([[start, start]]);
    for (const [file, way] of ways) {
      for (const to of next.get(file) ?? []) {
        if (to === start) return [`${way} -> ${start}`];
        if (!ways.has(to)) ways.set(to, `${way} -> ${to}`);
      }
    }
    return [];
  });
}

describe('the arrows of the house point one way', () => {
  it('src uses neither electron nor renderer, nor their libraries', async () => {
    const arrows = await arrowsOf('src');
    expect(arrows.length).toBeGreaterThan(300);
    const wrong = arrows.filter(({ to }) =>
      /^(electron|renderer|react|react-dom|@fluentui)(\/|$)/.test(to),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('no files of one house need each other in a circle, not even for their types', async () => {
    expect(
      circlesOf([
        { from: 'a', to: 'b', typesOnly: true },
        { from: 'b', to: 'c', typesOnly: false },
        { from: 'c', to: 'b', typesOnly: true },
      ]),
    ).toEqual(['b -> c -> b', 'c -> b -> c']);
    for (const house of ['src', 'electron', 'renderer']) {
      expect(circlesOf(await arrowsOf(house)), house).toEqual([]);
    }
  });

  it('electron does not use the renderer', async () => {
    const wrong = (await arrowsOf('electron')).filter(({ to }) => to.startsWith('renderer/'));
    expect(wrong.map(told)).toEqual([]);
  });

  it('the renderer has types of src, and at run time its texts alone', async () => {
    const arrows = await arrowsOf('renderer');
    const wrong = arrows.filter(
      ({ from, to, typesOnly }) =>
        (to.startsWith('src/') && !typesOnly && !to.startsWith('src/texts/')) ||
        (to.startsWith('electron/') && !typesOnly) ||
        (to.startsWith('node:') && !from.endsWith('vite.config.ts')),
    );
    expect(wrong.map(told)).toEqual([]);
  });

  it('the thinking does not know the commands, and the texts know nothing but words', async () => {
    const arrows = await arrowsOf('src');
    const wrong = arrows.filter(
      ({ from, to, typesOnly }) =>
        (to.startsWith('src/cli/') && !from.startsWith('src/cli/')) ||
        (from.startsWith('src/texts/') &&
          to.startsWith('src/') &&
          !typesOnly &&
          !to.startsWith('src/texts/')),
    );
    expect(wrong.map(told)).toEqual([]);
  });
});
