import { type AdviceDetails, advise } from '../diagnosis/advise.ts';
import type { Advice, Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Language } from '../language.ts';
import type { Provider } from '../providers/catalogue.ts';
import type { Services } from '../services.ts';
import type { Evidence, StageResult } from '../smtp/evidence.ts';
import type { Translate } from '../texts/index.ts';
import type { Output } from './output.ts';

/** A diagnosis with its words. */
export interface Told {
  readonly diagnosis: Diagnosis;
  readonly advice: Advice;
}

interface Teller {
  readonly t: Translate;
  readonly language: Language;
}

export interface About {
  readonly provider: Provider | null;
  readonly address: string | null;
}

/** Finds the cause of a failed probe and puts it into words. */
export async function tell(
  evidence: Evidence,
  about: About,
  services: Pick<Services, 'campaign'>,
  teller: Teller,
): Promise<Told> {
  // Loaded on first use: a probe that succeeds needs no rules.
  const { diagnose } = await import('../diagnosis/diagnose.ts');
  return tellDiagnosis(diagnose(evidence, { provider: about.provider }), about, services, teller);
}

export function tellDiagnosis(
  diagnosis: Diagnosis,
  { provider, address }: About,
  { campaign }: Pick<Services, 'campaign'>,
  { t, language }: Teller,
): Told {
  const details: AdviceDetails = {
    providerName: provider?.name ?? null,
    address,
    callCentre: campaign.callCentre.phone,
    steps: provider?.preparation?.steps.map((step) => step[language]) ?? null,
  };
  return { diagnosis, advice: advise(diagnosis, t, details) };
}

/** The stages as scripts read them. */
export const stagesDocument = (stages: readonly StageResult[]) =>
  stages.map(({ stage, ok, ms, detail }) => ({ stage, ok, ms: Math.round(ms), detail }));

/** A diagnosis as scripts read it. */
export function diagnosisDocument({ diagnosis, advice }: Told) {
  const { cause, stage, fixableBy, evidence } = diagnosis;
  return { cause, stage, fixableBy, title: advice.title, steps: advice.steps, evidence };
}

export function sayStage(output: Output, t: Translate, stage: StageResult): void {
  const mark = stage.ok ? t('cli.test.stageOk') : t('cli.test.stageFailed');
  const time = `${Math.round(stage.ms)} ms`.padStart(9);
  output.say(`  ${mark.padEnd(5)}${stage.stage.padEnd(10)}${time}  ${stage.detail}`.trimEnd());
}

/** The diagnosis for people: what happened, the real words, what to do. */
export function sayDiagnosis(output: Output, t: Translate, { diagnosis, advice }: Told): void {
  const { cause, stage } = diagnosis;
  const fixableBy = t(`cli.test.fixableBy.${diagnosis.fixableBy}`);
  output.say(`${advice.title}. ${advice.happened}`);
  output.say(t('cli.test.cause', { cause, stage, fixableBy }));
  output.say(t('cli.test.steps'));
  for (const [index, step] of advice.steps.entries()) output.say(`  ${index + 1}. ${step}`);
}

/** A table with columns as wide as their widest cell; the last one is not padded. */
export function sayTable(output: Output, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, column) =>
    rows.reduce((widest, row) => Math.max(widest, [...(row[column] ?? '')].length), 0),
  );
  for (const row of rows) {
    const cells = row.map(
      (cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length),
    );
    output.say(cells.join('  ').trimEnd());
  }
}
