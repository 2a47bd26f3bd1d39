import type { Campaign } from '../campaign/campaign.ts';
import { mailPlusIsPaid, phaseOn, priceWithVat } from '../campaign/phase.ts';
import type { CampaignView } from './view.ts';

/** The vendor's notice as of a day (ISO 8601 date). */
export function campaignView(campaign: Campaign, today: string): CampaignView {
  const { legacy, switchOver, mailPlus } = campaign;
  return {
    phase: phaseOn(campaign, today),
    legacyDomain: legacy.domains[0] ?? '',
    blockedOn: legacy.blockedOn,
    reasons: legacy.reasons,
    from: switchOver.from,
    until: switchOver.until,
    mailPlus: {
      pricePerYear: mailPlus.pricePerYear,
      pricePerYearWithVat: priceWithVat(campaign),
      vatPercent: mailPlus.vatPercent,
      currency: mailPlus.currency,
      paidFrom: mailPlus.paidFrom,
      paid: mailPlusIsPaid(campaign, today),
    },
  };
}
