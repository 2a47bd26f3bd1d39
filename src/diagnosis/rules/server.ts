import type { Rule } from './rule.ts';
import { any, followed, has, LOGIN_BACKEND } from './vocabulary.ts';

/** The conversation itself: who answers, what it calls itself, and its own troubles. */
export const serverRules: readonly Rule[] = [
  {
    id: 'scanner-cannot-reach-server',
    cause: 'port-blocked-or-timeout',
    when: {
      text: [
        has(
          'mfe proxy|cannot connect to smtp server',
          '(?:proxy|scanner|antivirus|mail shield).{0,60}(?:not available|cannot connect|unreachable|could not connect|unable to connect)',
          'connect error 100\\d\\d|(?<!auth |authentication |login )backend .{0,20}(?:unavailable|unreachable)',
        ),
      ],
    },
    stage: 'greeting',
    confidence: 'likely',
    alternatives: ['tls-intercepted', 'server-temporary-failure'],
    sample: {
      text: '421 Cannot connect to SMTP server 192.0.2.1, connect error 10060',
      stage: 'greeting',
    },
    source: 'RFC 5321, section 4.2.2 (421)',
  },
  {
    id: 'not-smtp',
    cause: 'not-smtp',
    when: {
      text: [
        has(
          'invalid greeting|bad greeting|unexpected greeting|malformed greeting',
          'unrecogni[sz]ed greeting|greeting .{0,40}(?:220|expected|invalid|malformed|not)',
          "not an? (?:e?smtp|mail)|n[o']t (?:an? )?(?:valid )?e?smtp server|no smtp server",
          '(?:^|[^a-z])\\+ok\\b|\\* ok\\b|http/[12]|ssh-[12]|<html|<!doctype|imap server greeting',
          '(?:dovecot|courier|cyrus|imap4?|pop3?)\\b.{0,24}\\bready\\b|imap4|pop3 server ready|non sembra un|scheint kein|ne semble pas',
          'kein (?:e?smtp|mail-?server)|non e un server (?:smtp|di posta)',
          "n'est pas un serveur (?:smtp|de messagerie)|protocol (?:violation|error|mismatch)",
          'protokollverletzung|violazione del protocollo|violation (?:du|de) protocole',
          'eprotocol|invalid response code received|unexpected (?:response|reply|answer|data)',
          'risposta (?:non valida|imprevista|inattesa)|unerwartete (?:antwort|begrussung)',
          'ungultige (?:antwort|begrussung)|reponse (?:inattendue|invalide)|weird server reply',
          'garbage|ftp server|220 .{0,40}\\bftp\\b|no greeting|got .{0,20} instead of 220',
          'instead of 220|expected 220|expected: 220|400 bad request|not speak smtp',
          'parse .{0,30}(?:response|reply|greeting)|syntax error in .{0,20}greeting',
        ),
      ],
      not: [
        has(
          '55[04]|synchroni[sz]ation|421|unexpected (?:eof|close)|535|534',
          'rejected .{0,20}(?:policy|spam)',
        ),
      ],
      stages: ['tcp', 'greeting', 'ehlo', 'tls'],
    },
    stage: 'greeting',
    alternatives: ['tls-wrong-mode', 'smtp-redirected-by-network'],
    sample: { text: 'Invalid greeting. response=HTTP/1.1 400 Bad Request', stage: 'greeting' },
    source: 'RFC 5321, section 3.1',
  },
  {
    id: 'not-smtp-seen',
    cause: 'not-smtp',
    when: { facts: ['speaks-other'] },
    stage: 'greeting',
    sample: { text: '', stage: 'greeting', facts: ['speaks-other'] },
    source: 'RFC 5321, section 3.1',
  },
  {
    id: 'name-refused',
    cause: 'ehlo-rejected',
    when: {
      text: [
        has(
          followed(
            '\\b(?:helo|ehlo)\\b',
            any(
              'reject|invalid|not accept|denied|refus|must|requires|syntax|argument|mismatch',
              'abgelehnt|ungultig|rifiutat|non valid|rejet|invalide|fail|error|bad',
              'not (?:valid|resolv|permit|allow)|first|needed|is (?:not|my)|does not|fehlgeschlagen',
              'fallit|echou|too long|missing',
            ),
            24,
          ).source,
          followed(
            any(
              'invalid|illegal|malformed|forged|fake|bad|missing|unqualified|reject',
              'fully[- ]qualified|syntactically|ungultig|non valid|invalide|falsch|errat|suspicious',
              'impossible|no',
            ),
            '\\b(?:helo|ehlo)\\b',
            24,
          ).source,
          'ib3\\d\\d|send (?:hello|helo|ehlo) first|polite people|need fully-qualified hostname',
          'say hello',
        ),
      ],
      not: [/mechanism|starttls|\b53[45]\b|authent|\bauth\b/],
    },
    stage: 'ehlo',
    alternatives: ['server-permanent-failure'],
    sample: { text: '501 Syntactically invalid EHLO argument(s)', stage: 'ehlo' },
    source: 'RFC 5321, section 4.1.1.1',
  },
  {
    id: 'domain-name-refused',
    cause: 'ehlo-rejected',
    when: { text: [/\b501 (?:5\.\d\.\d )?invalid domain name/] },
    stage: 'ehlo',
    alternatives: ['server-permanent-failure'],
    sample: { text: '501 5.5.4 Invalid domain name', stage: 'ehlo' },
    source: 'RFC 5321, section 4.1.1.1',
  },
  {
    id: 'malformed-message',
    cause: 'server-permanent-failure',
    when: {
      text: [
        has(
          'synchroni[sz]ation|headers? too (?:large|long|big|many)',
          'too many (?:hops|received|headers)|hop count|mail loop|loop(?:s)? (?:detected|back|broken|(?:was |is )?found)',
          'routing loop|protocol violation|unrecogni[sz]ed commands|protocol deviation|received.{0,3} headers',
          'headers exceed|message (?:is )?malformed|bare ?(?:lf|cr|newline)|\\bbare <?(?:lf|cr)',
          'smtputf8|non-?ascii|8 ?bit|rfc ?(?:2?822|5322|2045|5321)',
          'missing .{0,30}(?:header|message-id|date|from|subject)',
          '(?:header|message-id|date:|from:) .{0,30}missing',
          'header error|error in header|headers? (?:are |is )?not accepted|multiple .{0,20}(?:header|from|addresses in)|duplicate .{0,10}header|pipelining',
          'nul (?:byte|character)|not compliant|malformed (?:header|message|mime)|\\bmime\\b|5\\.6\\.\\d',
          '5\\.4\\.6\\b|policy restrictions|anello|schleife|boucle',
        ),
      ],
      not: [
        has(
          'dmarc|spf\\b|dkim|no shared|spam|8bitmime\\b.{0,40}250',
          'from: .{0,60}(?:not allowed|denied)',
        ),
      ],
      stages: ['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'data',
    alternatives: ['content-rejected-as-spam'],
    sample: { text: '554 5.6.0 Message contains bare LF', stage: 'data' },
    source: 'RFC 3463, section 3.7',
  },
  {
    id: 'delivery-expired',
    cause: 'server-temporary-failure',
    when: {
      text: [
        has(
          'delivery time expired|delivery temporarily|retry time(?:out)?',
          'could not be delivered (?:for|within|in) \\d|[45]\\.4\\.7\\b|retry timeout exceeded',
          'other or undefined|undefined mail system|message (?:has been |was )?delayed|tempo di consegna',
          'zustellung .{0,20}(?:verzogert|abgelaufen)|mail system status|delivery expired',
          'message expired|queue(?:d)? (?:time|expired|too long)',
        ),
      ],
    },
    stage: 'rcpt-to',
    alternatives: ['recipient-rejected'],
    sample: { text: 'DELIVERY TIME EXPIRED', stage: 'rcpt-to' },
    source: 'RFC 3463, section 3.5 (X.4.7)',
  },
  {
    id: 'own-machinery',
    cause: 'server-temporary-failure',
    when: {
      text: [
        has(
          'failed to expand|ex_tempfail|mail transport unavailable|mail system configuration error',
          'cannot (?:write|create|open|lock) .{0,60}(?:file|/)|read-only file ?system',
          'permission denied \\(euid|(?:open|create|write) .{0,80}(?:permission denied|no space left)',
        ),
      ],
      not: [/sasl|auth/],
    },
    stage: 'data',
    alternatives: ['server-permanent-failure'],
    sample: { text: 'failed to open /etc/exim4/domains/ip: Permission denied' },
    source: 'RFC 3463, section 3.4 (X.3.5)',
  },
  {
    id: 'server-hung-up',
    cause: 'connection-dropped',
    when: {
      codes: [421, 451],
      text: [
        /(?:command|data|input|idle|session|inactivity) time-?out|time-?out (?:exceeded|waiting for)|(?:time-?out|timed out).{0,6}closing|lost (?:input )?connection/,
      ],
      not: [LOGIN_BACKEND],
    },
    stage: 'data',
    alternatives: ['server-temporary-failure'],
    sample: {
      text: '421 mail.example.com: SMTP command timeout - closing connection',
      stage: 'data',
    },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'server-trouble',
    cause: 'server-temporary-failure',
    when: {
      text: [
        has(
          'service (?:is )?(?:temporarily |currently )?(?:unavailable|not available|refus)',
          'service non disponible',
          'servizio (?:momentaneamente |temporaneamente )?non disponibile',
          'dienst (?:ist )?(?:zurzeit |vorubergehend |derzeit )?nicht verfugbar',
          'internal (?:server )?error|errore interno|interner fehler|erreur interne|local error',
          'system (?:is )?(?:full|busy|error|problem|resources|storage|failure|overload)',
          'insufficient (?:system )?(?:storage|resources|memory)|disk full|too busy|overload',
          'uberlastet|sovraccaric|surcharg|try again|try later|temporar|temporan|temporair',
          'vorubergehend|momentan|later|riprova|piu tardi|spater|plus tard|reessay|maintenance',
          'mas tarde|intentelo|manutenzione|wartung|shutting down|out of memory|queue file|write error|resources',
          '0x800ccc6[7-9ac]|deferred|not ready|unable to (?:process|complete|accept)|backend',
          'routing error|configuration (?:error|problem)|error in processing|server error|qq trouble',
        ),
      ],
      stages: ['greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to', 'data', 'tls'],
      not: [/user unknown|permanent/],
      codes: [421, 422, 431, 442, 446, 447, 449, 450, 451, 452, 453, 454, 455, 458, 459, 471],
    },
    stage: 'data',
    alternatives: ['greylisted', 'rate-limited'],
    sample: {
      text: '451 4.3.0 Requested action aborted: local error in processing',
      stage: 'data',
    },
    source: 'RFC 5321, section 4.2.2',
  },
  {
    id: 'later-in-words',
    cause: 'server-temporary-failure',
    when: {
      text: [
        has(
          'try again later|try later|later|maintenance|manutenzione|wartung|riprov|piu tardi|spater|plus tard|reessay|temporar',
          'temporan|temporair|vorubergehend|momentan|momentaneamente',
          '(?:service|servizio|dienst|serveur|server) .{0,30}(?:unavailable|non disponibile|nicht verfugbar|indisponible|refus)',
          '0x800ccc6[7-9ac]|internal (?:server )?error|errore interno|interner fehler',
          'erreur interne',
        ),
      ],
      codes: 'none',
      stages: ['greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'data',
    confidence: 'likely',
    alternatives: ['rate-limited', 'greylisted'],
    sample: { text: '5.5.0 Service refused, please try later', stage: 'greeting' },
    source: 'RFC 5321, section 4.2.2',
  },
];
