import { writeFile } from 'node:fs/promises';
import type { WizardEffects } from '../src/wizard/effects.ts';
import { STEPS } from '../src/wizard/events.ts';
import { wizardMachine } from '../src/wizard/machine.ts';
import type { PageName } from '../src/wizard/view.ts';
import { STEP_OF } from '../src/wizard/view-of.ts';
import { type Arrow, chartOf } from './state-chart/chart.ts';
import { layOut } from './state-chart/layout.ts';
import { renderSvg } from './state-chart/svg.ts';

export const CHART = new URL('../docs/state-chart.svg', import.meta.url);

/** The straight way of a doctor who is asked for nothing special. */
const MAIN_WAY = [
  'loading',
  'choosingDoctor',
  'home',
  'doctor.opening',
  'doctor.why',
  'doctor.choice',
  'doctor.address',
  'doctor.routing',
  'doctor.unlocking',
  'doctor.password',
  'doctor.test',
  'doctor.review',
  'doctor.done',
].map((state) => `wizard.${state}`);

const TITLES = ['Studio', 'Scelta', 'Casella', 'Prova', 'Fatto'];

const LEFT_OUT = ['BACK', 'GO_TO_STEP', 'HOME', 'REPAIR'];

const LEGEND = [
  'Boxes wait for a person; round ones pass by on their own. In italics: what is asked of the world, and what decides.',
  '↑ leads back, ↓ further ahead. Not drawn: BACK, GO_TO_STEP and HOME, which lead back from every page, and REPAIR,',
  'by which the record opens one doctor from anywhere.',
];

const pageName = (state: string): string =>
  state.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** The picture of docs/state-chart.svg, made from the machine alone. */
export async function renderStateChart(): Promise<string> {
  // Nothing runs: the chart is read, not started.
  const machine = wizardMachine({} as WizardEffects);
  const chart = chartOf(machine, {
    path: 'doctor',
    bandOf: (state) => {
      const step = STEP_OF[pageName(state) as PageName];
      return step === undefined ? null : STEPS.indexOf(step) + 1;
    },
    titles: TITLES,
    leftOut: LEFT_OUT,
  });
  const isMainArrow = ({ from, to }: Arrow) =>
    MAIN_WAY.includes(from) && MAIN_WAY[MAIN_WAY.indexOf(from) + 1] === to;
  if (chart.arrows.filter(isMainArrow).length !== MAIN_WAY.length - 1) {
    throw new Error('the main way of the picture is not a way of the machine');
  }
  return renderSvg({
    title: 'From the list of doctors to a proven sender',
    legend: LEGEND,
    bands: chart.bands,
    layout: await layOut(chart, isMainArrow),
    isMainBox: (id) => MAIN_WAY.includes(id),
    isMainArrow,
  });
}

if (import.meta.main) await writeFile(CHART, await renderStateChart());
