import type { Rule } from './rule.ts';
import {
  followed,
  has,
  LOGIN,
  LOGIN_DOUBTED,
  LOGIN_REFUSED,
  NO_SUCH_USER,
  near,
  PASSWORD,
  PASSWORD_DOUBTED,
  RECIPIENT_ONLY,
  WRONG,
} from './vocabulary.ts';

const GMAIL = 'https://support.google.com/a/answer/3726730';

const RFC4954 = 'RFC 4954, section 6';

/** A refused password: named only where the server, or the program, says so. */
export const passwordRules: readonly Rule[] = [
  {
    id: 'app-password-provider',
    cause: 'app-password-required',
    when: {
      text: [has(LOGIN_DOUBTED)],
      not: [new RegExp(RECIPIENT_ONLY), NO_SUCH_USER],
      facts: ['provider-app-password'],
      withoutFacts: ['password-like-app-password'],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials'],
    sample: {
      text: '535-5.7.8 Username and Password not accepted.',
      stage: 'auth',
      provider: 'Gmail',
    },
    source: GMAIL,
  },
  {
    id: 'gmail-words',
    cause: 'app-password-required',
    when: {
      text: [/badcredentials|answer=14257|username and password not accepted/],
      withoutFacts: ['password-like-app-password'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials'],
    sample: {
      text: '535 5.7.8 https://support.google.com/mail/?p=BadCredentials - gsmtp',
      stage: 'auth',
    },
    source: GMAIL,
  },
  {
    id: 'oauth-provider',
    cause: 'oauth-required',
    when: {
      text: [has(LOGIN_DOUBTED)],
      facts: ['provider-oauth'],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['smtp-access-disabled', 'wrong-credentials'],
    sample: {
      text: '535 5.7.3 Authentication unsuccessful',
      stage: 'auth',
      provider: 'Outlook.com',
    },
    source:
      'https://support.microsoft.com/en-us/office/modern-authentication-methods-now-needed-c5d65390-9676-4763-b41f-d7986499a90d',
  },
  {
    id: 'access-off-provider',
    cause: 'smtp-access-disabled',
    when: {
      text: [has(LOGIN_DOUBTED)],
      not: [new RegExp(RECIPIENT_ONLY), NO_SUCH_USER],
      facts: ['provider-access-off'],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials'],
    sample: { text: '535 Authentication credentials invalid', stage: 'auth', provider: 'GMX' },
    source: 'https://support.gmx.com/pop-imap/toggle.html',
  },
  {
    id: 'exchange-refuses-login',
    cause: 'smtp-access-disabled',
    when: { text: [/5\.7\.57\b.{0,200}\b535 5\.7\.3\b/] },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['auth-missing', 'oauth-required', 'wrong-credentials'],
    sample: {
      text: '5.7.57 Client not authenticated to send mail. Error: 535 5.7.3 Authentication unsuccessful',
    },
    source:
      'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
  },
  {
    id: 'password-refused-by-some-server',
    cause: 'wrong-credentials',
    when: { codes: [535], text: [/\b220[ -].{0,80}\be?smtp\b/], stages: ['auth'] },
    stage: 'auth',
    // Whose server it was is not said: a hosting's own may have answered.
    confidence: 'likely',
    alternatives: ['smtp-redirected-by-network', 'app-password-required'],
    sample: { text: '220 mail.example.com ESMTP; 535 5.7.8 Error: authentication failed' },
    source: 'https://docs.cpanel.net/whm/security-center/smtp-restrictions/',
  },
  {
    id: 'password-refused',
    cause: 'wrong-credentials',
    when: { codes: [535], stages: ['auth'] },
    stage: 'auth',
    alternatives: ['app-password-required', 'smtp-access-disabled'],
    sample: { text: '535 5.7.8 Error: authentication failed', stage: 'auth' },
    source: RFC4954,
  },
  {
    id: 'password-refused-later',
    cause: 'wrong-credentials',
    when: { codes: [535], text: [near(has(LOGIN, PASSWORD).source, WRONG)] },
    stage: 'auth',
    alternatives: ['app-password-required', 'smtp-access-disabled'],
    sample: { text: '535 Authentication failed; all recipients were rejected' },
    source: RFC4954,
  },
  {
    id: 'password-said-wrong',
    cause: 'wrong-credentials',
    when: {
      text: [
        near(
          PASSWORD,
          '\\bbad\\b|incorrect|wrong|invalid|mismatch|not match|errat|sbagliat|falsch|ungultig',
          20,
        ),
        has(LOGIN, 'user ?name|user[ -]?id|nome utente|utente|identifiant|nom d.utilisateur'),
      ],
      not: [new RegExp(RECIPIENT_ONLY), /certif|handshake/],
      // Some servers refuse a login with the code of a mailbox that is not there.
      codes: [550, 553, 554],
      stages: ['mail-from', 'rcpt-to', 'data'],
    },
    stage: 'auth',
    alternatives: ['app-password-required', 'smtp-access-disabled'],
    sample: { text: '550 5.7.1 Login failed: user name and/or password incorrect' },
    source: 'RFC 3463, section 3.8 (X.7.1)',
  },
  {
    id: 'password-refused-by-program',
    cause: 'wrong-credentials',
    when: {
      text: [
        has(
          near(PASSWORD, WRONG, 60).source,
          followed(
            PASSWORD,
            '(?:is|are|was|ist|sind|war|e|sono|est|sont) (?:wrong|incorrect|invalid|falsch|ungultig|errat|sbagliat|non corrett|non valid)',
            90,
          ).source,
          near(LOGIN, WRONG).source,
          LOGIN_REFUSED,
          followed('errore?r?|erreur|fehler', LOGIN, 16).source,
          followed(LOGIN, '(?:s)?(?:error|fehler)', 4).source,
          '0x80040217|0x800ccc92|0x800ccc18|\\beauth\\b|\\(67\\)|invalid login|login denied',
          '5\\.7\\.8\\b|\\bno (?:authentication|login) .{0,20}succeed',
        ),
      ],
      not: [
        has(
          'recipient|sender|connect(?:ion)? (?:refused|timed|reset)|certif|handshake|mechanism',
          'methods?\\b|verfahren|meccanismo|metod[oi] |methode|configured|timed out|too many',
          'not permitted|not authorized|unauthorized|not allowed|credit|quota',
        ),
      ],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['app-password-required', 'smtp-access-disabled', 'account-locked-or-suspended'],
    sample: { text: 'SMTP Error: Could not authenticate.', stage: 'auth' },
    source: 'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
  },
  {
    id: 'password-to-be-checked',
    cause: 'wrong-credentials',
    when: {
      text: [followed(LOGIN, PASSWORD_DOUBTED, 100)],
      not: [/recipient|certif|handshake|5\.7\.139/],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['app-password-required', 'smtp-access-disabled'],
    sample: {
      text: 'Unable to authenticate to Outgoing server (SMTP) smtp.example.com. Please check the password and verify the "Authentication method".',
      stage: 'auth',
    },
    source: 'https://github.com/mozilla/releases-comm-central',
  },
  {
    id: 'password-asked-again',
    cause: 'wrong-credentials',
    when: {
      text: [
        has(
          '(?:continu\\w{1,8}|sempre|ogni volta|di nuovo) .{0,20}(?:a )?(?:chied|richied).{0,60}(?:pass ?word|credenzial)',
          '(?:chied|richied)\\w{1,3} (?:sempre|continuamente|in continuazione|ogni volta|di nuovo).{0,40}(?:pass ?word|credenzial)',
          '(?:pass ?word|credenzial).{0,60}(?:chied|richied).{0,20}(?:in continuazione|continuamente|sempre|ogni volta|di nuovo)',
          '(?:keeps?|constantly|repeatedly|always) .{0,20}(?:ask|prompt)\\w{0,4} .{0,40}pass ?word',
          '(?:fragt|verlangt) .{0,30}(?:immer wieder|standig|dauernd) .{0,40}(?:passwort|kennwort)',
          'demande .{0,30}(?:sans cesse|toujours|en boucle) .{0,40}mot de passe',
          '(?:cambiat\\w|modificat\\w|changed) .{0,20}pass ?word|pass ?word .{0,12}(?:cambiata|modificata|changed)',
          'pass ?word .{0,12}non va (?:piu )?(?:bene)?',
        ),
      ],
      codes: 'none',
      not: [/certif|must be/],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['app-password-required', 'oauth-required'],
    sample: { text: 'Outlook continua a chiedere la password', stage: 'auth' },
    source: 'https://support.microsoft.com/en-us/topic/813514',
  },
  {
    id: 'mechanism-too-weak',
    cause: 'auth-mechanism-unsupported',
    when: { codes: [534], stages: ['auth'] },
    stage: 'auth',
    alternatives: ['tls-wrong-mode', 'app-password-required'],
    sample: { text: '534 5.7.9 Mechanism too weak for this user', stage: 'auth' },
    source: RFC4954,
  },
];
