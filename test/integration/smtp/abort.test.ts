import { describe, expect, test, vi } from 'vitest';
import type { Stage } from '../../../src/smtp/evidence.ts';
import { MOMENTS, submission } from '../../servers/submission.ts';
import { prepareScripted } from './harness.ts';

const { start, identity, probeOf } = prepareScripted();

class ChangedMind extends Error {}

const STAGES_BEFORE_AND_IN: readonly Stage[] = [
  'dns',
  'tcp',
  'greeting',
  'ehlo',
  'tls',
  'auth',
  'mail-from',
  'rcpt-to',
  'data',
];

describe('an aborted probe', () => {
  test.each(STAGES_BEFORE_AND_IN)(
    'ends at once when %s has begun, and leaves nothing open',
    async (stage) => {
      const server = await start(submission({ identity: identity(), security: 'starttls' }));
      const controller = new AbortController();
      const ended: Stage[] = [];
      const run = probeOf(
        server,
        {},
        {
          signal: controller.signal,
          onStageStart: (started) => {
            if (started === stage) controller.abort(new ChangedMind());
          },
          onStageEnd: (result) => ended.push(result.stage),
        },
      );
      await expect(run).rejects.toBeInstanceOf(ChangedMind);
      expect(ended).not.toContain(stage);
      await vi.waitFor(() => expect(server.open()).toBe(0));
    },
  );

  test.each(MOMENTS)('ends while the server is silent at %s', async (moment) => {
    const controller = new AbortController();
    const misdeeds = { [moment]: () => controller.abort(new ChangedMind()) };
    const server = await start(
      submission({ identity: identity(), security: 'starttls', misdeeds }),
    );
    const run = probeOf(server, {}, { signal: controller.signal });
    await expect(run).rejects.toBeInstanceOf(ChangedMind);
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  test('ends while the port is looked at a second time', async () => {
    const controller = new AbortController();
    const server = await start(() => {
      if (server.connections() === 2) controller.abort(new ChangedMind());
    });
    const run = probeOf(server, {}, { signal: controller.signal });
    await expect(run).rejects.toBeInstanceOf(ChangedMind);
    await vi.waitFor(() => expect(server.open()).toBe(0));
  });

  test('ends while the name is looked up by a resolver that never answers', async () => {
    const server = await start(() => undefined);
    const controller = new AbortController();
    const resolver = (): Promise<never> => {
      queueMicrotask(() => controller.abort(new ChangedMind()));
      return new Promise(() => undefined);
    };
    const run = probeOf(server, {}, { signal: controller.signal, resolver });
    await expect(run).rejects.toBeInstanceOf(ChangedMind);
    expect(server.connections()).toBe(0);
  });

  test('does not even begin when it was aborted before', async () => {
    const server = await start(() => undefined);
    const signal = AbortSignal.abort(new ChangedMind());
    const onStageStart = vi.fn();
    await expect(probeOf(server, {}, { signal, onStageStart })).rejects.toBeInstanceOf(ChangedMind);
    expect(onStageStart).not.toHaveBeenCalled();
  });
});
