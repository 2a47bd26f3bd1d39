import { describe, expect, it } from 'vitest';
import { doctorOfLink, ownWords, readArguments } from '../../../electron/arguments.ts';

const window = { kind: 'window', profile: null, language: null, repair: null };

describe('ownWords', () => {
  it('are all words of a packaged program', () => {
    expect(ownWords(['mittente', '--lang', 'de'], true)).toEqual(['--lang', 'de']);
  });

  it('follow the program that the development runtime was given', () => {
    const argv = ['electron', '--no-sandbox', '--inspect=0', 'dist/main.js', 'status', '--json'];
    expect(ownWords(argv, false)).toEqual(['status', '--json']);
  });
});

describe('readArguments', () => {
  it('opens the window when there is nothing to read', () => {
    expect(readArguments([])).toEqual(window);
  });

  it('takes the profile and the language in both spellings', () => {
    const expected = { ...window, profile: '/p q.json', language: 'de' };
    expect(readArguments(['--profile', '/p q.json', '--lang', 'de'])).toEqual(expected);
    expect(readArguments(['--profile=/p q.json', '--lang=de'])).toEqual(expected);
  });

  it('does not look at switches of Chromium', () => {
    expect(readArguments(['--no-sandbox', '--user-data-dir=/status', '-x'])).toEqual(window);
  });

  it('ignores a language that the product does not speak, and an empty profile', () => {
    expect(readArguments(['--lang', 'fr', '--profile', ''])).toEqual(window);
    expect(readArguments(['--profile'])).toEqual(window);
  });

  it('hands a command over with the options that preceded it, and without Chromium’s', () => {
    expect(
      readArguments(['--no-sandbox', '--profile', 'p.json', 'check', '--doctor', 'rossi']),
    ).toEqual({ kind: 'command', words: ['--profile', 'p.json', 'check', '--doctor', 'rossi'] });
    expect(readArguments(['--help'])).toEqual({ kind: 'command', words: ['--help'] });
  });

  it('hands over what every command takes, wherever it stands', () => {
    const words = (...given: string[]) => readArguments(given);
    expect(words('--json', 'status')).toEqual({ kind: 'command', words: ['--json', 'status'] });
    expect(words('--lang', 'de', '--json')).toEqual({
      kind: 'command',
      words: ['--lang', 'de', '--json'],
    });
    // An option in the wrong place is told, and not left out: this one would check every doctor.
    const misplaced = ['--doctor', 'rossi', 'check'];
    expect(words(...misplaced)).toEqual({ kind: 'command', words: misplaced });
    expect(words('-V')).toEqual({ kind: 'command', words: ['-V'] });
    // Refused there, and no part of it is taken for a command that would be printed.
    for (const password of [['--password', 'x'], ['--password=x'], ['--password-stdin=x']]) {
      expect(words(...password, 'test')).toEqual({
        kind: 'command',
        words: [...password, 'test'],
      });
    }
  });

  it('leaves to the commands what is no repair of a doctor', () => {
    for (const words of [
      ['repair'],
      ['repair', '--help'],
      ['repair', '--doctor'],
      ['repair', '--doctor', 'rossi', '--help'],
      ['repair', '--doctor', 'rossi', 'status'],
      ['repair', '--error', '535'],
    ]) {
      expect(readArguments(words)).toEqual({ kind: 'command', words });
    }
    const doctor = ['repair', '--doctor', 'rossi', '--json'];
    expect(readArguments(doctor)).toMatchObject({ repair: { doctorId: 'rossi' } });
  });

  it('leaves a word that it does not know to the commands, which say so', () => {
    expect(readArguments(['statsu'])).toEqual({ kind: 'command', words: ['statsu'] });
  });

  it('does not take an option’s value for a command', () => {
    expect(readArguments(['--profile', 'status'])).toEqual({ ...window, profile: 'status' });
  });

  it('opens the window on a doctor to repair', () => {
    const repair = { doctorId: 'rossi', error: null };
    const words = ['repair', '--doctor', 'rossi', '--error', 'status 535'];
    expect(readArguments(words)).toEqual({ ...window, repair: { ...repair, error: 'status 535' } });
    expect(readArguments(['mittente://repair?doctor=rossi'])).toEqual({ ...window, repair });
  });

  it('takes an error that begins like an option, and does not read it', () => {
    for (const error of ['--profile=/evil.json', '-- x', 'mittente://repair?doctor=verdi']) {
      const words = ['repair', '--doctor', 'rossi', '--error', error];
      expect(readArguments(words)).toEqual({ ...window, repair: { doctorId: 'rossi', error } });
    }
  });

  it('takes nothing but a link behind "--", where the system puts it', () => {
    const own = ['--profile', '/own.json', '--'];
    const more = ['--profile', '/evil.json', '--error=x', '--doctor=verdi', 'status'];
    const expected = { ...window, profile: '/own.json' };
    const repair = { doctorId: 'rossi', error: null };
    const link = 'mittente://repair?doctor=rossi';
    expect(readArguments([...own, link, ...more])).toEqual({ ...expected, repair });
    expect(readArguments([...own, ...more])).toEqual(expected);
  });

  it('does not take a doctor that is no id', () => {
    expect(readArguments(['repair', '--doctor', ' '])).toEqual(window);
    expect(readArguments(['repair', '--doctor', 'x'.repeat(300)])).toEqual(window);
  });

  it('takes an endless error for its beginning', () => {
    const words = readArguments(['repair', '--doctor=rossi', `--error=${'5'.repeat(99_999)}`]);
    expect(words).toMatchObject({ repair: { error: '5'.repeat(4000) } });
  });
});

describe('doctorOfLink', () => {
  it('decodes the doctor of a repair link', () => {
    expect(doctorOfLink('mittente://repair?doctor=dott.%20rossi')).toBe('dott. rossi');
  });

  it.each([
    'mittente:repair?doctor=rossi',
    'mittente://other?doctor=rossi',
    'mittente://repair',
    'mittente://repair/other?doctor=rossi',
    'mittente://repair:80?doctor=rossi',
    'mittente://someone:word@repair?doctor=rossi',
    'mittente://repair.example.com?doctor=rossi',
    'mittente://repair?doctor=rossi&doctor=verdi',
    'mittente://repair?doctor=ros%0Asi',
    'mittente://repair?doctor=ros%1B%5B31msi',
    `mittente://repair?doctor=${'x'.repeat(201)}`,
    'mittente://repair?Doctor=rossi',
    'mittente://repair?doctor=',
    'https://repair?doctor=rossi',
    'not a link',
  ])('finds no doctor in %s', (link) => {
    expect(doctorOfLink(link)).toBe(null);
  });
});
