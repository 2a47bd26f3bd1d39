import { describe, expect, it } from 'vitest';
import { wizardEventSchema } from '../../../src/wizard/events.ts';

const repair = (error: string | null) =>
  wizardEventSchema.safeParse({ type: 'REPAIR', doctorId: 'rossi', error });

describe('an error that the record reports', () => {
  it.each([
    ['535 5.7.8\r\nBcc: x', '535 5.7.8 Bcc: x'],
    ['\u001b[31m535\u001b[0m \0no', '[31m535 [0m  no'],
    ['535 \u202e\u2066on\u200f', '535  on'],
    ['535\u2028no', '535 no'],
    ['535 \ud800', '535 \ufffd'],
    ['--error', '--error'],
    ['perché no: 😀', 'perché no: 😀'],
  ])('%j is shown as %j', (error, shown) => {
    expect(repair(error)).toMatchObject({ success: true, data: { error: shown } });
  });

  it('may be missing, and may not be endless', () => {
    expect(repair(null).success).toBe(true);
    expect(repair('5'.repeat(4000)).success).toBe(true);
    expect(repair('5'.repeat(4001)).success).toBe(false);
  });
});
