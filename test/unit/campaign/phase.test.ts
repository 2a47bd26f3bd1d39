import { describe, expect, it } from 'vitest';
import { loadCampaign } from '../../../src/campaign/load-campaign.ts';
import { localDay, mailPlusIsPaid, phaseOn, priceWithVat } from '../../../src/campaign/phase.ts';

import { fileWith } from '../record/fixtures.ts';

const loaded = await loadCampaign('assets/campaign.json');
if (!loaded.ok) throw new Error(loaded.problem.detail);
const campaign = loaded.value;

describe('the days of the switch-over', () => {
  it.each([
    ['2022-03-17', 'before'],
    ['2022-03-31', 'before'],
    ['2022-04-01', 'during'],
    ['2022-09-30', 'during'],
    ['2022-10-01', 'after'],
    ['2026-11-22', 'after'],
  ] as const)('%s is %s it', (day, phase) => {
    expect(phaseOn(campaign, day)).toBe(phase);
  });

  it.each([
    ['2022-12-31', false],
    ['2023-01-01', true],
  ] as const)('Mail Plus on %s: paid is %s', (day, paid) => {
    expect(mailPlusIsPaid(campaign, day)).toBe(paid);
  });

  it('takes the calendar day where the program runs, not the one in Greenwich', () => {
    expect(localDay(new Date(2022, 9, 1, 0, 5))).toBe('2022-10-01');
    expect(localDay(new Date(2022, 8, 30, 23, 55))).toBe('2022-09-30');
  });
});

describe('the price of Mail Plus', () => {
  it('is 36.60 euros a year with VAT', () => {
    expect(priceWithVat(campaign)).toBe(36.6);
  });

  it('is rounded to the cent', () => {
    const odd = { ...campaign, mailPlus: { ...campaign.mailPlus, pricePerYear: 29.99 } };
    expect(priceWithVat(odd)).toBe(36.59);
  });
});

describe('the campaign file', () => {
  it('names the line of a price that is no number', async () => {
    const file = await fileWith(
      'campaign.json',
      JSON.stringify(campaign, null, 2).replace('"pricePerYear": 30', '"pricePerYear": "30"'),
    );
    expect(await loadCampaign(file)).toMatchObject({
      ok: false,
      problem: { which: 'campaign', key: 'mailPlus.pricePerYear', line: 18 },
    });
  });
});
