import { useMemo } from 'react';
import { type Formats, formatsFor } from '../src/texts/formats.ts';
import type { CampaignView } from '../src/wizard/view.ts';
import { useView } from './view.ts';

export function useFormats(): Formats {
  const { language } = useView();
  return useMemo(() => formatsFor(language), [language]);
}

/** The price of Mail Plus, ready for a text: without and with VAT, and from when it is paid. */
export function usePrice(mailPlus: CampaignView['mailPlus']) {
  const formats = useFormats();
  return {
    net: formats.money(mailPlus.pricePerYear, mailPlus.currency),
    gross: formats.money(mailPlus.pricePerYearWithVat, mailPlus.currency),
    date: formats.date(mailPlus.paidFrom),
  };
}
