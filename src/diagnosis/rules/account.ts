import type { Rule } from './rule.ts';
import { any, BLOCKED, has, near, RECIPIENT_ONLY } from './vocabulary.ts';

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
          'attivita sospett|verify your (?:account|identity)',
          'verif\\w{0,6} (?:il tuo |your |dein |votre )(?:account|konto|compte)',
          'account (?:has been |was )?(?:hacked|compromised|abus)',
          'account .{0,20}(?:not (?:been )?verified|unverified|not active|inactive|expired|on hold|overdue|unpaid)',
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
          'does not exist|no longer|invalid mailbox|unknown user|user unknown|trying to contact|\\bquota\\b',
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
