import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectFolder } from '../../../scripts/process.ts';

const page = readFileSync(join(projectFolder, 'docs', 'electron-checklist.md'), 'utf8');
const rows = [...page.matchAll(/^\| (\d+)\. .* \| (.+?)( \(twice\))? \|$/gm)];

const textsIn = (...folder: string[]) => {
  const path = join(projectFolder, 'test', ...folder);
  const names = readdirSync(path).filter((name) => /\.(spec|test)\.ts$/.test(name));
  return names.map((name) => readFileSync(join(path, name), 'utf8'));
};

const hasTest = (text: string, title: string) =>
  text.includes(`test('${title}'`) || text.includes(`it('${title}'`);

describe('the checklist of Electron', () => {
  it('has its twenty rules', () => {
    expect(rows.map(([, number]) => Number(number))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });

  it.each(rows.map(([, number = '', title = '', twice]) => [number, title, twice] as const))(
    'shows rule %s by a test that is there: %s',
    (_number, title, twice) => {
      const texts = twice
        ? textsIn('e2e').filter((text) => text.includes("tag: '@packaged'"))
        : textsIn('integration', 'package');
      expect(texts.some((text) => hasTest(text, title))).toBe(true);
    },
  );
});
