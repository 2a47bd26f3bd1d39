import { describe, expect, test } from 'vitest';
import type { Cause } from '../../../src/diagnosis/cause.ts';
import { diagnose } from '../../../src/diagnosis/diagnose.ts';
import type { Evidence, Observation, Reply, Stage } from '../../../src/smtp/evidence.ts';
import { certificate, evidenceOf } from './evidence.ts';

const causeOf = (seen: Partial<Evidence>): Cause =>
  diagnose(evidenceOf(seen), { provider: null }).cause;

const replied = (stage: Stage, code: number, enhanced: string | null, text: string) => {
  const reply: Reply = { code, enhanced, text };
  return { stage, reply };
};

const on = (host: string, port = 587) => ({
  server: { host, port, security: port === 465 ? ('tls' as const) : ('starttls' as const) },
});

describe('a reply, with the stage at which it came', () => {
  test.each<[Cause, Partial<Evidence>]>([
    ['wrong-credentials', replied('auth', 535, '5.7.8', 'Error: authentication failed')],
    [
      'app-password-required',
      replied('auth', 534, '5.7.9', 'Application-specific password required'),
    ],
    ['oauth-required', replied('auth', 535, '5.7.139', 'basic authentication is disabled')],
    [
      'smtp-access-disabled',
      replied('auth', 535, '5.7.139', 'SmtpClientAuthentication is disabled for the Tenant'),
    ],
    ['account-locked-or-suspended', replied('auth', 535, '5.7.0', 'Your account is suspended')],
    ['auth-mechanism-unsupported', replied('auth', 504, '5.7.4', 'Unrecognized authentication')],
    ['auth-temporarily-unavailable', replied('auth', 454, '4.7.0', 'Temporary failure')],
    ['auth-missing', replied('mail-from', 530, '5.7.0', 'Authentication required')],
    ['tls-wrong-mode', replied('mail-from', 530, '5.7.0', 'Must issue a STARTTLS command first')],
    ['tls-not-offered', replied('tls', 502, '5.5.1', 'Command not implemented')],
    ['tls-protocol-too-old', replied('greeting', 421, '4.7.66', 'TLS 1.0 is not supported')],
    ['ehlo-rejected', replied('ehlo', 501, '5.5.4', 'Invalid domain name')],
    ['sender-not-owned', replied('mail-from', 553, '5.7.1', 'Sender address rejected: not owned')],
    ['sender-domain-rejected', replied('mail-from', 550, '5.1.8', 'Domain not found')],
    ['recipient-rejected', replied('rcpt-to', 550, '5.1.1', 'User unknown')],
    ['relay-denied', replied('rcpt-to', 554, '5.7.1', 'Relay access denied')],
    ['greylisted', replied('rcpt-to', 450, '4.2.0', 'Greylisted, try again in 300 seconds')],
    ['mailbox-full', replied('rcpt-to', 552, '5.2.2', 'Mailbox full')],
    ['rate-limited', replied('data', 421, '4.7.0', 'Too many messages, slow down')],
    ['daily-quota-exceeded', replied('data', 550, '5.4.5', 'Daily sending limit exceeded')],
    ['message-too-big', replied('data', 552, '5.3.4', 'Message size exceeds fixed limit')],
    ['content-rejected-as-spam', replied('data', 554, '5.7.1', 'Spam message rejected')],
    ['ip-blocklisted', replied('greeting', 554, '5.7.1', 'Blocked using zen.spamhaus.org')],
    ['dmarc-alignment-failed', replied('data', 550, '5.7.26', 'DMARC policy of the domain')],
    ['server-temporary-failure', replied('data', 451, '4.3.0', 'Queue file write error')],
    ['server-permanent-failure', replied('data', 554, '5.6.0', 'Message contains bare LF')],
  ])('%s', (cause, seen) => {
    expect(causeOf(seen)).toBe(cause);
  });
});

describe('a page that asks to sign in', () => {
  const observations: readonly Observation[] = [{ kind: 'captive-portal' }];

  test.each<[string, Partial<Evidence>]>([
    ['a name that is not found', { stage: 'dns', error: { code: 'ENOTFOUND', message: '' } }],
    ['a refused connection', { stage: 'tcp', error: { code: 'ECONNREFUSED', message: '' } }],
    ['silence instead of a greeting', { stage: 'greeting', timedOut: true }],
    [
      'the portal’s own certificate',
      {
        ...on('smtp.gmail.com', 465),
        stage: 'tls',
        tls: {
          protocol: 'TLSv1.2',
          verification: 'ERR_TLS_CERT_ALTNAME_INVALID',
          chain: [certificate({ names: ['login.hotspot.example'] })],
        },
      },
    ],
    [
      'a mail server that is nobody’s',
      { stage: 'greeting', greeting: '220 hotspot.example ESMTP' },
    ],
  ])('explains %s: there is no way out yet', (_name, seen) => {
    const found = diagnose(evidenceOf({ ...seen, observations }), { provider: null });
    expect(found.cause).toBe('no-network');
    expect(found.alternatives).toContain('smtp-redirected-by-network');
  });

  test('does not explain what a server said to a login over verified TLS', () => {
    const seen = { ...replied('auth', 535, '5.7.8', 'authentication failed'), observations };
    expect(causeOf(seen)).toBe('wrong-credentials');
  });
});

describe('a greeting under another name', () => {
  const noStarttls = { stage: 'tls', capabilities: ['SIZE 1000', 'AUTH PLAIN'] } as const;

  test.each([
    ['smtp.gmail.com', '220 web12.hosting.example ESMTP Exim 4.96'],
    ['smtp.gmail.com', '220 relay.isp.example ready'],
    ['smtp.office365.com', '220 mailproxy.isp.example ESMTP Postfix'],
    ['smtps.aruba.it', '220 relay.isp.example ESMTP Postfix'],
    ['smtp.libero.it', '220 relay.isp.example ESMTP Sendmail 8.15'],
  ])('when %s was asked for and %j came, the network answers for it', (host, greeting) => {
    expect(causeOf({ ...on(host), ...noStarttls, greeting })).toBe('smtp-redirected-by-network');
  });

  test.each([
    ['smtp.gmail.com', '220 smtp.gmail.com ESMTP 5b1f17b1804b1 - gsmtp'],
    ['smtp.office365.com', '220 AM0PR01CA0101.outlook.office365.com Microsoft ESMTP MAIL Service'],
    ['smtps.aruba.it', '220 smtpdh15.ad.aruba.it ESMTP'],
    ['smtp.libero.it', '220 smtp-36.iol.local smtp-36.iol.local ESMTP server ready'],
    ['smtp.example.com', '220 server7.hosting.example ESMTP Exim 4.96'],
    ['smtps.aruba.it', '220 node3.rented.example ready'],
  ])('when %s was asked for, %j is no diversion', (host, greeting) => {
    expect(causeOf({ ...on(host), ...noStarttls, greeting })).toBe('tls-not-offered');
  });

  test('after TLS was verified, the name in the greeting no longer matters', () => {
    const tls = { protocol: 'TLSv1.3', verification: null, chain: [certificate({})] };
    const greeting = '220 web12.hosting.example ESMTP Exim 4.96';
    const seen = { ...replied('auth', 454, '4.7.0', 'Temporary failure'), tls, greeting };
    expect(causeOf({ ...on('smtp.gmail.com'), ...seen })).toBe('auth-temporarily-unavailable');
  });
});
