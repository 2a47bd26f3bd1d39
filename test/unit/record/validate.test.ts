import { describe, expect, it } from 'vitest';
import { answersSchema } from '../../../src/record/answers.ts';
import { parseJson } from '../../../src/record/json-text.ts';
import { recordProfileSchema } from '../../../src/record/profile.ts';
import { validate } from '../../../src/record/validate.ts';
import type { z } from '../../../src/zod.ts';
import { expectValue } from './fixtures.ts';

const subject = { which: 'profile', file: '/p.json' } as const;

/** What is wrong with a value: key, line and words. */
function problemOf(schema: z.ZodMiniType, value: unknown) {
  const document = expectValue(parseJson(JSON.stringify(value, null, 1), subject));
  const valid = validate(document, schema, subject);
  return valid.ok ? null : valid.problem;
}

const OWN = { path: 'a', template: 'b', per: 'doctor', escape: 'ini' };
const PROFILE = { version: 1, record: { name: 'Cartella' }, senders: { path: 's' } };
const DOCTOR = { id: 'rossi', name: 'Rossi', choice: 'personal', address: 'a@b.it' };
const SERVER = { host: 'smtp.b.it', port: 465, security: 'tls' };

const profile = (over: object) => problemOf(recordProfileSchema, { ...PROFILE, ...over });
const answer = (over: object) =>
  problemOf(answersSchema, { version: 1, doctors: [{ ...DOCTOR, ...over }] });

describe('a file with something wrong in it says', () => {
  it('where an unknown key stands, and which was meant', () => {
    expect(profile({ exports: [{ ...OWN, enconding: 'utf-8' }] })).toMatchObject({
      key: 'exports[0].enconding',
      line: 15,
      detail: 'there is no key "enconding"; did you mean "encoding"?',
    });
    expect(profile({ Senders: {} })?.detail).toContain('did you mean "senders"?');
    expect(answer({ adress: 'x' })?.detail).toContain('did you mean "address"?');
    expect(answer({ smtp: { ...SERVER, prot: 1 } })?.detail).toContain('did you mean "port"?');
  });

  it('that a text stands where a number belongs, and proposes no text for it', () => {
    expect(profile({ version: '1' })?.detail).toBe('expected 1, found "1"');
  });

  it('which keys there are when none is near', () => {
    expect(profile({ record: { name: 'x', colour: 'red' } })?.detail).toBe(
      'there is no key "colour"; known here: name',
    );
  });

  it('that a password has no place in it', () => {
    expect(answer({ password: 'hunter2' })?.detail).toBe(
      '"password": a password is never in a file',
    );
  });

  it('that a key is missing, and what belongs there', () => {
    expect(profile({ senders: undefined })).toMatchObject({
      key: 'senders',
      detail: 'the key is missing: expected an object { }',
    });
    expect(profile({ exports: [{ ...OWN, per: undefined }] })?.detail).toBe(
      'the key is missing: expected "doctor", "practice"',
    );
  });

  it('what it found instead of what belongs there', () => {
    expect(profile({ version: 2 })?.detail).toBe('expected 1, found 2');
    expect(profile({ record: 'x' })?.detail).toBe('expected an object { }, found "x"');
    expect(profile({ exports: {} })?.detail).toBe('expected a list [ ], found an object { }');
    expect(profile({ record: { name: '' } })?.detail).toBe('it is empty');
    expect(profile({ exports: [{ ...OWN, encoding: 'utf8' }] })?.detail).toBe(
      'expected "utf-8", "utf-8-bom", "utf-16le", "windows-1252", found "utf8"; did you mean "utf-8"?',
    );
    expect(answer({ smtp: { ...SERVER, host: 'smtp://b.it' } })).toMatchObject({
      key: 'doctors[0].smtp.host',
      detail: '"smtp://b.it" cannot be used here',
    });
    expect(answer({ smtp: { ...SERVER, port: '465' } })?.detail).toBe(
      'expected a number, found "465"',
    );
  });
});
