import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { setup } from 'xstate';
import { chartOf } from '../../../scripts/state-chart/chart.ts';
import { CHART, renderStateChart } from '../../../scripts/state-chart.ts';
import type { WizardEffects } from '../../../src/wizard/effects.ts';
import { wizardMachine } from '../../../src/wizard/machine.ts';

describe('docs/state-chart.svg', () => {
  it('is drawn from the machine as it is now (npm run generate)', async () => {
    expect(await readFile(CHART, 'utf8')).toBe(await renderStateChart());
  });

  it('names every state of the list and of the path', async () => {
    const svg = await readFile(CHART, 'utf8');
    const { doctor, ...others } = wizardMachine({} as WizardEffects).root.states;
    const names = [...Object.keys(others), ...Object.keys(doctor?.states ?? {})];
    expect(names.filter((name) => !svg.includes(`>${name}</text>`))).toEqual([]);
  });
});

const small = setup({ guards: { isGood: () => true, isKnown: () => true } }).createMachine({
  id: 'small',
  initial: 'list',
  states: {
    list: { on: { OPEN: 'path', SKIP: '#small.path.last.inside' } },
    path: {
      initial: 'first',
      states: {
        first: { on: { GO: { guard: 'isKnown', target: 'passing' }, STAY: {} } },
        passing: { always: [{ guard: 'isGood', target: 'last' }, { target: 'first' }] },
        last: {
          initial: 'inside',
          states: { inside: { on: { AGAIN: '#small.path.first' } } },
        },
      },
    },
  },
});

describe('a chart', () => {
  const chart = chartOf(small, {
    path: 'path',
    bandOf: (state) => ({ first: 1, last: 2 })[state] ?? null,
    titles: ['List', 'One', 'Two'],
    leftOut: [],
  });

  it('puts each state into the band of its page, or of the state before it', () => {
    expect(chart.bands.map(({ boxes }) => boxes.map(({ name }) => name))).toEqual([
      ['list'],
      ['first', 'passing'],
      ['last'],
    ]);
  });

  it('draws what leads on, and tells a guard where it decides', () => {
    expect(chart.arrows).toEqual([
      { from: 'small.list', to: 'small.path.first', labels: [{ event: 'OPEN', guard: '' }] },
      {
        from: 'small.path.first',
        to: 'small.path.passing',
        labels: [{ event: 'GO', guard: '' }],
      },
      {
        from: 'small.path.passing',
        to: 'small.path.last',
        labels: [{ event: '', guard: 'isGood' }],
      },
    ]);
  });

  it('writes what leads back or far ahead, from inside a state too', () => {
    const jumps = chart.bands.flatMap(({ boxes }) => boxes.map((box) => [box.name, box.jumps]));
    expect(Object.fromEntries(jumps)).toEqual({
      list: [{ ahead: true, to: 'last', when: ['SKIP'] }],
      first: [],
      passing: [{ ahead: false, to: 'first', when: ['otherwise'] }],
      last: [{ ahead: false, to: 'first', when: ['AGAIN'] }],
    });
  });
});
