import { describe, expect, it } from 'vitest';
import { gulpease, JARGON } from '../texts/strings.ts';
import { PAGES, proseOf } from './pages.ts';

const guide = PAGES.find(({ name }) => name.endsWith('guida-medico.md'));

/** Paragraphs, items and cells as they are read, without pictures and marks. */
const passages = proseOf(guide ?? { name: '', text: '' })
  .replaceAll(/!\[[^\]]*\]\([^)]*\)/g, '')
  .replaceAll(/^\|[-|]+\|$/gm, '')
  .split(/\n\s*\n|\n- |\n\d+\. |\n\||\|/)
  .map((passage) => passage.replaceAll(/[*#`]/g, '').replaceAll(/\s+/g, ' ').trim())
  .filter((passage) => passage !== '');

describe("the doctor's guide", () => {
  it('is easy to read (Gulpease 60 or more)', () => {
    expect(passages.length).toBeGreaterThan(40);
    expect(gulpease(passages)).toBeGreaterThanOrEqual(60);
    const long = passages.filter((passage) => passage.split(' ').length >= 8);
    expect(long.filter((passage) => gulpease([passage]) < 55)).toEqual([]);
  });

  it('speaks as the window does: no jargon, no alarm', () => {
    const wrong = passages.filter(
      (passage) => JARGON.test(passage) || /!|attenzione|hai sbagliato|errore/i.test(passage),
    );
    expect(wrong).toEqual([]);
  });

  it('has words for two printed pages at most', () => {
    expect(passages.join(' ').split(' ').length).toBeLessThan(1000);
  });
});
