import { expect, test, vi } from 'vitest';
import { perLanguage } from '../../../src/texts/per-language.ts';

test('what belongs to a language is made when it is asked for, once', () => {
  const make = vi.fn((language: string) => ({ language }));
  const of = perLanguage(make);
  expect(make).not.toHaveBeenCalled();
  expect(of('it')).toBe(of('it'));
  expect(of('en')).toEqual({ language: 'en' });
  expect(make.mock.calls).toEqual([['it'], ['en']]);
});
