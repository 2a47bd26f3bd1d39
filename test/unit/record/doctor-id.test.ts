import { describe, expect, it } from 'vitest';
import { idFromName } from '../../../src/record/doctor-id.ts';

describe('the id of a doctor who is typed in', () => {
  it.each([
    ['Dott. Mario Rossi', 'mario-rossi'],
    ['Dott.ssa Lucia Bianchi', 'lucia-bianchi'],
    ['Niccolò D’Angelo', 'niccolo-d-angelo'],
    ['Dorotea Prof', 'dorotea-prof'],
    ['...', 'medico'],
  ])('of %s is %s', (name, id) => {
    expect(idFromName(name, new Set())).toBe(id);
  });

  it('is numbered when another doctor has it', () => {
    const taken = new Set(['mario-rossi', 'mario-rossi-2']);
    expect(idFromName('Mario Rossi', taken)).toBe('mario-rossi-3');
  });
});
