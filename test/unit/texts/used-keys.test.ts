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
  .filter((name) => /\.tsx?$/.test(name) && !/texts\W(it|en|de)\W/.test(name))
  // There `mail.${domain}` is the name of a server.
  .filter((name) => !name.startsWith(join('src', 'discovery')))
  .map((name) => readFileSync(join(project, name), 'utf8'));

const ROOTS = Object.keys(italian).join('|');
const KEY = new RegExp(`'(${ROOTS})\\.[^'\\n]*'|\`(${ROOTS})\\.[^\`\\n]*\``, 'g');

/** Keys as the code writes them: `${...}` stands for one or more parts of a path. */
const patterns = sources
  .flatMap((source) => source.match(KEY) ?? [])
  .map((quoted) => {
    const parts = quoted.slice(1, -1).split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
    return parts.map((part) => part.replaceAll('.', '\\.')).join('[^.]+');
  });

const used = new RegExp(`^(${patterns.join('|')})(\\.|$)`);

/** Keys that the code builds in two steps, a page's group first. */
const GROUPS = [/^pages\.preparation\.(app-password|smtp-token|account|unknown)\./];

describe('the texts', () => {
  it('are all used by some code', () => {
    const unused = stringsOf(italian)
      .map(({ key }) => key)
      .filter((key) => !used.test(key) && !GROUPS.some((group) => group.test(key)));
    expect(unused).toEqual([]);
  });
});
