import type { Rule } from './rule.ts';
import { any, has, LISTED, MALWARE, near, SPAM } from './vocabulary.ts';

const IP = any(
  '\\bips?\\b|ip[ -]address|ip-adresse|indirizzo ip|adresse ip|\\[\\d{1,3}\\.\\d|client host',
  'your host|sending host|your (?:mail ?)?server|sending (?:mta|server|ip)',
  'mail ?server (?:at )?[\\[\\d]|remote host|connecting (?:host|ip)|ip=',
);
const REFUSED = any(
  'block|banned|reject|refus|denied|not allowed|not accept|listed|gesperrt|blockiert',
  'bloccat|bloque|abgelehnt|rifiutat|rejet|blacklist|bad reputation|poor reputation',
  'suspicious|not permitted|forbidden|unwanted|prohibit|not (?:\\w{1,12} )?accepting|no access from',
);

/** What the receiving side thinks of the sender's domain, address on the network, and text. */
export const reputationRules: readonly Rule[] = [
  {
    id: 'domain-policy',
    cause: 'dmarc-alignment-failed',
    when: {
      text: [
        has(
          'dmarc|\\bspf\\b|dkim|[45]\\.7\\.2[0-46]\\b|5\\.7\\.509|5\\.7\\.515|required authentication level|openspf',
          'sender policy framework',
          'allowed to send (?:mail |e-?mail |messages )?(?:for|from this (?:domain|host|server|ip)|on behalf of (?:the )?domain)',
          'sender authentication|\\(au\\d\\d\\)',
          'permitted by the domain|authori[sz]ed to (?:use|send).{0,80}(?:mfrom|domain|helo)',
          'unauthenticated (?:mail|email|e-mail|message)s? (?:from|is|are|not)',
          '(?:email|message|mail|sender) .{0,30}unauthenticated|unauthenticated sender domain',
          'authentication (?:checks?|results?|policy)|not aligned|alignment|domain owner',
          'sender ?id (?:check|fail)|domain authentication|domainkeys|lacks? authentication',
          'not designated as permitted|not designated|authorized mail server|permitted sender',
          'did not pass authentication|does not pass',
        ),
      ],
      not: [/dnsbl|spamhaus|blocked using|535|smtp auth|does not pass through|unusual rate/],
      stages: ['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'data',
    sample: {
      text: "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC policy.",
      stage: 'data',
    },
    source: 'RFC 7489, section 6.6; RFC 7372',
  },
  {
    id: 'listed-link',
    cause: 'content-rejected-as-spam',
    when: {
      text: [
        has(
          'uribl|surbl|dbl\\.spamhaus',
          near(
            '(?:\\burls?\\b|\\blinks?\\b|\\buris?\\b)',
            '(?:black ?list|block ?list|listed|spam|malicious|bad)',
            60,
          ).source,
        ),
      ],
      not: [/\bip\b.{0,40}(?:black|block) ?list/],
    },
    stage: 'data',
    sample: { text: '554 5.7.1 Message contains a URL listed by SURBL', stage: 'data' },
    source: 'RFC 3463, section 3.8',
  },
  {
    id: 'listed',
    cause: 'ip-blocklisted',
    when: {
      text: [has(LISTED, 'to send (?:e-?mail )?directly')],
      not: [
        has(
          'verif(?:y|ication) failed|blacklisted user|sender .{0,60}blacklist|from address .{0,40}blacklist',
          'recipient .{0,30}blacklist|sender domain .{0,12}listed',
        ),
      ],
      stages: ['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'greeting',
    alternatives: ['rate-limited', 'content-rejected-as-spam'],
    sample: {
      text: '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org',
      stage: 'rcpt-to',
    },
    source: 'RFC 6471, section 1',
  },
  {
    id: 'no-reverse-name',
    cause: 'ip-blocklisted',
    when: {
      text: [
        has(
          '\\bptr\\b|reverse (?:dns|lookup|host|name|mapping|resol|record|entry)|\\brdns\\b',
          'reversedns|cannot find your (?:reverse )?host|can.?not find your|risoluzione inversa',
          'dns invers|ruckwarts|inverse dns|resolution inverse|no reverse|[45]\\.7\\.25\\b',
          'does not resolve to (?:your|the) (?:ip|client|address)',
          'dynamic(?:ally)? (?:ip|assigned|address|range|pool|host|dialup)|residential|dial-?up',
          'generic (?:hostname|rdns)|home line|end-?user|consumer (?:ip|line)|forward-confirmed',
          'iprev|cannot resolve your|unresolvable (?:relay )?host|forward dns entry',
          'mismatches client ip|invalid rdns',
        ),
      ],
      not: [/helo command/],
    },
    stage: 'greeting',
    sample: {
      text: '450 4.7.25 Client host rejected: cannot find your reverse hostname, [192.0.2.1]',
      stage: 'rcpt-to',
    },
    source: 'RFC 7372, section 3.3 (X.7.25)',
  },
  {
    id: 'address-refused',
    cause: 'ip-blocklisted',
    when: {
      text: [
        has(
          near(IP, REFUSED, 50).source,
          'bl2\\d\\]|\\(bl\\)|lpn00[67]|s31[45]0|s77[15]|s844|refused to talk to me: 5\\d\\d',
          'not (?:in|on) (?:the |our )?(?:white|allow) ?list|traffic not accepted',
          'no smtp service|poor reputation|low reputation',
          'connections? (?:will )?not (?:be )?accepted|ib1(?!01)\\d\\d|ib[56]\\d\\d',
          'banned(?! (?:content|word|file|attach|extension))',
          'no more connections (?:from|allowed)',
          'blocked (?:by|for|due to) .{0,30}(?:reputation|abuse|policy)|reputation|ip denied',
          'tor exit|abuse (?:from|report|detected)|unwanted mail from your',
          'not allowed to connect|open proxy|(?:smtp|mail) server of your (?:isp|provider)',
          '(?:through|via|using) your (?:isp|provider)|\\bgo away',
          'access (?:to this mail system )?.{0,30}(?:rejected|denied) .{0,60}(?:mta|ip|server)',
          'ask your (?:postmaster|provider)|blocked - see|client host rejected',
          'tss0[6-9]|permanently deferred|(?:bad|invalid) (?:sender |source |client )?ip\\b|access to (?:submit|send) .{0,60}(?:rejected|denied|revoked)',
          'host (?:is )?blocked|too many failed logins|connection rejected by policy|country',
        ),
      ],
      not: [
        has(
          'relay|rcpthosts|helo command|authent|user unknown|rate limit|grey|sender address',
          'authentication required',
        ),
      ],
      stages: ['greeting', 'ehlo', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'greeting',
    alternatives: ['rate-limited', 'content-rejected-as-spam'],
    sample: { text: '550 5.7.1 Your IP address has been blocked', stage: 'greeting' },
    source: 'https://postmaster.gmx.net/en/error-messages',
  },
  {
    id: 'malware',
    cause: 'content-rejected-as-spam',
    when: {
      text: [has(MALWARE)],
      not: [/certif|antivirus .{0,30}certif/],
      stages: ['data', 'rcpt-to', 'mail-from'],
    },
    stage: 'data',
    fixableBy: 'doctor',
    sample: { text: '554 5.7.1 Message rejected: virus found', stage: 'data' },
    source: 'RFC 3463, section 3.8',
  },
  {
    id: 'spam',
    cause: 'content-rejected-as-spam',
    when: {
      text: [
        has(
          SPAM,
          'content (?:rejected|filter|refused|denied|block|not accept|policy|restriction)',
          '(?:rejected|rejecting|blocked|refused) .{0,30}content|message filtered',
          'content.{0,40}(?:reject|block|not accept|security issue|prohibit)|mail rejete',
          'message rejete|message refuse|ofr_?50\\d|security issue',
          'message (?:was |has been )?(?:rejected|blocked|refused|discarded|denied)',
          'rejected (?:by|as|due to|for) (?:content|filter|security)',
          'nachricht .{0,30}(?:abgelehnt|zuruckgewiesen|blockiert)',
          'messaggio .{0,30}(?:rifiutat|bloccat|respint|scartat)',
          'message .{0,20}(?:bloque|rejete|indesirable)|inhalt .{0,30}(?:abgelehnt|blockiert)',
          'contenuto .{0,30}(?:non |rifiut|blocc|respint)',
          'contenu .{0,30}(?:refuse|bloque|rejete)|offensive|heuristic',
          'suspicious (?:content|message|mail|attachment|link)|profanity|classified as',
          'pattern detected|likely unsolicited|message refused',
          'blocked by (?:our )?(?:content|filter)|adresse .{0,10}url|transaction rejected',
          '\\bdt:spm\\b|attach|allegat|anhang|piece jointe|5\\.7\\.(?:50[123]|512)',
        ),
      ],
      not: [/missing|must issue|rfc ?5322|header|bare ?lf/],
      stages: ['data', 'rcpt-to', 'mail-from'],
    },
    stage: 'data',
    alternatives: ['ip-blocklisted', 'rate-limited'],
    sample: { text: '550 5.7.1 This message looks like spam', stage: 'data' },
    source: 'https://support.google.com/mail/answer/81126',
  },
  {
    id: 'policy-before-text',
    cause: 'ip-blocklisted',
    when: {
      text: [/polic(?:y|ies)|richtlinie|politique|administrative/],
      not: [/relay|sender|recipient|bare ?lf|quota/],
      onlyStages: ['greeting', 'ehlo', 'mail-from'],
    },
    stage: 'mail-from',
    confidence: 'likely',
    alternatives: ['rate-limited', 'content-rejected-as-spam'],
    sample: { text: '550 Mail rejected for policy reasons', stage: 'mail-from' },
    source: 'https://postmaster.gmx.net/en/error-messages',
  },
  {
    id: 'sending-policy',
    cause: 'rate-limited',
    when: {
      text: [/^\W*(?:x\.x\.x|\d\.\d\.\d|\d{3}).{0,40}policy violation/],
      facts: ['provider-aruba'],
    },
    stage: 'data',
    confidence: 'likely',
    alternatives: ['content-rejected-as-spam'],
    sample: { text: '5.7.1 policy violation', stage: 'data', provider: 'Aruba' },
    source:
      'https://guide.arubabusiness.it/email/configurazioni-email-arubabusiness/errori-comuni-invio-ricezione-posta',
  },
  {
    id: 'policy',
    cause: 'content-rejected-as-spam',
    when: {
      text: [
        has(
          'policy (?:violation|rejection|reason)|for policy|local policy|security policy',
          'denied by .{0,12}policy|organi[sz]ation(?:al)? (?:policy|settings)|mass mailer',
          'company policy|administrative(?:ly)? prohibit|envelope blocked',
        ),
      ],
      not: [/relay|missing|bare ?lf|header/],
      stages: ['data', 'rcpt-to'],
    },
    stage: 'data',
    confidence: 'likely',
    alternatives: ['ip-blocklisted', 'rate-limited', 'server-permanent-failure'],
    sample: { text: '554 5.7.1 Message not accepted for policy reasons', stage: 'data' },
    source: 'RFC 3463, section 3.8',
  },
];
