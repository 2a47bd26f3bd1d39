import type { Rule } from './rule.ts';
import { any, followed, has, LOGIN, near, WRONG } from './vocabulary.ts';

/** Logging in with a token instead of a password. */
export const oauthRules: readonly Rule[] = [
  {
    id: 'basic-login-gone',
    cause: 'oauth-required',
    when: {
      text: [
        has(
          'basic auth|basis-?auth|standardauthenti|autenticazione (?:di )?base|authentification (?:de )?base',
          'autenticacion basica|modern auth|autenticazione moderna|moderne authent',
          'authentification moderne|4af4|expected:? 235,? (?:actual|got):? 334',
          followed(
            '(?:oauth ?2?|xoauth2|oauthbearer)',
            any(
              'require|only|must|erforderlich|richiest|necessari|obbligatori|requis|obligatoire',
              'mandatory|needed|instead|supported methods?|\\bmuss|\\bnur\\b',
            ),
            60,
          ).source,
          followed(
            any(
              'require|only|must|\\buse\\b|\\bneed|please|\\bsolo|soltanto|\\bnur\\b|seulement|uniquement',
              'nicht mehr|verwenden|verlang|erforder|richied|exige|esige|accetta|akzeptiert|accepts',
              'moved to|utilizza|usare',
            ),
            '(?:oauth ?2?|xoauth2|oauthbearer)',
            50,
          ).source,
        ),
      ],
      not: [
        has(
          'smtpclientauth|smtp_auth_disabled|token .{0,40}(?:expired|revoked|invalid)',
          'invalid_grant|invalid_request|invalid_client|refresh token|must be (?:a )?valid',
          'app.?password.{0,30}(?:required|instead)',
        ),
      ],
      // Exchange Online says so with a 550 too, which is no reply to a login.
      stages: ['auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'auth',
    alternatives: ['smtp-access-disabled', 'app-password-required'],
    sample: {
      text: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      stage: 'auth',
    },
    source:
      'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
  },
  {
    id: 'token-refused',
    cause: 'oauth-token-expired-or-invalid',
    when: {
      text: [
        has(
          'invalid_grant|invalid_request|invalid_token|invalid_client|unauthorized_client',
          'invalid_scope|aadsts(?!500(?:53|57)\\b)|eyjzdgf0dxm|can.t create new access token',
          'auth command failed: 334|weak key\\)|bearer .{0,40}(?:invalid|expired)',
          'oauth ?2?\\b.{0,60}(?:fail|invalid|expired|error|refus|reject|denied|revoked|unauthor|scadut|abgelaufen|expire|ungultig|missing|unsuccessful|fehlgeschlagen)',
          '(?:fail|invalid|expired|error|unsuccessful|fehlgeschlagen|fallit)\\w{0,6} .{0,60}x?oauth',
          'xoauth2|oauthbearer|bad protocol / cancel',
          near(
            '(?:access|refresh|auth|oauth|security|id)?[- ]?(?:token|jeton|gettone)',
            any(
              'expired|revoked|invalid|not valid|scadut|revocat|abgelaufen|widerrufen|ungultig',
              'expire|revoque|missing|not found|refresh failed|no longer|malformed|rejected',
              'could not',
            ),
            50,
          ).source,
        ),
      ],
      not: [
        has(
          'sec_e_|0x80090308|token supplied to the function|smtp[- ]token|csrf',
          '(?:unexpected|invalid|bad) token: \\[|unexpected token|no known auth',
          'token fornito alla|an die funktion|auth=.{0,30}xoauth2',
          // A program that tried a password too names every way it knows.
          'auth .{0,40}(?:plain|login).{0,20}xoauth2|authenticator (?:plain|login|cram-md5)',
        ),
      ],
      stages: ['auth', 'greeting', 'mail-from', 'tcp'],
    },
    stage: 'auth',
    alternatives: ['oauth-required', 'wrong-credentials'],
    sample: { text: 'invalid_grant: Token has been expired or revoked.', stage: 'auth' },
    source: 'RFC 6749, section 5.2',
  },
  {
    id: 'token-used',
    cause: 'oauth-token-expired-or-invalid',
    when: { facts: ['oauth-used'], onlyStages: ['auth'], codes: [334, 400, 535, 530, 534] },
    stage: 'auth',
    alternatives: ['oauth-required'],
    sample: { text: '535 5.7.3 Authentication unsuccessful', stage: 'auth', config: 'XOAUTH2' },
    source: 'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
  },
  {
    id: 'token-used-in-words',
    cause: 'oauth-token-expired-or-invalid',
    when: { facts: ['oauth-used'], onlyStages: ['auth'], text: [near(LOGIN, WRONG)] },
    stage: 'auth',
    alternatives: ['oauth-required'],
    sample: { text: 'SASL authentication failed', stage: 'auth', config: 'XOAUTH2' },
    source: 'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
  },
  {
    id: 'only-oauth-offered',
    cause: 'oauth-required',
    when: { facts: ['only-oauth-offered'], stages: ['auth'] },
    stage: 'auth',
    sample: { text: '', stage: 'auth', facts: ['only-oauth-offered'] },
    source: 'RFC 7628, section 3',
  },
];
