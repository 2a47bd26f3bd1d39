import { describe, expect, test } from 'vitest';
import { readCases } from '../../../scripts/accuracy.ts';
import { CAUSES } from '../../../src/diagnosis/cause.ts';
import { decide } from '../../../src/diagnosis/engine.ts';
import { reduceLine } from '../../../src/diagnosis/reduce.ts';
import { rules } from '../../../src/diagnosis/rules/index.ts';
import type { Sample } from '../../../src/diagnosis/rules/rule.ts';
import type { Signals } from '../../../src/diagnosis/signals.ts';

function signalsOf({ facts, ...line }: Sample): Signals {
  const signals = reduceLine(line, { provider: null });
  return { ...signals, facts: new Set([...signals.facts, ...(facts ?? [])]) };
}

describe('each rule', () => {
  test.each(rules.map((rule) => [rule.id, rule] as const))(
    '%s: its own sample yields its cause, by this rule or one before it',
    (_id, rule) => {
      expect(decide(signalsOf(rule.sample))?.cause).toBe(rule.cause);
    },
  );

  test('has a name of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  test('names neither its own cause nor one cause twice as an alternative', () => {
    for (const { id, cause, alternatives = [] } of rules) {
      expect(alternatives, id).not.toContain(cause);
      expect(new Set(alternatives).size, id).toBe(alternatives.length);
    }
  });

  test('says where it comes from', () => {
    for (const { source } of rules) expect(source).toMatch(/^(https:\/\/|RFC \d+)/);
  });
});

test('every cause is reached by some rule', () => {
  const reached = new Set(rules.map((rule) => decide(signalsOf(rule.sample))?.cause));
  expect(reached).toEqual(new Set(CAUSES));
});

test('no rule is a copy of one case: none holds a whole sentence of the test sets', () => {
  const literal = (pattern: RegExp) => pattern.source.split('|').map((part) => part.toLowerCase());
  const parts = rules.flatMap(({ when }) => (when.text ?? []).flatMap(literal));
  const sentences = readCases('smtp-failures').map(({ error }) => error.trim().toLowerCase());
  const long = sentences.filter((sentence) => sentence.length > 40);
  expect(parts.filter((part) => long.includes(part))).toEqual([]);
});
