import type { Environment } from './environment.ts';
import type { Line, Unit } from './measurement.ts';
import type { Summary } from './statistics.ts';

const DIGITS: Readonly<Record<Unit, number>> = {
  ms: 1,
  MiB: 1,
  MB: 2,
  questions: 0,
};

/** The report as text, the claims first: ratios, then what they were made from. */
export function formatLine({ what, unit, ours, reference, ratio, goal }: Line): string {
  const digits = DIGITS[unit];
  const claim = ratio
    ? `${number(ratio, 2)} times ${reference?.name}`
    : `${number(ours, digits)} ${unit}`;
  const aim = goal === null ? '' : `, goal ${goal}: ${judge({ ours, ratio, goal })}`;
  const values = reference
    ? `; ${number(ours, digits)} against ${number(reference.value, digits)} ${unit}`
    : '';
  return `  ${what}: ${claim}${aim}${values}; ${ours.count} rounds`;
}

export function formatEnvironment(environment: Environment): string {
  const { cpu, cores, memoryGiB, kernel, node, electron } = environment;
  return `${cpu}, ${cores} cores, ${memoryGiB} GiB; ${kernel}; Node ${node}; Electron ${electron}`;
}

/** A goal that is missed is told, and nothing else follows from it: machines differ. */
function judge({ ours, ratio, goal }: Pick<Line, 'ours' | 'ratio'> & { goal: number }): string {
  return (ratio ?? ours).median <= goal ? 'reached' : 'missed';
}

const number = ({ median, low, high }: Summary, digits: number): string =>
  `${median.toFixed(digits)} (${low.toFixed(digits)} to ${high.toFixed(digits)})`;
