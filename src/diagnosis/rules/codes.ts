import { ENHANCED, type Row } from './enhanced-codes.ts';
import type { Rule } from './rule.ts';

const RFC3463 = 'RFC 3463, section 3';
const RFC5248 = 'RFC 5248, section 3, and the IANA registry of enhanced status codes';
const RFC5321 = 'RFC 5321, section 4.2.2';

/** Basic codes with one meaning (RFC 4954, section 6), whatever detail a server adds. */
const PLAIN: readonly Row[] = [
  [{ codes: [530] }, 'auth-missing', ['tls-wrong-mode'], ['530 5.7.0']],
  [{ codes: [538, 523] }, 'tls-wrong-mode', ['auth-mechanism-unsupported'], ['538']],
];

/** Basic codes, by stage: what is left when a server sends nothing but a number. */
const BASIC: readonly Row[] = [
  [
    { codes: [550, 551, 553, 554], onlyStages: ['auth'] },
    'smtp-access-disabled',
    ['account-locked-or-suspended', 'wrong-credentials'],
    ['550', 'auth'],
  ],
  [{ codes: [534] }, 'auth-mechanism-unsupported', ['app-password-required'], ['534']],
  [
    { codes: [535], onlyStages: ['auth'] },
    'wrong-credentials',
    ['app-password-required'],
    ['535', 'auth'],
  ],
  [{ codes: [525] }, 'account-locked-or-suspended', [], ['525']],
  [
    { codes: [454], onlyStages: ['tls', 'ehlo'] },
    'tls-not-offered',
    ['server-temporary-failure'],
    ['454', 'tls'],
  ],
  [{ codes: [454], onlyStages: ['auth'] }, 'auth-temporarily-unavailable', [], ['454', 'auth']],
  [
    { codes: [500, 501, 502, 503, 504], onlyStages: ['tls'] },
    'tls-not-offered',
    ['tls-wrong-mode'],
    ['502', 'tls'],
  ],
  [
    { codes: [500, 501, 502, 504, 550, 553, 554, 521], onlyStages: ['ehlo'] },
    'ehlo-rejected',
    ['ip-blocklisted'],
    ['501', 'ehlo'],
  ],
  [
    { codes: [503], onlyStages: ['mail-from', 'rcpt-to'] },
    'auth-missing',
    ['server-permanent-failure'],
    ['503', 'mail-from'],
  ],
  [
    { codes: [521, 550, 552, 553, 554, 556, 571], onlyStages: ['greeting', 'tcp'] },
    'ip-blocklisted',
    ['server-permanent-failure'],
    ['554', 'greeting'],
  ],
  [{ codes: [521, 556], onlyStages: ['rcpt-to'] }, 'recipient-rejected', [], ['556', 'rcpt-to']],
  [
    { codes: [510, 511, 512, 513, 515, 551], onlyStages: ['mail-from', 'rcpt-to', 'data'] },
    'recipient-rejected',
    ['relay-denied'],
    ['551', 'rcpt-to'],
  ],
  [
    { codes: [550, 553, 554], onlyStages: ['mail-from'] },
    'sender-not-owned',
    ['sender-domain-rejected', 'ip-blocklisted'],
    ['550', 'mail-from'],
  ],
  [
    { codes: [501, 504], onlyStages: ['mail-from'] },
    'sender-domain-rejected',
    ['server-permanent-failure'],
    ['501', 'mail-from'],
  ],
  [
    { codes: [553], onlyStages: ['rcpt-to', 'data'] },
    'sender-not-owned',
    ['relay-denied', 'recipient-rejected'],
    ['553', 'rcpt-to'],
  ],
  [
    { codes: [550, 501, 504], onlyStages: ['rcpt-to'] },
    'recipient-rejected',
    ['relay-denied', 'sender-not-owned'],
    ['550', 'rcpt-to'],
  ],
  [
    { codes: [554], onlyStages: ['rcpt-to'] },
    'relay-denied',
    ['recipient-rejected', 'ip-blocklisted'],
    ['554', 'rcpt-to'],
  ],
  [
    { codes: [552], onlyStages: ['rcpt-to'] },
    'mailbox-full',
    ['daily-quota-exceeded'],
    ['552', 'rcpt-to'],
  ],
  [
    { codes: [552], onlyStages: ['data', 'mail-from'] },
    'message-too-big',
    ['content-rejected-as-spam'],
    ['552', 'data'],
  ],
  [
    { codes: [541, 550, 571], onlyStages: ['data'] },
    'content-rejected-as-spam',
    ['sender-not-owned', 'server-permanent-failure'],
    ['550', 'data'],
  ],
  [
    { codes: [452], onlyStages: ['rcpt-to'] },
    'rate-limited',
    ['mailbox-full', 'server-temporary-failure'],
    ['452', 'rcpt-to'],
  ],
  [
    { codes: [450, 451], onlyStages: ['rcpt-to'] },
    'greylisted',
    ['server-temporary-failure', 'recipient-rejected'],
    ['450', 'rcpt-to'],
  ],
  [
    {
      codes: [
        421, 422, 430, 431, 432, 441, 442, 446, 447, 449, 450, 451, 452, 453, 454, 455, 456, 458,
        459, 471,
      ],
    },
    'server-temporary-failure',
    ['rate-limited'],
    ['421'],
  ],
  [{ codes: [553] }, 'sender-not-owned', ['relay-denied', 'recipient-rejected'], ['553']],
  [
    { codes: [550, 551] },
    'recipient-rejected',
    ['sender-not-owned', 'content-rejected-as-spam'],
    ['550'],
  ],
  [{ codes: [552] }, 'message-too-big', ['mailbox-full'], ['552']],
  [{ codes: [535] }, 'wrong-credentials', ['app-password-required'], ['535']],
];

/** No code, no known word: the stage alone. It never accuses the password. */
const BY_STAGE: readonly Row[] = [
  [{ onlyStages: ['dns'] }, 'dns-not-found', ['dns-temporary', 'no-network'], ['?', 'dns']],
  [
    { onlyStages: ['tcp'] },
    'port-blocked-or-timeout',
    ['connection-refused', 'no-network'],
    ['?', 'tcp'],
  ],
  [
    { onlyStages: ['greeting'] },
    'port-blocked-or-timeout',
    ['not-smtp', 'tls-wrong-mode'],
    ['?', 'greeting'],
  ],
  [{ onlyStages: ['ehlo'] }, 'ehlo-rejected', ['server-permanent-failure'], ['?', 'ehlo']],
  [
    { onlyStages: ['tls'] },
    'tls-wrong-mode',
    ['tls-protocol-too-old', 'cert-untrusted'],
    ['?', 'tls'],
  ],
  [
    { onlyStages: ['auth'] },
    'auth-mechanism-unsupported',
    ['wrong-credentials', 'app-password-required', 'auth-temporarily-unavailable'],
    ['?', 'auth'],
  ],
  [
    { onlyStages: ['mail-from'], codes: 'none' },
    'sender-not-owned',
    ['sender-domain-rejected', 'auth-missing', 'server-permanent-failure'],
    ['?', 'mail-from'],
  ],
  [
    { onlyStages: ['rcpt-to'], codes: 'none' },
    'recipient-rejected',
    ['relay-denied', 'sender-not-owned', 'server-permanent-failure'],
    ['?', 'rcpt-to'],
  ],
];

/** Nothing is known but that waiting may help. */
const BY_CLASS: readonly Row[] = [
  [{ enhanced: /^4\./ }, 'server-temporary-failure', ['rate-limited'], ['4.0.0']],
];

function rulesOf(name: string, source: string, rows: readonly Row[]): Rule[] {
  return rows.map(([when, cause, alternatives, [text, stage]]) => ({
    id: `${name} ${text}${stage ? ` ${stage}` : ''}`,
    cause,
    when,
    ...(stage ? { stage } : {}),
    confidence: 'likely',
    alternatives,
    sample: stage ? { text, stage } : { text },
    source,
  }));
}

export const codeRules: readonly Rule[] = [
  ...rulesOf('plain', 'RFC 4954, section 6', PLAIN),
  ...rulesOf('enhanced', `${RFC3463}; ${RFC5248}`, ENHANCED),
  ...rulesOf('basic', RFC5321, BASIC),
  {
    id: 'permanent',
    cause: 'server-permanent-failure',
    when: { codes: [500, 501, 502, 503, 504, 505, 554, 555] },
    stage: 'data',
    confidence: 'likely',
    alternatives: ['content-rejected-as-spam'],
    sample: { text: '555' },
    source: RFC5321,
  },
  ...rulesOf('class', RFC3463, BY_CLASS),
  ...rulesOf('stage', RFC5321, BY_STAGE),
];
