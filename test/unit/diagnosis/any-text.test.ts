import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CAUSES } from '../../../src/diagnosis/cause.ts';
import { explain } from '../../../src/diagnosis/diagnose.ts';
import { fold, MAX_INPUT_LENGTH } from '../../../src/diagnosis/fold.ts';
import { rules } from '../../../src/diagnosis/rules/index.ts';
import { STAGES } from '../../../src/smtp/evidence.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom('550', '5.7.1', '535-', 'password', 'sender', 'TLS', '\n', '[', '(', 'quota'),
      { maxLength: 60 },
    )
    .map((words) => words.join(' ')),
);

describe('any text', () => {
  test('gives exactly one cause of the list, a stage and a fixer', () => {
    fc.assert(
      fc.property(anyText, fc.option(fc.constantFrom(...STAGES)), (text, stage) => {
        const found = explain(stage ? { text, stage } : { text });
        expect(CAUSES).toContain(found.cause);
        expect(STAGES).toContain(found.stage);
        expect(found.alternatives).not.toContain(found.cause);
        if (stage) expect(found.stage).toBe(stage);
      }),
    );
  });

  test('is cut before any rule sees it', () => {
    expect(fold('é'.repeat(MAX_INPUT_LENGTH * 3)).length).toBeLessThanOrEqual(MAX_INPUT_LENGTH);
    expect(fold('ﷺ'.repeat(MAX_INPUT_LENGTH)).length).toBeLessThanOrEqual(MAX_INPUT_LENGTH);
  });

  test.each([
    'password ',
    'sender address ',
    'a',
    '535-5.7.8 ',
    'verification failed ',
    'certificate certificat zertifikat ',
    'mailbox user account ',
    '1.',
    '[',
    'a.b-',
    '\n',
  ])('of %j again and again ends', (unit) => {
    const text = unit.repeat(Math.ceil(MAX_INPUT_LENGTH / unit.length));
    expect(CAUSES).toContain(explain({ text }).cause);
  });
});

/** A star or plus over something that ends in a star or plus: time that grows without bound. */
const NESTED = /[*+]\)(?:[*+]|\{\d+,\})/;
/** Repetitions without an upper limit, other than one at the very start or end of a pattern. */
const UNBOUNDED = /(?:\.|\[\^?\]|\\w|\\W|\\S)[*+]/;

test('no pattern repeats without a limit', () => {
  const patterns = rules.flatMap(({ when }) => [...(when.text ?? []), ...(when.not ?? [])]);
  expect(patterns.filter(({ source }) => NESTED.test(source))).toEqual([]);
  expect(patterns.filter(({ source }) => UNBOUNDED.test(source.replace(/^\^\\W\*/, '')))).toEqual(
    [],
  );
});
