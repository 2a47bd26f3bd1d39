import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { it as italian } from '../../../src/texts/it/index.ts';
import { stringsOf } from './strings.ts';

const project = fileURLToPath(new URL('../../..', import.meta.url));

const sources = ['renderer', 'electron', 'src']
  .flatMap((folder) =>
    readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  .filter((name) => /\.tsx?$/.test(name) && !name.startsWith(join('src', 'texts')))
  .map((name) => readFileSync(join(project, name), 'utf8'));

/** Keys as the code writes them: `${...}` stands for one or more parts of a path. */
const patterns = sources
  .flatMap((source) => source.match(/'(pages|common)\.[^'\n]*'|`(pages|common)\.[^`\n]*`/g) ?? [])
  .map((quoted) => {
    const parts = quoted.slice(1, -1).split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
    return parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+');
  });

const used = new RegExp(`^(${patterns.join('|')})(\\.|$)`);

/** Keys that the code builds in two steps, a page's group first. */
const GROUPS = [/^pages\.preparation\.(app-password|smtp-token|account|unknown)\./];

describe('the texts of the window', () => {
  it('are all used by some code', () => {
    const unused = stringsOf({ pages: italian.pages, common: italian.common })
      .map(({ key }) => key)
      .filter((key) => !used.test(key) && !GROUPS.some((group) => group.test(key)));
    expect(unused).toEqual([]);
  });
});
