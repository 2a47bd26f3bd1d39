import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paceOf } from '../../../src/providers/pace.ts';

const NONE = { perDay: null, perHour: null, perMinute: null, recipientsPerMessage: null };

describe('the pace of a mailbox', () => {
  it('leaves a tenth of the day to the doctor and spreads the rest over eight hours', () => {
    expect(paceOf({ ...NONE, perDay: 500 })).toEqual({
      basis: 'published',
      perDay: 450,
      perHour: 55,
      everySeconds: 64,
    });
  });

  it('keeps to the tightest of several limits', () => {
    expect(paceOf({ ...NONE, perDay: 2000, perHour: 50 })).toMatchObject({
      perDay: 1800,
      perHour: 45,
      everySeconds: 80,
    });
    expect(paceOf({ ...NONE, perHour: 400, perMinute: 1 })).toMatchObject({
      perDay: null,
      perHour: 60,
      everySeconds: 60,
    });
  });

  it('never turns a generous limit into a burst', () => {
    expect(paceOf({ ...NONE, perMinute: 30 })).toMatchObject({ perHour: 720, everySeconds: 5 });
  });

  it('has no figure where the provider publishes none', () => {
    const careful = { basis: 'careful', perDay: null, perHour: null, everySeconds: 10 };
    expect(paceOf(NONE)).toEqual(careful);
    expect(paceOf({ ...NONE, recipientsPerMessage: 50 })).toEqual(careful);
  });

  it('stays within every limit, whatever they are', () => {
    const limit = fc.option(fc.integer({ min: 2, max: 100_000 }));
    fc.assert(
      fc.property(limit, limit, limit, (perDay, perHour, perMinute) => {
        const pace = paceOf({ ...NONE, perDay, perHour, perMinute });
        if (pace.basis === 'careful') return;
        expect(pace.perHour).toBeGreaterThanOrEqual(1);
        if (perDay !== null) expect(pace.perDay).toBeLessThan(perDay);
        if (perHour !== null) expect(pace.perHour).toBeLessThan(perHour);
        if (perMinute !== null) expect(pace.everySeconds * perMinute).toBeGreaterThanOrEqual(60);
      }),
    );
  });
});
