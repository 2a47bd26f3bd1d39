import type { Stage } from '../smtp/evidence.ts';
import type { Cause, FixableBy } from './cause.ts';
import { fixers, typicalStages } from './defaults.ts';
import type { Diagnosis } from './diagnosis.ts';
import { rules } from './rules/index.ts';
import type { Conditions, Rule } from './rules/rule.ts';
import type { Signals } from './signals.ts';
import { namedStage } from './stages.ts';

/** Words alone mean a cause only where it shows itself; a rule that names its stages knows better. */
function misplaced({ when, cause }: Rule, { plausible }: Signals): boolean {
  if (!when.text || when.stages || when.onlyStages) return false;
  return !typicalStages[cause].some((stage) => plausible.includes(stage));
}

function holds(when: Conditions, signals: Signals): boolean {
  const { stage, code } = signals;
  if (when.onlyStages && (stage === null || !when.onlyStages.includes(stage))) return false;
  if (when.stages && !when.stages.some((one) => signals.plausible.includes(one))) return false;
  if (when.codes === 'none' && code !== null) return false;
  if (Array.isArray(when.codes) && (code === null || !when.codes.includes(code))) return false;
  if (when.enhanced && !(signals.enhanced && when.enhanced.test(signals.enhanced))) return false;
  if (when.facts?.some((fact) => !signals.facts.has(fact))) return false;
  if (when.withoutFacts?.some((fact) => signals.facts.has(fact))) return false;
  if (when.config && !when.config.test(signals.config)) return false;
  if (when.text?.some((pattern) => !pattern.test(signals.text))) return false;
  return !when.not?.some((pattern) => pattern.test(signals.text));
}

/** The first rule that holds, or null: then nothing at all is known. */
export function decide(signals: Signals): Rule | null {
  return rules.find((rule) => holds(rule.when, signals) && !misplaced(rule, signals)) ?? null;
}

export type Verdict = Omit<Diagnosis, 'evidence'>;

function stageOf(signals: Signals, cause: Cause, rule: Rule | null): Stage {
  if (signals.stage) return signals.stage;
  const typical = typicalStages[cause];
  const among = typical.filter((stage) => signals.plausible.includes(stage));
  return namedStage(signals.text, among) ?? rule?.stage ?? typical[0];
}

/** Signals to exactly one cause, always. */
export function judge(signals: Signals): Verdict {
  const rule = decide(signals);
  const cause: Cause = rule?.cause ?? 'server-permanent-failure';
  const fixableBy: FixableBy = rule?.fixableBy ?? fixers[cause];
  return {
    cause,
    stage: stageOf(signals, cause, rule),
    fixableBy,
    confidence: rule && rule.confidence !== 'likely' ? 'certain' : 'likely',
    alternatives: rule ? (rule.alternatives ?? []) : ['server-temporary-failure'],
    provider: signals.provider,
    retryAfter: signals.retryAfter,
    product: cause === 'tls-intercepted' ? signals.product : null,
  };
}
