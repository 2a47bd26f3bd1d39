import { describe, expect, test } from 'vitest';
import type { Cause } from '../../../src/diagnosis/cause.ts';
import { diagnose, explain } from '../../../src/diagnosis/diagnose.ts';
import type { Evidence } from '../../../src/smtp/evidence.ts';
import { certificate, evidenceOf } from './evidence.ts';

const none = { provider: null };

function causeOf(seen: Partial<Evidence>): Cause {
  return diagnose(evidenceOf(seen), none).cause;
}

const error = (code: string, message = code) => ({ error: { code, message } });
const gmail = { host: 'smtp.gmail.com', port: 465, security: 'tls' } as const;
const starttls = { host: 'smtp.example.com', port: 587, security: 'starttls' } as const;

describe('the network', () => {
  test.each<[string, Cause, Partial<Evidence>]>([
    ['an unknown name', 'dns-not-found', { stage: 'dns', ...error('ENOTFOUND') }],
    ['a silent resolver', 'dns-temporary', { stage: 'dns', ...error('EAI_AGAIN') }],
    ['a refusal', 'connection-refused', error('ECONNREFUSED')],
    ['no answer', 'port-blocked-or-timeout', { timedOut: true }],
    ['no answer to the greeting', 'port-blocked-or-timeout', { stage: 'greeting', timedOut: true }],
    ['a cut in the text', 'connection-dropped', { stage: 'data', ...error('ECONNRESET') }],
    ['silence in the text', 'connection-dropped', { stage: 'data', timedOut: true }],
    ['no way out', 'no-network', error('ENETUNREACH')],
  ])('%s is %s', (_name, cause, seen) => {
    expect(causeOf(seen)).toBe(cause);
  });

  test('nothing else on the internet answers either: it is the network', () => {
    const observations = [{ kind: 'internet', reachable: false }] as const;
    expect(causeOf({ stage: 'dns', ...error('ENOTFOUND'), observations })).toBe('no-network');
    expect(causeOf({ timedOut: true, observations })).toBe('no-network');
  });

  test('a page that asks to sign in is no mail server’s fault', () => {
    const observations = [{ kind: 'captive-portal' }] as const;
    expect(causeOf({ timedOut: true, observations })).toBe('no-network');
  });

  test('an experiment that found the other kind of encryption decides', () => {
    const observations = [{ kind: 'security-mismatch', speaks: 'plain-smtp' }] as const;
    expect(causeOf({ stage: 'tls', ...error('EPROTO'), observations })).toBe('tls-wrong-mode');
    expect(causeOf({ stage: 'greeting', timedOut: true, observations })).toBe('tls-wrong-mode');
  });

  test('an experiment that found no mail at all decides', () => {
    const observations = [{ kind: 'security-mismatch', speaks: 'other' }] as const;
    expect(causeOf({ stage: 'greeting', ...error('EPROTOCOL'), observations })).toBe('not-smtp');
  });
});

describe('certificates', () => {
  const seen = (verification: string, ...chain: Parameters<typeof certificate>) => ({
    stage: 'tls' as const,
    ...error(verification),
    tls: { protocol: 'TLSv1.3', verification, chain: chain.map(certificate) },
  });

  test.each<[string, Cause]>([
    ['CERT_HAS_EXPIRED', 'cert-expired'],
    ['CERT_NOT_YET_VALID', 'cert-expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'cert-hostname-mismatch'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'cert-untrusted'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'cert-untrusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'cert-untrusted'],
  ])('%s is %s', (verification, cause) => {
    expect(causeOf(seen(verification, {}))).toBe(cause);
  });

  test.each([
    ['Avast', 'O=Avast Web/Mail Shield, CN=Avast Web/Mail Shield Root'],
    ['Kaspersky', 'CN=Kaspersky Anti-Virus Personal Root Certificate'],
    ['ESET', 'CN=ESET SSL Filter CA, O=ESET, spol. s r. o.'],
    ['Bitdefender', 'CN=Bitdefender Personal CA.Net-Defender'],
    ['Fortinet', 'O=Fortinet, CN=FortiGate CA'],
    ['Zscaler', 'CN=Zscaler Intermediate Root CA'],
  ])('a chain that ends in an authority of %s names that product', (product, issuer) => {
    const found = diagnose(evidenceOf(seen('SELF_SIGNED_CERT_IN_CHAIN', { issuer })), none);
    expect(found).toMatchObject({ cause: 'tls-intercepted', product, confidence: 'certain' });
  });

  test('an intercepted certificate that has expired too is intercepted first', () => {
    const issuer = 'CN=AVG Web/Mail Shield Root';
    expect(causeOf(seen('CERT_HAS_EXPIRED', { issuer }))).toBe('tls-intercepted');
  });

  test('the provider’s own name under an unknown authority is interception', () => {
    const names = ['smtp.gmail.com'];
    const found = diagnose(
      evidenceOf({ ...seen('SELF_SIGNED_CERT_IN_CHAIN', { names }), server: gmail }),
      none,
    );
    expect(found).toMatchObject({ cause: 'tls-intercepted', confidence: 'likely', product: null });
  });

  test('a stranger’s name where a known provider was asked for is a diversion', () => {
    const names = ['server.hosting.example'];
    const diverted = { ...seen('ERR_TLS_CERT_ALTNAME_INVALID', { names }), server: gmail };
    expect(causeOf(diverted)).toBe('smtp-redirected-by-network');
  });
});

describe('the encryption', () => {
  test('no STARTTLS among the capabilities: it is not offered', () => {
    const capabilities = ['SIZE 1000', 'AUTH PLAIN'];
    expect(causeOf({ stage: 'tls', server: starttls, capabilities })).toBe('tls-not-offered');
  });

  test('a wrong version number is the wrong mode', () => {
    const message = 'SSL routines::wrong version number';
    expect(causeOf({ stage: 'tls', error: { code: 'EPROTO', message } })).toBe('tls-wrong-mode');
  });
});

describe('the login', () => {
  const auth = (code: number, enhanced: string | null, text: string) =>
    evidenceOf({ stage: 'auth', server: gmail, reply: { code, enhanced, text } });

  test.each<[readonly string[], Cause]>([
    [['SIZE 1000'], 'auth-mechanism-unsupported'],
    [['AUTH XOAUTH2 OAUTHBEARER'], 'oauth-required'],
    [['AUTH GSSAPI NTLM'], 'auth-mechanism-unsupported'],
  ])('with the capabilities %j: %s', (capabilities, cause) => {
    expect(causeOf({ stage: 'auth', capabilities })).toBe(cause);
  });

  test('a refused password at a provider of app passwords: first the app password, with doubt', () => {
    const found = diagnose(auth(535, '5.7.8', 'Username and Password not accepted'), none);
    expect(found).toMatchObject({ cause: 'app-password-required', confidence: 'likely' });
    expect(found.alternatives).toContain('wrong-credentials');
  });

  test('what was typed looks like an app password already: then it is the password', () => {
    const context = { provider: null, passwordLooksLikeAppPassword: true };
    const found = diagnose(auth(535, '5.7.8', 'Username and Password not accepted'), context);
    expect(found.cause).toBe('wrong-credentials');
  });

  test('a server that cannot check passwords does not accuse the password', () => {
    const found = diagnose(auth(454, '4.7.0', 'Temporary authentication failure'), none);
    expect(found.cause).toBe('auth-temporarily-unavailable');
  });

  test('a server that introduced itself may be another than the one asked for', () => {
    const found = explain({
      text: '220 mail.example.com ESMTP Exim; 535 Incorrect authentication data',
    });
    expect(found).toMatchObject({ cause: 'wrong-credentials', confidence: 'likely' });
    expect(found.alternatives).toContain('smtp-redirected-by-network');
    const asked = { host: 'smtp.office365.com', stage: 'auth' } as const;
    expect(explain({ text: '220 filter.example.net ESMTP; 535 no', ...asked }).cause).toBe(
      'smtp-redirected-by-network',
    );
  });

  test.each([
    ['451 Authentication failed: Maximum credits exceeded', 'daily-quota-exceeded'],
    ['535 5.7.0 Error: authentication failed: server overloaded', 'auth-temporarily-unavailable'],
    [
      'auth-worker: Error: sql(a@example.com): Password query failed',
      'auth-temporarily-unavailable',
    ],
    ['530 5.7.1 nein', 'auth-missing'],
  ])('%j is no wrong password', (text, cause) => {
    expect(explain({ text, stage: 'auth' }).cause).toBe(cause);
  });

  test.each(['550 no', '500 what', 'something failed', '', 'error 12345', 'non va'])(
    'nothing is said of the password by %j: it is not accused',
    (text) => {
      expect(explain({ text, stage: 'auth' }).cause).not.toBe('wrong-credentials');
    },
  );
});

describe('what goes with a cause', () => {
  test.each([
    ['451 4.7.1 Greylisted, try again in 300 seconds', 300],
    ['450 troppi messaggi, riprovare tra 5 minuti', 300],
    ['450 Zu viele Nachrichten, bitte in 2 Stunden erneut versuchen', 7200],
    ['451 try again later', null],
  ])('%j asks to wait for %j seconds', (text, seconds) => {
    expect(explain({ text }).retryAfter).toBe(seconds);
  });

  test('the stage that was given stays; otherwise the words or the cause tell it', () => {
    expect(explain({ text: '550 spam', stage: 'rcpt-to' }).stage).toBe('rcpt-to');
    expect(explain({ text: 'connect ECONNREFUSED 192.0.2.1:465' }).stage).toBe('tcp');
    expect(explain({ text: '535 5.7.8 authentication failed' }).stage).toBe('auth');
    expect(explain({ text: '550 5.1.1 User unknown (in reply to RCPT TO command)' }).stage).toBe(
      'rcpt-to',
    );
  });

  test('the exception inside another is no arrow of a session’s log', () => {
    const text = [
      'System.Net.Mail.SmtpException: Failure sending mail.',
      ' ---> System.IO.IOException: The connection was closed.',
      '   at System.Net.Mail.SmtpConnection.GetConnection(String host, Int32 port)',
    ].join('\n');
    expect(explain({ text, stage: 'greeting' }).cause).toBe('connection-dropped');
  });

  test('only the refusal of a whole session’s log decides', () => {
    const text = [
      'SERVER -> CLIENT: 220 mail.example.com ESMTP',
      'CLIENT -> SERVER: EHLO localhost',
      'SERVER -> CLIENT: 250-STARTTLS',
      'CLIENT -> SERVER: MAIL FROM:<a@example.com>',
      'SERVER -> CLIENT: 250 2.1.0 Ok sender',
      'CLIENT -> SERVER: RCPT TO:<b@example.net>',
      'SERVER -> CLIENT: 552 5.2.2 Mailbox full',
    ].join('\n');
    expect(explain({ text }).cause).toBe('mailbox-full');
  });
});
