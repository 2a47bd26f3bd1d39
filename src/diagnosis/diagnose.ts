import type { Evidence } from '../smtp/evidence.ts';
import type { Diagnosis } from './diagnosis.ts';
import { judge } from './engine.ts';
import { type DiagnosisContext, type ErrorLine, reduceEvidence, reduceLine } from './reduce.ts';

export type { DiagnosisContext, ErrorLine } from './reduce.ts';

/** What a failed stage left behind, to exactly one cause. Never throws. */
export function diagnose(evidence: Evidence, context: DiagnosisContext): Diagnosis {
  return { ...judge(reduceEvidence(evidence, context)), evidence };
}

/** An error line of any mail program, in any of the languages we know, to exactly one cause. */
export function explain(
  line: ErrorLine,
  context: DiagnosisContext = { provider: null },
): Diagnosis {
  return { ...judge(reduceLine(line, context)), evidence: null };
}
