import type { Rule } from './rule.ts';
import {
  any,
  followed,
  has,
  near,
  RECIPIENT,
  RECIPIENT_ONLY,
  UNKNOWN,
  WRONG,
} from './vocabulary.ts';

/** Whom the message is for, and whether this server takes it there. */
export const recipientRules: readonly Rule[] = [
  {
    id: 'recipient-restricts',
    cause: 'recipient-rejected',
    when: {
      text: [
        has(
          'resolver\\.rst|delivery restriction|5\\.7\\.1(?:2\\d|3[0-6])\\b|allowed-senders',
          '(?:accett|ricev|ammett|consent)\\w{1,4} (?:solo|soltanto|esclusivamente|unicamente) .{0,40}(?:certificat|\\bpec\\b)|non (?:accett|ricev)\\w{1,4} .{0,30}(?:ordinari|non certificat|non pec|convenzional)',
          'only accepts? (?:messages|mail) from|not accepting (?:messages|mail)(?! with)',
        ),
      ],
    },
    stage: 'rcpt-to',
    alternatives: ['auth-missing'],
    sample: {
      text: '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
      stage: 'data',
    },
    source:
      'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
  },
  {
    id: 'relay-denied',
    cause: 'relay-denied',
    when: {
      text: [
        has(
          near(
            '(?:relay|rilancio|inoltr|weiterleit|relais|relaying|reindirizzament|rele\\b)',
            any(
              'denied|not allow|not permit|access|disabled|prohibit|refus|reject|unable|cannot',
              'forbidden|no\\b|not\\b|negat|non (?:consent|autorizz|permes|permet|ammess)|rifiutat',
              'verweigert|nicht|abgelehnt|interdit|refuse|unauthori|disallow|fail|deny|attempt',
              'first|without|required|closed|sorry',
            ),
            40,
          ).source,
          'credentials for relay|workspace smtp relay|rcpthosts|not (?:a )?local|we do not relay|unable to relay|open relay|not an open',
          'insecure (?:mail )?relay|authorized relay|not (?:hosted|served|handled|accepted) (?:here|by)|unknown domain',
          'invalid destination domain|no such domain (?:here|at)|does not accept mail for',
          'domain not (?:hosted|in|local|served)|local recipients? only|nur lokale',
          'solo destinatari locali|mail .{0,10}not deliver.{0,20}(?:outside|other)|5\\.7\\.64\\b',
          'tenantattribution|0x80040607|relayed|does not handle|isn.t allowed to be relayed',
          'gateway(?! user)',
        ),
      ],
      not: [/sendas|dnsbl|spamhaus|loop|user unknown|relay recipient table/],
      stages: ['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'rcpt-to',
    alternatives: ['auth-missing'],
    sample: { text: '554 5.7.1 <b@example.net>: Relay access denied', stage: 'rcpt-to' },
    source: 'https://www.postfix.org/SMTPD_ACCESS_README.html#relay',
  },
  {
    id: 'recipient-unknown',
    cause: 'recipient-rejected',
    when: {
      text: [
        has(
          near(RECIPIENT, UNKNOWN, 50).source,
          near(RECIPIENT_ONLY, WRONG, 60).source,
          near(
            RECIPIENT_ONLY,
            any(
              'locked|blocked|suspended|not accepting|restricted|does not accept|disabled|bad',
              'syntax|malformed|invalid|gesperrt|bloccat|bloque|undeliverable',
            ),
            60,
          ).source,
          'unrouteable|unroutable|undeliverable|mailbox unavailable',
          'mailbox (?:is )?(?:disabled|inactive|blocked|not available|currently)|no mailbox',
          'no valid recipient|recipnotfound|address rejected|does not have a|doesn.t have a[n ]',
          'not our customer|bad chars|inactivity|\\bnull ?mx\\b|no mx|[45]\\.1\\.(?:1|2|3|4|6|10)\\b',
          '5\\.2\\.1\\b|0x800ccc(?:79|69|6b|6e|7b)|all recipients',
          'bad (?:destination|address|recipient)',
          'unknown (?:user|address|recipient|account|mailbox)|user .{0,40}unknown',
          'address unknown|no such (?:user|address|recipient|mailbox|person|account)',
          'not a known user|host or domain name not found|host unknown',
          "domain .{0,50}(?:not found|not exist|n[o']t exist|non esiste|existiert nicht|unknown|no longer|invalid|inesistente|inexist)",
          'dead letter|verify the address|casella .{0,30}(?:inesistente|non)',
          'mail address .{0,20}(?:wrong|not|incorrect)|(?:mail|e-mail) inesistente',
          'adresse .{0,40}(?:incorrecte|erronee|invalide|inconnue|falsch|ungultig|unbekannt)',
          'indirizzi .{0,20}non (?:sono )?(?:stati )?accettat|indirizzo .{0,40}(?:errato|inesistente|sconosciuto|non valido|non corretto|scorretto)',
          'illegal address|parse .{0,12}address|moved|left the company|user (?:is )?(?:disabled|suspended|inactive)|tried to reach',
          'relevant mx records|no recipients|access denied\\. as\\(2|routing server failure|unable to route|unzustellbar|non recapitabile|non distribuable',
        ),
      ],
      not: [
        has(
          'helo command|sender address|client host|line length|lines? too long',
          'service is unavailable|message (?:is )?malformed|configuration (?:problem|error)|<html',
        ),
      ],
      stages: ['rcpt-to', 'data'],
    },
    stage: 'rcpt-to',
    alternatives: ['server-permanent-failure'],
    sample: {
      text: '550 5.1.1 <nobody@example.com>: Recipient address rejected: User unknown',
      stage: 'rcpt-to',
    },
    source: 'RFC 3463, section 3.2 (X.1.1)',
  },
  {
    id: 'recipient-refused',
    cause: 'recipient-rejected',
    when: {
      text: [followed(RECIPIENT_ONLY, WRONG, 60)],
      not: [/configuration (?:problem|error)/],
      onlyStages: ['rcpt-to'],
    },
    stage: 'rcpt-to',
    sample: { text: 'Recipient refused', stage: 'rcpt-to' },
    source: 'RFC 5321, section 3.3',
  },
];
