import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../scripts/process.ts';
import { anchorsOf, codeOf, PAGES, proseOf } from './pages.ts';

const LINK = /!?\[[^\]]*\]\(([^)\s]+)\)/g;
/** A path from the project's folder, without what stands for something else (`NAME`, `*`, `<...>`). */
const OWN_PATH = /^(?:src|electron|renderer|assets|scripts|test|docs|installer)\/[\w./-]*$/;

describe.each(PAGES)('$name', (page) => {
  const links = [...proseOf(page).matchAll(LINK)].map(([, target = '']) => target);

  it('has links and pictures that lead somewhere', () => {
    const broken = links
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [file = '', anchor] = target.split('#');
        const path = file === '' ? page.name : normalize(join(dirname(page.name), file));
        if (!existsSync(join(projectFolder, path))) return true;
        if (anchor === undefined) return false;
        const linked = PAGES.find(({ name }) => name === path);
        return !linked || !anchorsOf(linked).has(decodeURIComponent(anchor));
      });
    expect(broken).toEqual([]);
  });

  it('names files and folders that are there', () => {
    const paths = codeOf(page).filter((piece) => OWN_PATH.test(piece) && !/[A-Z]{3}/.test(piece));
    const known = (path: string) =>
      ['', '.ts', '.test.ts', '.spec.ts'].some((end) =>
        existsSync(join(projectFolder, `${path}${end}`)),
      );
    expect(paths.filter((path) => !known(path))).toEqual([]);
  });
});

describe.each([
  ['docs/README.md', /^docs\/[^/]+\.md$/],
  ['docs/decisions/README.md', /^docs\/decisions\/[^/]+\.md$/],
])('%s', (index, listed) => {
  it('lists every page of its folder', () => {
    const text = PAGES.find(({ name }) => name === index)?.text ?? '';
    const names = PAGES.map(({ name }) => name).filter((name) => listed.test(name));
    expect(names.length).toBeGreaterThan(5);
    const missing = names.filter(
      (name) => name !== index && !text.includes(`](${name.slice(name.lastIndexOf('/') + 1)})`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the pictures of the documents', () => {
  it('are all shown somewhere', () => {
    const texts = PAGES.map(({ text }) => text).join('\n');
    const unused = readdirSync(join(projectFolder, 'docs', 'pictures')).filter(
      (name) => !texts.includes(`pictures/${name}`),
    );
    expect(unused).toEqual([]);
  });

  it('are small', () => {
    const large = PAGES.flatMap((page) =>
      [...page.text.matchAll(/\]\((\S+\.png)\)/g)].map(([, target = '']) =>
        join(projectFolder, dirname(page.name), target),
      ),
    ).filter((file) => readFileSync(file).length > 100_000);
    expect(large).toEqual([]);
  });
});

describe('README.md', () => {
  it('begins with the two commands', () => {
    const [block = ''] = /^```.*?^```$/ms.exec(PAGES[0]?.text ?? '') ?? [];
    expect(
      block
        .split('\n')
        .slice(1, -1)
        .map((line) => line.replace(/ +#.*/, '')),
    ).toEqual(['npm ci && npm start', 'npm ci && npm test']);
    expect(PAGES[0]?.text.startsWith(block)).toBe(true);
  });
});
