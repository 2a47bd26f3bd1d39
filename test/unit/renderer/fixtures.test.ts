import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language.ts';
import { fixturesIn } from '../../screens/fixtures.ts';

const pages = readdirSync(fileURLToPath(new URL('../../../renderer/pages', import.meta.url)))
  .filter((name) => !/^(index|home-)/.test(name))
  .map((name) => name.replace(/\.tsx$/, ''));

describe('the pictures of the window', () => {
  it.each(LANGUAGES)('show every page in %s, each state once', (language) => {
    const fixtures = fixturesIn(language);
    expect([...new Set(fixtures.map(({ page }) => page))].sort()).toEqual([...pages].sort());
    const names = fixtures.map(({ page, state }) => `${page}.${state}`);
    expect(new Set(names).size).toBe(names.length);
  });
});
