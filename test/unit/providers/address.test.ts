import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAddress, suggestAddress } from '../../../src/providers/address.ts';
import { catalogueSchema } from '../../../src/providers/catalogue.ts';
import { distance } from '../../../src/providers/spelling.ts';

const catalogue = catalogueSchema.parse(
  JSON.parse(await readFile(new URL('../../../assets/providers.json', import.meta.url), 'utf8')),
);

const suggestionFor = (text: string): string | null => {
  const parsed = parseAddress(text);
  if (!parsed.ok) throw new Error(`${text} does not parse`);
  return suggestAddress(parsed.value, catalogue);
};

describe('an address as it is typed or pasted', () => {
  it.each([
    ['  mario.rossi@gmail.com\t', 'mario.rossi@gmail.com'],
    ['Mario.Rossi@GMAIL.COM', 'Mario.Rossi@gmail.com'],
    ['mailto:mario.rossi@libero.it?subject=Ricette', 'mario.rossi@libero.it'],
    ['Dott. Mario Rossi <mario.rossi@libero.it>', 'mario.rossi@libero.it'],
    ['"Rossi, Mario" <mailto:mario@libero.it>', 'mario@libero.it'],
    ['\u200Bmario@libero.it\u00A0', 'mario@libero.it'],
    ['mario+ricette@studio-rossi.it', 'mario+ricette@studio-rossi.it'],
    ['info@praxis-müller.example', 'info@xn--praxis-mller-klb.example'],
  ])('%j is read as %s', (text, address) => {
    expect(parseAddress(text)).toMatchObject({ ok: true, value: { address } });
  });

  it.each([
    ['mario.rossi', 'no-at-sign', null],
    ['mario.rossigmail.com', 'no-at-sign', 'mario.rossi@gmail.com'],
    ['mario.rossiògmail.com', 'no-at-sign', 'mario.rossi@gmail.com'],
    ['mario@@gmail.com', 'several-at-signs', 'mario@gmail.com'],
    ['mario@rossi@gmail.com', 'several-at-signs', null],
    ['mario@gmail,com', 'comma', 'mario@gmail.com'],
    ['mario,rossi@gmail.com', 'comma', 'mario.rossi@gmail.com'],
    ['mario@gmail.com,', 'comma', 'mario@gmail.com'],
    ['mario@hotmial,it', 'comma', 'mario@hotmail.it'],
    ['mario.rossi,gmail.com', 'no-at-sign', 'mario.rossi@gmail.com'],
    ['mario @ gmail.com', 'space', 'mario@gmail.com'],
    ['mario rossi@gmail.com', 'space', null],
    ['@gmail.com', 'no-local-part', null],
    ['mario@', 'no-domain', null],
    ['mario@gmailcom', 'no-dot', 'mario@gmail.com'],
    ['mario@libero', 'no-dot', 'mario@libero.it'],
    ['mario@studio', 'no-dot', null],
    ['mario@gmail.com.', 'bad-character', 'mario@gmail.com'],
    ['mario..rossi@gmail.com', 'bad-character', 'mario.rossi@gmail.com'],
    ['nicolò@libero.it', 'bad-character', 'nicolo@libero.it'],
    ['mario@127.0.0.1', 'bad-character', null],
    ['mario@exa%6Dple.com', 'bad-character', null],
    ['mario@-studio.it', 'bad-character', null],
    [`${'m'.repeat(65)}@gmail.com`, 'too-long', null],
    [`mario@${'a'.repeat(64)}.it`, 'too-long', null],
  ])('%j has the problem %s and the suggestion %s', (text, problem, suggestion) => {
    expect(parseAddress(text)).toEqual({ ok: false, problem: { problem, suggestion } });
  });

  it('is read once and for all: an address that parses parses again to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        const parsed = parseAddress(text);
        const address = parsed.ok ? parsed.value.address : parsed.problem.suggestion;
        if (address === null) return;
        expect(parseAddress(address)).toMatchObject({ ok: true, value: { address } });
      }),
    );
    // The first text of any bytes makes fast-check build its tables: seconds on a busy machine.
  }, 60_000);

  it('survives every common slip with an answer', () => {
    const slips = fc.constantFrom(',', ' ', '@', '@@', '.', '..', 'ò', '<', '>', 'mailto:', '');
    fc.assert(
      fc.property(fc.array(fc.oneof(slips, fc.constantFrom('mario', 'gmail', 'com'))), (parts) => {
        const parsed = parseAddress(parts.join(''));
        expect(typeof parsed.ok).toBe('boolean');
      }),
    );
  });
});

describe('a correction of the domain', () => {
  it.each([
    ['mario@gmial.com', 'mario@gmail.com'],
    ['mario@gmaill.com', 'mario@gmail.com'],
    ['mario@gmail.con', 'mario@gmail.com'],
    ['mario@gmail.it', 'mario@gmail.com'],
    ['mario@libero.ti', 'mario@libero.it'],
    ['mario@lbero.it', 'mario@libero.it'],
    ['mario@hotmial.it', 'mario@hotmail.it'],
    ['mario@virgillo.it', 'mario@virgilio.it'],
    ['mario@tiscal.it', 'mario@tiscali.it'],
    ['mario@yaho.it', 'mario@yahoo.it'],
    ['mario@outlok.com', 'mario@outlook.com'],
    ['mario@iclod.com', 'mario@icloud.com'],
    ['mario@gmàil.com', 'mario@gmail.com'],
    ['mario@líbero.it', 'mario@libero.it'],
    ['mario@smtp.gmail.com', 'mario@gmail.com'],
    ['mario@mail.libero.it', 'mario@libero.it'],
    ['mario@gmail.com.it', 'mario@gmail.com'],
    ['mario@studio-rossi.con', 'mario@studio-rossi.com'],
    ['mario@studio-rossi.ti', 'mario@studio-rossi.it'],
  ])('%s probably means %s', (typed, meant) => {
    expect(suggestionFor(typed)).toBe(meant);
  });

  it.each([
    'mario@studio-rossi.it',
    'mario@città.it',
    'mario@hotmail.it',
    'mario@ymail.com',
    'mario@email.it',
    'mario@mail.com',
    'mario@tim.it',
    'mario@tin.it',
    'mario@time.it',
    'mario@medici.it',
    'mario@rossi.co',
    'mario@yahoo.fr',
    'mario@liceo.it',
    'mario@mygmail.com',
    'mario@mail.rossi.it',
    'mario@pec.rossi.it',
    'mario@example.com',
  ])('%s is left alone', (typed) => {
    expect(suggestionFor(typed)).toBeNull();
  });

  it('never touches a domain that the catalogue knows', () => {
    for (const domain of catalogue.providers.flatMap(({ domains }) => domains)) {
      if (domain.startsWith('*')) continue;
      expect(suggestionFor(`mario@${domain}`), domain).toBeNull();
    }
  });
});

describe('the distance between two words', () => {
  it('counts one for each letter more, less, other or swapped', () => {
    expect(distance('gmail', 'gmail')).toBe(0);
    expect(distance('gmail', 'gmial')).toBe(1);
    expect(distance('gmail', 'gmal')).toBe(1);
    expect(distance('gmail', 'gmaill')).toBe(1);
    expect(distance('gmail', 'gnail')).toBe(1);
    expect(distance('libero', 'virgilio')).toBeGreaterThan(2);
  });

  it('is the same in both directions', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(distance(a, b)).toBe(distance(b, a));
      }),
    );
  });
});
