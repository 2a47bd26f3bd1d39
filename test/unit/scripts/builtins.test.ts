import { describe, expect, it } from 'vitest';
import { builtinsDirectly } from '../../../scripts/builtins.ts';

const rendered = builtinsDirectly.renderChunk as unknown as (code: string) => string;

describe('builtinsDirectly', () => {
  it.each([
    [
      'names, some of them renamed',
      'import { join, parse as read } from "node:path";',
      'const { join: join, parse: read } = globalThis.process.getBuiltinModule("node:path");',
    ],
    [
      'the default',
      'import process from "process";',
      'const process = globalThis.process.getBuiltinModule("process");',
    ],
    [
      'everything under a name',
      'import * as tls from "node:tls";',
      'const tls = globalThis.process.getBuiltinModule("node:tls");',
    ],
    ['nothing', 'import "node:net";', ''],
  ])('takes %s', (_what, code, expected) => {
    expect(rendered(code)).toBe(expected);
  });

  it('takes the default and names together', () => {
    const code = rendered('import path, { dirname } from "node:path";\nuse(path, dirname);');
    const used: unknown[] = [];
    new Function('use', code)((...values: unknown[]) => used.push(...values));
    const path = process.getBuiltinModule('node:path');
    expect(used).toEqual([path, path.dirname]);
  });

  it('leaves other modules as they are', () => {
    const code = 'import { app } from "electron";\nimport { t } from "./chunks/shared-x.js";\n';
    expect(rendered(code)).toBe(code);
  });
});
