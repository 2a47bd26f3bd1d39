import { describe, expect, it } from 'vitest';
import { parsePasted } from '../../../renderer/components/pasted-list.ts';

describe('a list that is pasted', () => {
  it('has a line for each doctor, with or without a password', () => {
    expect(parsePasted('a@b.it\tuno\r\nc@d.it\r\n\r\ne@f.it\tdue e tre \r\n')).toEqual([
      { address: 'a@b.it', password: 'uno' },
      { address: 'c@d.it', password: null },
      { address: '', password: null },
      { address: 'e@f.it', password: 'due e tre ' },
    ]);
  });

  it('may be one line of two columns, and columns after them are not read', () => {
    expect(parsePasted('a@b.it\tuno\tDott. Mario Rossi')).toEqual([
      { address: 'a@b.it', password: 'uno' },
    ]);
  });

  it('is none where it is one address alone', () => {
    expect(parsePasted('a@b.it')).toBeNull();
    expect(parsePasted(' a@b.it\r\n')).toBeNull();
  });
});
