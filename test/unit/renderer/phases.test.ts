import { describe, expect, it } from 'vitest';
import { phasesOf } from '../../../renderer/components/phases.ts';
import { STAGES, type Stage } from '../../../src/smtp/evidence.ts';
import type { StageView } from '../../../src/wizard/view.ts';

function stages(states: Partial<Record<Stage, StageView['state']>>, slow?: Stage): StageView[] {
  return STAGES.map((stage) => ({
    stage,
    state: states[stage] ?? 'waiting',
    slow: stage === slow,
  }));
}

const statesOf = (views: readonly StageView[]) =>
  Object.fromEntries(phasesOf(views).map(({ phase, state }) => [phase, state]));

describe('the phases of a test', () => {
  it('all wait before the first stage', () => {
    expect(phasesOf(stages({})).map(({ state }) => state)).toEqual(Array(5).fill('waiting'));
  });

  it('stay in progress between two of their own stages', () => {
    expect(statesOf(stages({ dns: 'ok' }))).toMatchObject({ find: 'running', secure: 'waiting' });
  });

  it('take a TLS that comes first for a part of the protected connection', () => {
    const states = statesOf(stages({ dns: 'ok', tcp: 'ok', tls: 'ok' }));
    expect(states).toMatchObject({ find: 'ok', secure: 'running', login: 'waiting' });
  });

  it('fail with any of their stages', () => {
    const states = statesOf(
      stages({ dns: 'ok', tcp: 'ok', greeting: 'ok', ehlo: 'ok', tls: 'failed' }),
    );
    expect(states).toMatchObject({ find: 'ok', secure: 'failed', login: 'waiting' });
  });

  it('leave out what will not run', () => {
    const withoutMessage = stages({}).filter(({ stage }) => stage !== 'data');
    expect(phasesOf(withoutMessage).map(({ phase }) => phase)).not.toContain('message');
  });

  it('are slow only while they run', () => {
    const slow = (views: readonly StageView[]) =>
      phasesOf(views)
        .filter((phase) => phase.slow)
        .map(({ phase }) => phase);
    expect(slow(stages({ dns: 'running' }, 'dns'))).toEqual(['find']);
    expect(slow(stages({ dns: 'ok', tcp: 'ok' }, 'dns'))).toEqual([]);
  });
});
