import { describe, expect, it } from 'vitest';
import type { Cause } from '../../../src/diagnosis/cause.ts';
import { readDrafts } from '../../../src/wizard/draft.ts';
import { failureActions } from '../../../src/wizard/failure-actions.ts';
import { initialContext } from '../../../src/wizard/memory.ts';
import { diagnosisOf } from '../diagnosis/diagnosis-of.ts';
import { ADDRESS } from './session.ts';
import * as world from './world.ts';

const START = initialContext({ language: 'it', drafts: readDrafts(null) });

const MANUAL = {
  server: { host: 'mail.studio.example', port: 465, security: 'tls' },
  username: ADDRESS,
} as const;

/** All that is offered, in order, after a test of a mailbox that the catalogue knows. */
function offered(cause: Cause, changes: Partial<typeof START> = {}) {
  const { primary, secondary } = failureActions({
    ...START,
    discovery: world.found(ADDRESS),
    diagnosis: diagnosisOf({ cause }),
    ...changes,
  });
  return [primary, ...secondary];
}

describe('what a failed test offers', () => {
  it.each(['wrong-credentials', 'app-password-required'] as const)(
    'never repeats a password that was refused: %s',
    (cause) => {
      const actions = offered(cause);
      expect(actions).toContain('retype-password');
      expect(actions).not.toContain('retry');
      expect(actions).not.toContain('wait-and-retry');
    },
  );

  it('is but another try where the computer reaches nothing', () => {
    expect(offered('no-network')).toEqual(['retry']);
    expect(offered('dns-temporary')).toEqual(['wait-and-retry']);
  });

  it('is another try first, where a server that is known to exist is not found', () => {
    expect(offered('dns-not-found')[0]).toBe('retry');
    // Stored, or typed by hand: the host is the catalogue's all the same.
    const manual = { ...MANUAL, server: { ...MANUAL.server, host: 'smtp.example.com' } };
    expect(offered('dns-not-found', { draft: { ...START.draft, manual } })[0]).toBe('retry');
  });

  it('is another server first, where somebody typed the one that is not found', () => {
    const typed = { draft: { ...START.draft, manual: MANUAL } };
    expect(offered('dns-not-found', typed)[0]).toBe('edit-server');
  });

  it('has other ways out after the cause’s own', () => {
    expect(offered('content-rejected-as-spam')).toEqual([
      'retry',
      'change-address',
      'choose-mail-plus',
    ]);
    expect(offered('rate-limited')).toEqual([
      'wait-and-retry',
      'change-address',
      'choose-mail-plus',
    ]);
  });
});
