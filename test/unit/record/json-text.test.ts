import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyText, parseJson } from '../../../src/record/json-text.ts';
import { expectValue } from './fixtures.ts';

const subject = { which: 'profile', file: '/p.json' } as const;

describe('JSON texts', () => {
  it('know the line of every key and element', () => {
    const document = expectValue(
      parseJson('{\n  "a": [\n    1,\n    {\n      "b": true\n    }\n  ]\n}', subject),
    );
    expect(document.lineOf(['a'])).toBe(2);
    expect(document.lineOf(['a', 0])).toBe(3);
    expect(document.lineOf(['a', 1, 'b'])).toBe(5);
    expect(document.lineOf(['a', 1, 'missing'])).toBe(4);
    expect(document.lineOf([])).toBe(1);
  });

  it.each([
    ['{\n  "a": 1,\n}', 3],
    ['{\n  "a" 1\n}', 2],
    ['[\n1\n2]', 3],
    ['{"a": "x\ny"}', 1],
    ['{"a": 1}\n}', 2],
    ['{\n"a": [1, 2', 2],
    ["{'a': 1}", 1],
    ['', 1],
  ])('say on which line %j goes wrong', (text, line) => {
    expect(parseJson(text, subject)).toMatchObject({
      ok: false,
      problem: { code: 'file-malformed', line },
    });
  });

  it.each([
    ['{"a": 1,}', 'a comma too many'],
    ['[1,\n]', 'a comma too many'],
    ['{// why\n"a": 1}', 'no comments'],
    ['{"a": 1 /* why */}', 'no comments'],
    ['{"path": "C:\\Parmenide"}', 'a backslash is written twice'],
    ['{"a": "x}', 'the closing "'],
  ])('say what is wrong with %j in a person’s words', (text, words) => {
    const parsed = parseJson(text, subject);
    expect(parsed.ok ? '' : parsed.problem.detail).toContain(words);
  });

  it('may hold a text of many megabytes', () => {
    const long = 'x'.repeat(10_000_000);
    expect(expectValue(parseJson(JSON.stringify({ long }), subject)).value).toEqual({ long });
  });

  it('know the first key that is there twice', () => {
    const text = '{"a": {"b": 1},\n"c": {"b": 1},\n"a": 2}';
    expect(expectValue(parseJson(text, subject)).repeated()).toEqual({ name: 'a', line: 3 });
    expect(expectValue(parseJson('[{"b": 1}, {"b": 2}]', subject)).repeated()).toBeNull();
  });

  it.each([
    ['written in another way', '{"a": 1, "\\u0061": 2}', 'a'],
    ['deep in a value that is overruled', '{"x": [{"b": 1, "b": 2}], "y": {}}', 'b'],
    ['with quotation marks and colons', '{"\\":": 1, "\\":": "\\": "}', '":'],
    ['called __proto__', '{"__proto__": 1, "__proto__": 2}', '__proto__'],
  ])('know a key that is there twice, %s', (_what, text, name) => {
    expect(expectValue(parseJson(text, subject)).repeated()).toEqual({ name, line: 1 });
  });

  it('know that no key is there twice, whatever the keys and texts hold', () => {
    const word = fc.oneof(fc.string(), fc.constantFrom('":', '\\', '\\":', '{"a":1}', '__proto__'));
    const value = fc.letrec((tie) => ({
      any: fc.oneof({ maxDepth: 4 }, word, fc.double(), fc.boolean(), tie('list'), tie('object')),
      list: fc.array(tie('any')),
      object: fc.dictionary(word, tie('any')),
    })).any;
    fc.assert(
      fc.property(value, fc.constantFrom(undefined, 2, '\t'), (each, space) => {
        const document = expectValue(parseJson(JSON.stringify(each, null, space), subject));
        expect(document.repeated()).toBeNull();
      }),
    );
  });

  it('know it of a text of many megabytes too', () => {
    const long = '\\"x'.repeat(3_000_000);
    expect(expectValue(parseJson(JSON.stringify([{ long }]), subject)).repeated()).toBeNull();
  });

  it('are refused when no program of ours would nest so deeply', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(200), subject)).toMatchObject({ ok: true });
    for (const text of [nested(300), nested(200_000), '['.repeat(200_000)]) {
      const problem = { detail: expect.stringContaining('nested too deeply') };
      expect(parseJson(text, subject)).toMatchObject({ problem });
    }
  });

  it('tolerate a byte order mark', () => {
    expect(expectValue(parseJson('\uFEFF{"a":1}', subject)).value).toEqual({ a: 1 });
  });

  it('are accepted exactly when JSON.parse accepts them', () => {
    const damaged = fc
      .tuple(
        fc.json(),
        fc.nat(),
        fc.constantFrom('', '"', ',', '{', ']', '\\', '1', '\n', 'é', ':'),
      )
      .map(([text, at, put]) => {
        const index = at % (text.length + 1);
        return text.slice(0, index) + put + text.slice(index + 1);
      });
    fc.assert(
      fc.property(fc.oneof(fc.json(), damaged), (text) => {
        if (text.trim() === '') return;
        let accepted = true;
        try {
          JSON.parse(text);
        } catch {
          accepted = false;
        }
        expect(parseJson(text, subject).ok).toBe(accepted);
      }),
      { numRuns: 500 },
    );
  });

  it('write paths as people do', () => {
    expect(keyText(['exports', 0, 'template'])).toBe('exports[0].template');
    expect(keyText([2, 'id'])).toBe('[2].id');
    expect(keyText([])).toBeNull();
  });
});
