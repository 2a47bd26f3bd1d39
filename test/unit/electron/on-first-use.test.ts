import { describe, expect, it, vi } from 'vitest';
import { onFirstUse } from '../../../electron/on-first-use.ts';

describe('what is made on first use', () => {
  it('is not made before, and made once', () => {
    const make = vi.fn(() => ({}));
    const get = onFirstUse(make);
    expect(make).not.toHaveBeenCalled();
    const first = get();
    expect(get()).toBe(first);
    expect(make).toHaveBeenCalledOnce();
  });

  it('is made once where it is nothing', () => {
    const make = vi.fn(() => null);
    const get = onFirstUse(make);
    expect([get(), get()]).toEqual([null, null]);
    expect(make).toHaveBeenCalledOnce();
  });
});
