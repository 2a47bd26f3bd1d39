import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../src/language.ts';
import type { FileProblem, PracticeProblem, SaveProblem } from '../../../src/record/practice.ts';
import { translator } from '../../../src/texts/index.ts';
import { describeProblem } from '../../../src/texts/problem-text.ts';

const file = (over: Partial<FileProblem>): FileProblem => ({
  code: 'file-malformed',
  which: 'profile',
  file: 'C:\\Record\\medici & co.json',
  line: 12,
  key: 'doctors[0].id',
  detail: 'expected a string',
  ...over,
});

const FILE_CODES = [
  'file-missing',
  'file-unreadable',
  'file-malformed',
  'file-not-writable',
  'file-busy',
  'disk-full',
  'duplicate-id',
  'value-not-writable',
] as const;

const KINDS = [
  'profile',
  'doctors',
  'senders',
  'export',
  'authority',
  'providers',
  'answers',
  'campaign',
  'handout',
] as const;

const all: (PracticeProblem | SaveProblem)[] = [
  ...FILE_CODES.flatMap((code) => KINDS.map((which) => file({ code, which }))),
  { code: 'keychain-missing', detail: 'x' },
  { code: 'keychain-locked', detail: 'x' },
  { code: 'keychain-refused', detail: 'x' },
  { code: 'read-back-differs', detail: 'x', restored: true },
];

/** What a doctor is never shown (the detail is for the technician). */
const FORBIDDEN = /SMTP|JSON|STARTTLS|timeout|\{\{|!|problems\./i;

describe.each(LANGUAGES)('problems in %s', (language) => {
  const translate = translator(language);

  it('are all told in whole sentences, with something to do', () => {
    for (const problem of all) {
      const { title, happened, steps } = describeProblem(problem, translate);
      const words = [title, happened, ...steps].join('\n').replace('medici & co.json', '');
      expect(words).not.toMatch(FORBIDDEN);
      expect(title).not.toMatch(/\.$/);
      expect(happened).toMatch(/\.$/);
      expect(steps.length).toBeGreaterThan(0);
      for (const step of steps) expect(step).toMatch(/\.$/);
    }
  });
});

describe('a problem with a file', () => {
  const translate = translator('it');

  it('is told with the file’s name, and its place for the technician', () => {
    const { happened, detail } = describeProblem(file({}), translate);
    expect(happened).toContain('medici & co.json');
    expect(happened).not.toContain('Record');
    expect(detail).toBe('C:\\Record\\medici & co.json, riga 12, doctors[0].id: expected a string');
  });

  it('of a newer version asks for a newer program, not for another file', () => {
    const newer = file({ code: 'file-unreadable', which: 'senders', key: 'version' });
    expect(describeProblem(newer, translate).title).toBe('Serve un Mittente più recente');
  });

  it('in the doctors’ list is for the record to mend, in ours to set aside', () => {
    const steps = (which: FileProblem['which']) =>
      describeProblem(file({ which }), translate).steps.join(' ');
    expect(steps('doctors')).toContain('cartella clinica');
    expect(steps('senders')).toContain('da parte');
  });
});
