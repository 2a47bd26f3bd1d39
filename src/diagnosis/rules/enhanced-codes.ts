import type { Stage } from '../../smtp/evidence.ts';
import type { Cause } from '../cause.ts';
import type { Conditions } from './rule.ts';

/** A rule in short: when, what, what else, and its sample. */
export type Row = readonly [
  when: Pick<Conditions, 'codes' | 'enhanced' | 'onlyStages'>,
  cause: Cause,
  alternatives: readonly Cause[],
  sample: readonly [text: string, stage?: Stage],
];

/** Enhanced codes: the detail that a server gives on purpose, where its words say nothing. */
export const ENHANCED: readonly Row[] = [
  [{ enhanced: /^[45]\.1\.[78]$/ }, 'sender-domain-rejected', ['sender-not-owned'], ['550 5.1.8']],
  [
    { enhanced: /^5\.1\.0$/, onlyStages: ['mail-from'] },
    'sender-not-owned',
    ['sender-domain-rejected'],
    ['550 5.1.0', 'mail-from'],
  ],
  [
    { enhanced: /^[45]\.1\.\d+$/ },
    'recipient-rejected',
    ['server-permanent-failure'],
    ['450 4.1.2'],
  ],
  [{ enhanced: /^[45]\.2\.[25]$/ }, 'mailbox-full', [], ['552 5.2.2']],
  [{ enhanced: /^[45]\.(?:2\.3|3\.4)$/ }, 'message-too-big', [], ['552 5.3.4']],
  [
    { enhanced: /^5\.3\.[0-35]$/, codes: [550, 553, 554] },
    'server-permanent-failure',
    ['server-temporary-failure'],
    ['554 5.3.5'],
  ],
  [{ enhanced: /^4\.2\.1$/ }, 'rate-limited', ['recipient-rejected'], ['450 4.2.1']],
  [{ enhanced: /^5\.2\.1$/ }, 'recipient-rejected', ['account-locked-or-suspended'], ['550 5.2.1']],
  [
    { enhanced: /^[45]\.4\.1$/, codes: 'none' },
    'port-blocked-or-timeout',
    ['connection-refused', 'server-temporary-failure'],
    ['dsn 4.4.1'],
  ],
  [
    { enhanced: /^[45]\.4\.[12]$/, onlyStages: ['greeting', 'ehlo', 'auth', 'mail-from', 'data'] },
    'connection-dropped',
    ['server-temporary-failure'],
    ['421 4.4.2', 'data'],
  ],
  [{ enhanced: /^4\.4\.2$/ }, 'connection-dropped', ['server-temporary-failure'], ['421 4.4.2']],
  [
    { enhanced: /^5\.4\.[014]$/ },
    'recipient-rejected',
    ['server-permanent-failure'],
    ['550 5.4.1'],
  ],
  [{ enhanced: /^5\.4\.5$/ }, 'daily-quota-exceeded', ['rate-limited'], ['550 5.4.5']],
  [{ enhanced: /^5\.4\.6$/ }, 'server-permanent-failure', [], ['554 5.4.6']],
  [
    { enhanced: /^5\.5\.[12]$/, codes: 'none', onlyStages: ['mail-from', 'rcpt-to', 'data'] },
    'server-permanent-failure',
    ['recipient-rejected'],
    ['5.5.2', 'data'],
  ],
  [{ enhanced: /^[45]\.5\.3$/ }, 'rate-limited', ['daily-quota-exceeded'], ['452 4.5.3']],
  [
    { enhanced: /^[45]\.6\.\d+$/ },
    'server-permanent-failure',
    ['content-rejected-as-spam'],
    ['554 5.6.0'],
  ],
  [{ enhanced: /^5\.7\.8$/ }, 'wrong-credentials', ['app-password-required'], ['535 5.7.8']],
  [
    { enhanced: /^5\.7\.9$/ },
    'auth-mechanism-unsupported',
    ['app-password-required'],
    ['534 5.7.9'],
  ],
  [{ enhanced: /^5\.7\.4$/ }, 'auth-mechanism-unsupported', [], ['504 5.7.4']],
  [{ enhanced: /^5\.7\.1[01]$/ }, 'tls-wrong-mode', [], ['538 5.7.11']],
  [{ enhanced: /^5\.7\.13$/ }, 'account-locked-or-suspended', [], ['525 5.7.13']],
  [{ enhanced: /^[45]\.7\.2[0-46]$/ }, 'dmarc-alignment-failed', [], ['550 5.7.26']],
  [{ enhanced: /^[45]\.7\.25$/ }, 'ip-blocklisted', [], ['550 5.7.25']],
  [{ enhanced: /^5\.7\.27$/ }, 'sender-domain-rejected', [], ['550 5.7.27']],
  [{ enhanced: /^[45]\.7\.28$/ }, 'rate-limited', [], ['450 4.7.28']],
  [{ enhanced: /^5\.7\.57$/ }, 'auth-missing', [], ['530 5.7.57']],
  [{ enhanced: /^5\.7\.60$/ }, 'sender-not-owned', [], ['550 5.7.60']],
  [{ enhanced: /^5\.7\.64$/ }, 'relay-denied', [], ['550 5.7.64']],
  [{ enhanced: /^5\.7\.1(?:2\d|3[0-6])$/ }, 'recipient-rejected', [], ['550 5.7.124']],
  [{ enhanced: /^4\.7\.(?:5|6)\d\d$/ }, 'rate-limited', ['ip-blocklisted'], ['451 4.7.500']],
  [{ enhanced: /^5\.7\.(?:6\d\d|511)$/ }, 'ip-blocklisted', [], ['550 5.7.606']],
  [{ enhanced: /^5\.7\.7\d\d$/ }, 'account-locked-or-suspended', ['rate-limited'], ['550 5.7.705']],
  [{ enhanced: /^5\.7\.50\d$/ }, 'content-rejected-as-spam', ['ip-blocklisted'], ['550 5.7.501']],
  [
    { enhanced: /^4\.7\.[01]$/, onlyStages: ['rcpt-to', 'data'] },
    'greylisted',
    ['rate-limited', 'server-temporary-failure'],
    ['450 4.7.1', 'rcpt-to'],
  ],
  [
    { enhanced: /^4\.7\.\d+$/ },
    'rate-limited',
    ['greylisted', 'server-temporary-failure'],
    ['421 4.7.0'],
  ],
  [
    { enhanced: /^5\.7\.[01]$/, onlyStages: ['greeting'] },
    'ip-blocklisted',
    ['server-permanent-failure'],
    ['554 5.7.1', 'greeting'],
  ],
  [
    { enhanced: /^5\.7\.[01]$/, onlyStages: ['mail-from'] },
    'sender-not-owned',
    ['ip-blocklisted', 'auth-missing'],
    ['550 5.7.1', 'mail-from'],
  ],
  [
    { enhanced: /^5\.7\.[01]$/, onlyStages: ['rcpt-to'] },
    'relay-denied',
    ['recipient-rejected', 'sender-not-owned'],
    ['550 5.7.1', 'rcpt-to'],
  ],
  [
    { enhanced: /^5\.7\.[01]$/, onlyStages: ['data'] },
    'content-rejected-as-spam',
    ['sender-not-owned', 'ip-blocklisted'],
    ['550 5.7.1', 'data'],
  ],
  [{ enhanced: /^4\.[23]\.\d+$/ }, 'server-temporary-failure', ['greylisted'], ['451 4.3.0']],
  [
    { enhanced: /^4\.4\.\d+$/ },
    'server-temporary-failure',
    ['connection-dropped'],
    ['451 4.4.1', 'rcpt-to'],
  ],
];
