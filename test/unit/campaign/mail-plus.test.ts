import { describe, expect, it } from 'vitest';
import { isMailPlusAddress } from '../../../src/campaign/mail-plus.ts';
import { FACTS } from '../wizard/world.ts';

const campaign = {
  ...FACTS.campaign,
  mailPlus: { ...FACTS.campaign.mailPlus, domains: ['Plus.example.com'] },
};

describe('an address of Mail Plus', () => {
  it('is told by its domain, whatever the case', () => {
    expect(isMailPlusAddress(campaign, 'mario@PLUS.example.com ')).toBe(true);
  });

  it('is not one on another domain, nor any while the vendor has named none', () => {
    expect(isMailPlusAddress(campaign, 'mario@example.com')).toBe(false);
    expect(isMailPlusAddress(campaign, 'plus.example.com@example.com')).toBe(false);
    expect(isMailPlusAddress(FACTS.campaign, 'mario@plus.example.com')).toBe(false);
  });
});
