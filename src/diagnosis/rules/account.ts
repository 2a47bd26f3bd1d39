import type { Rule } from './rule.ts';
import {
  any,
  BLOCKED,
  DAILY,
  HOURLY,
  has,
  LIMIT,
  near,
  RECIPIENT_ONLY,
  SENDING,
} from './vocabulary.ts';

/** What a provider closes when it is not paid for. */
const RENTED =
  'mail ?box|casella|cassetta postale|postfach|boite|\\bdomain\\b|dominio|abbonamento|subscription';

/** Replies to a login that was refused (RFC 4954, section 6). */
const REFUSED = [525, 534, 535];

const GMAIL = 'https://support.google.com/a/answer/3726730';

/** Whether the provider still lets this account log in and send. */
export const accountRules: readonly Rule[] = [
  {
    id: 'web-login-wanted',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          'web browser|webloginrequired|web login required|continuesignin|navigatore web',
          'webbrowser|navigateur|tramite (?:il )?browser|answer(?:\\.py\\?answer=|/)78754',
          '5\\.7\\.14\\b',
        ),
      ],
      codes: [421, 454, 530, 534, 535, 550],
    },
    stage: 'auth',
    alternatives: ['app-password-required'],
    sample: {
      text: '534-5.7.14 Please log in via your web browser and then try again.',
      stage: 'auth',
    },
    source: GMAIL,
  },
  {
    id: 'web-login-said',
    cause: 'account-locked-or-suspended',
    when: {
      // A program that shows the reply without its code.
      text: [/5\.7\.14\b|(?:log|sign) ?in .{0,12}\b(?:via|with|using|from|through) .{0,12}browser/],
      codes: 'none',
    },
    stage: 'auth',
    alternatives: ['app-password-required'],
    sample: {
      text: '5.7.14 Please log in via your web browser and then try again.',
      stage: 'auth',
    },
    source: GMAIL,
  },
  {
    id: 'login-limit',
    cause: 'rate-limited',
    when: {
      text: [
        has(
          near('too many (?:login|auth)', 'later|wait', 60).source,
          '(?:auth\\w{0,11}|log ?in|log ?on) .{0,12}too (?:many times|much|often|frequent)',
          '(?:anmeldung|accessi|connexions?) .{0,12}(?:zu haufig|zu oft|troppo (?:frequent|spesso)|trop (?:frequent|souvent))',
        ),
      ],
      not: [/\bip\b|locked|block/],
      codes: [421, 450, 451, 454, 535, 550],
    },
    stage: 'auth',
    alternatives: ['auth-temporarily-unavailable', 'account-locked-or-suspended'],
    sample: { text: '454 4.7.0 Too many login attempts, please try again later.', stage: 'auth' },
    source: GMAIL,
  },
  {
    id: 'login-refused-for-quota',
    cause: 'daily-quota-exceeded',
    when: {
      text: [near(DAILY, LIMIT, 60), has(SENDING)],
      not: [has(HOURLY, 'attempt|tentativ|versuch|login limit')],
      codes: REFUSED,
      stages: ['auth'],
    },
    stage: 'auth',
    alternatives: ['rate-limited', 'account-locked-or-suspended'],
    sample: { text: '535 5.7.8 Authentication failed: daily sending limit reached', stage: 'auth' },
    source: 'RFC 4954, section 6',
  },
  {
    id: 'login-refused-for-rate',
    cause: 'rate-limited',
    when: {
      text: [
        has(
          'too many (?:\\w{1,14} ){0,2}(?:connections?|sessions?|requests|messages|e-?mails)',
          '(?:connection|session) limit|concurrent|simultaneous|rate[- ]?limit|throttl|troppe (?:connessioni|sessioni|richieste)',
          'zu viele (?:verbindung|sitzung|anfragen|nachricht)|trop de (?:connexion|session|requete|message)',
        ),
      ],
      not: [/locked|suspend/],
      codes: REFUSED,
      stages: ['auth'],
    },
    stage: 'auth',
    alternatives: ['auth-temporarily-unavailable', 'ip-blocklisted'],
    sample: {
      text: '535 5.7.8 Authentication failed: too many connections from your IP',
      stage: 'auth',
    },
    source: 'RFC 4954, section 6',
  },
  {
    id: 'login-refused-from-here',
    cause: 'ip-blocklisted',
    when: {
      text: [
        near(
          '\\bip\\b|country|\\bregion|\\blocation|nazione|\\bpaese\\b|\\bland\\b|\\bpays\\b|geo(?:graphic|ip| )',
          'block|banned|not (?:\\w{1,8} )?(?:allow|permit|authori)|unauthori[sz]ed|denied|restrict|forbidden|bloccat|non (?:autorizzat|consentit|permess)|gesperrt|nicht (?:erlaubt|zugelassen)|bloque|non autorise|pas autoris',
          60,
        ),
      ],
      // A warning of what comes after more wrong passwords is no such refusal.
      not: [
        /(?:incorrect|wrong|invalid|bad) (?:auth|user|pass|cred|login)|will be|\bafter \d|\bbefore\b|attempts? (?:left|remain)|remaining|rimast|rimanent|ancora \d|prima (?:di|che)|logged/,
      ],
      codes: [...REFUSED, 550, 554],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['smtp-access-disabled', 'account-locked-or-suspended'],
    sample: { text: '535 5.7.1 Authentication failed: your IP is blocked', stage: 'auth' },
    source: 'RFC 4954, section 6',
  },
  {
    id: 'login-refused-for-sender',
    cause: 'sender-not-owned',
    when: {
      text: [
        /(?:allowed|authori[sz]ed|permi(?:tted|ssions?)|autorizzat\w|consentit\w|berechtigt|autorise)\b.{0,20}(?:to )?(?:send|inviare|spedire|senden|envoyer) (?:mail |e-?mail |messages )?(?:as|from|come|a nome|als|en tant)|sender.{0,40}(?:not own|not match|mismatch|does not belong)/,
      ],
      codes: REFUSED,
      stages: ['auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'mail-from',
    alternatives: ['wrong-credentials'],
    sample: {
      text: '535 5.7.1 User a@example.com is not allowed to send as b@example.com',
      stage: 'mail-from',
    },
    source: 'RFC 4954, section 6',
  },
  {
    id: 'mailbox-blocked-at-login',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          near(RENTED, BLOCKED, 40).source,
          near(
            `${RENTED}|servizio|service|contract|contratto`,
            'scadut|expired|abgelaufen|expire\\b|non (?:e stato )?rinnovat|not renewed|unpaid|overdue',
            40,
          ).source,
        ),
      ],
      not: [/smtp|imap|pop3?|client|program|temporar|unavailab|mechanism|\btls\b|\bssl\b/],
      codes: REFUSED,
      stages: ['auth'],
    },
    stage: 'auth',
    alternatives: ['wrong-credentials', 'smtp-access-disabled'],
    sample: {
      text: '535 5.7.0 Authentication rejected: mailbox disabled by administrator',
      stage: 'auth',
    },
    source: 'RFC 5248, section 3 (X.7.13)',
  },
  {
    id: 'entra-account-locked',
    cause: 'account-locked-or-suspended',
    when: { text: [/aadsts500(?:53|57)\b/] },
    stage: 'auth',
    alternatives: ['wrong-credentials'],
    sample: { text: 'AADSTS50053: The account is locked', stage: 'auth' },
    source: 'https://learn.microsoft.com/en-us/entra/identity-platform/reference-error-codes',
  },
  {
    id: 'account-blocked',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          near(
            any(
              '\\baccount|user account|sender account|your mailbox|casella|utenza|konto|compte',
              'benutzerkonto|postfach|this user|\\buser\\b|l.utente|account mittente|nutzer',
              'utilisateur',
            ),
            BLOCKED,
            50,
          ).source,
          near(
            'outgoing|outbound|sending (?:e-?)?mail|invio|spedizion|versand|envoi',
            '(?:has been |been |is |was )?(?:suspended|disabled|blocked|locked|sospes|bloccat|gesperrt|suspendu|bloque)',
            50,
          ).source,
          'outgoing mail suspension|bad outbound sender|outboundspam|refusequota|showtierupgrade',
          'unusual (?:sign|login|activity|sending)|suspicious (?:activity|login|sign)',
          'attivita sospett|verify your (?:account|identity)|tentativ\\w (?:di accesso )?(?:\\w{1,12} )?sospett|verific\\w{1,3} (?:la )?(?:tua|sua) identita',
          'accesso (?:e stato )?(?:temporaneamente )?(?:bloccat|sospes)|(?:sign|log)[- ]?in (?:attempt )?(?:was |has been )?(?:blocked|prevented)',
          'verif\\w{0,6} (?:il tuo |your |dein |votre )(?:account|konto|compte)',
          'account (?:has been |was )?(?:hacked|compromised|abus)',
          'account .{0,20}(?:not (?:yet )?(?:been )?(?:verified|validated|approved|activ)|unverified|under (?:review|validation)|inactive|expired|on hold|overdue|unpaid)',
          'account (?:is )?(?:closed|deleted)|blacklisted user|restricted entities',
          'too many (?:bad|failed|invalid|wrong|unsuccessful|incorrect) (?:auth|log|password|attempts|sign)',
          'too many (?:auth\\w{0,12}|login|password) (?:fail|attempt|error)|troppi tentativi',
          'zu viele (?:\\w{1,20} ){0,2}(?:anmelde|login-?|fehl)?versuche\\b|zu viele anmeldung|trop de tentatives',
          'to continue sending|sign in to (?:your account )?(?:to )?(?:continue|verify|unlock)',
          'not allowed to send (?:mail|e-?mail|messages)? ?(?:until|because)',
          'threshold exceeded.{0,40}tenant|5\\.7\\.705|has exceeded threshold',
          'sending (?:privileges?|rights?) (?:has|have|been|revoked|suspended|disabled)',
          '5\\.7\\.13\\b|(?:pass ?word|passwort|kennwort|mot de passe|account|casella|abbonamento) (?:has |is |ist |e |est )?(?:expired|scadut|abgelaufen|expire)',
          'pass ?word must be (?:changed|reset)|password change required',
          'mail(?:box)? (?:sending )?(?:has been )?(?:suspended|disabled) (?:for|due)',
          'contract (?:is )?(?:terminated|suspended)',
          'domain .{0,40}(?:suspended|expired|has been disabled)',
        ),
      ],
      not: [
        new RegExp(`${RECIPIENT_ONLY}`),
        has(
          'is blacklisted|greylist|\\bip\\b.{0,30}block|blocked using|dnsbl|spamhaus',
          'smtpclientauth|client host (?:rejected|blocked).{0,20}\\[\\d|inactivity|tried to reach',
          'no credits|does not exist|no longer|invalid mailbox|unknown user|user unknown|trying to contact|\\bquota\\b',
          'rate limit|\\[bl\\d|message (?:was |has been )?block|content',
          '(?:too many|troppi|troppe|zu viele|trop de|numero di) .{0,12}(?:messag|nachricht|e-?mail|invii|envois)',
        ),
      ],
      stages: ['greeting', 'ehlo', 'auth', 'mail-from', 'data'],
    },
    stage: 'auth',
    alternatives: ['rate-limited', 'wrong-credentials'],
    sample: { text: '535 5.7.0 Your account has been temporarily suspended', stage: 'auth' },
    source: 'RFC 5248, section 3 (X.7.13)',
  },
  {
    id: 'sender-shut-out',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          'recogni[sz]ed as a valid sender|bad outbound sender',
          'no longer (?:allowed|able|permitted) to send',
        ),
      ],
    },
    stage: 'data',
    alternatives: ['sender-domain-rejected'],
    sample: { text: '550 5.1.8 Access denied, bad outbound sender', stage: 'data' },
    source:
      'https://learn.microsoft.com/en-us/defender-office-365/outbound-spam-restore-restricted-users',
  },
  {
    id: 'own-account-blocked-later',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          'you are not allowed to send (?:e-?)?mails?\\b(?! (?:as|from|on|for|to|using))',
          near(
            '(?:outgoing|outbound) (?:e-?)?mail from|blacklisted user|\\b(?:your|sender|tuo|tua|ihr|dein|votre|il vostro) ?(?:e-?mail |mail |user )?(?:account|mailbox|casella|utenza|konto|postfach|compte|boite)|authenticated user|sasl',
            BLOCKED,
            40,
          ).source,
        ),
      ],
      not: [/\bquota\b|blocked using|dnsbl|spamhaus|limit/],
      stages: ['rcpt-to'],
    },
    stage: 'rcpt-to',
    alternatives: ['ip-blocklisted', 'rate-limited'],
    sample: { text: '550 5.7.1 Your account has been blocked', stage: 'rcpt-to' },
    source: 'RFC 5248, section 3 (X.7.13)',
  },
];
