import type { FileProblem } from '../record/problem.ts';
import { readJsonFile } from '../record/text-file.ts';
import { type Result, succeed } from '../result.ts';
import { type Campaign, campaignSchema } from './campaign.ts';

/** Reads the campaign file, `assets/campaign.json` in the product. */
export async function loadCampaign(file: string): Promise<Result<Campaign, FileProblem>> {
  const read = await readJsonFile({ which: 'campaign', file }, campaignSchema);
  return read.ok ? succeed(read.value.value) : read;
}
