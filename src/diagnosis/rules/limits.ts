import type { Rule } from './rule.ts';
import { any, DAILY, followed, HOURLY, has, LIMIT, near, SENDING } from './vocabulary.ts';

/** How much, how often, how large. */
export const limitRules: readonly Rule[] = [
  {
    id: 'mailbox-full',
    cause: 'mailbox-full',
    when: {
      text: [
        has(
          near(
            any(
              'mailbox|mail box|recipient|destinatari|empfanger|destinataire|casella|postfach|boite',
              'inbox|\\buser|utente|folder|account|mail ?directory|maildir|mailfolder|disk',
            ),
            any(
              '\\bfull\\b|over ?-?(?:the )?(?:allowed )?quota|over ?-?quota|overquota|over limit',
              'quota|pien[ao]\\b|\\bvoll\\b|uberfullt|pleine|satur|exceeded storage',
              'storage (?:limit|allocation|quota|space)|no (?:more )?space|enough (?:disk )?space|used up',
              'exceeded the local limit|allowed storage|too many messages on|out of (?:disk )?space',
              'ausgeschopft|spazio esaurito|speicherplatz|plus d.espace|espace',
            ),
            60,
          ).source,
          followed(
            'mailbox|account|inbox|casella|postfach|boite',
            '(?:has |is )?(?:exceeded|over) (?:its|the|his|their)? ?(?:size|storage|disk|space)',
            12,
          ).source,
          '[45]\\.2\\.2\\b|over ?quota|quota exceeded',
          'exceeded (?:its |his |their |the )?(?:disk |storage )?(?:quota|space)',
          'quota violation|does not have enough space|too much mail data',
          'exceeded storage allocation|[45]\\.2\\.5\\b|mailbox_full|quotaexceeded',
        ),
      ],
      not: [
        new RegExp(`(?:${DAILY}|${HOURLY})`),
        has(
          'submission|sending|quota d.envoi|outgoing|sendequota|versand|quota d.invio|invii',
          'ip address|message size|too large|message too|attachment|envoi|sent from|rate',
          'gr[ae]y-?list|liste grise|relay|queue|fixed limit|recipients? (?:limit|rate|per)|max(?:imum)? .{0,20}recipients',
          'sender quota|full(?:y)?[- ]qualified|messagequota|e-?mail quota|fixed size',
        ),
      ],
      stages: ['mail-from', 'rcpt-to', 'data', 'greeting'],
    },
    stage: 'rcpt-to',
    sample: { text: '552 5.2.2 Mailbox full', stage: 'rcpt-to' },
    source: 'RFC 3463, section 3.3 (X.2.2)',
  },
  {
    id: 'daily-quota',
    cause: 'daily-quota-exceeded',
    when: {
      text: [
        has(
          near(near(DAILY, LIMIT, 60).source, SENDING, 60).source,
          'e-?mail quota|destinatari giornalier|messaggi giornalier|daily recipient',
          near(
            'limit|maxim|massim|superat',
            '(?:outgoing|outbound|in uscita|ausgehend\\w{0,2}|sortants?) (?:messages|messaggi|nachrichten|e-?mails?|mails?)',
            50,
          ).source,
          'daily .{0,40}(?:limit|quota|maximum)|5\\.4\\.5\\b|submissionquota|quota d.envoi',
          'quota d.invio|sendequota|sending (?:quota|limit)s?|send(?:ing)? limit',
          'submission quota|5\\.1\\.90\\b',
          'exceeded .{0,40}(?:sending|outgoing|outbound|submission).{0,20}(?:limit|quota)',
          'monthly|mensil|monatlich|mensuel',
          '(?:limit|quota|kontingent|plafond).{0,30}(?:invii|invio|versand|envoi|spedizion|outgoing mail)',
          '(?:versand|sende|tages)-?(?:limit|kontingent|quote|begrenzung)|out of credits',
          'not enough credits|message quota|(?:outbound|outgoing) .{0,20}quota',
          'recipient(?:s)? quota|sender quota|limite (?:di|d.)\\s?(?:invi|envoi|spedizion)',
          'nombre (?:maximal |maximum )?(?:de |d.)?(?:messages|mails|envois) .{0,40}(?:jour|24)',
          'maximum number of (?:e-?mails|messages|recipients) (?:allowed )?(?:per|in a|a|each) (?:day|24)',
          'credit|pro tag|al giorno|par jour|(?:relay|smtp) quota|over your .{0,20}quota',
          '(?:only|solo|nur|seulement|uniquement) \\d{1,6} .{0,40}(?:per day|a day|daily|giornalier|taglich)',
        ),
      ],
      not: [
        has(
          'receiving|inbound|tried to reach|credential|per hour|hourly|refusequota|all.ora',
          'pro stunde|par heure|credit card|accredit',
        ),
      ],
      stages: ['greeting', 'auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'data',
    alternatives: ['rate-limited'],
    sample: { text: '550 5.4.5 Daily user sending limit exceeded.', stage: 'data' },
    source: 'https://support.google.com/a/answer/3726730',
  },
  {
    id: 'message-too-big',
    cause: 'message-too-big',
    when: {
      text: [
        has(
          near(
            any(
              'message|messaggio|nachricht|e-?mail|attachment|allegat|anhang|anlage|piece.? jointe',
              '\\bfile\\b|mail|data|content|line|riga|body',
            ),
            any(
              'size .{0,30}(?:exceed|limit|too|over)',
              'exceed.{0,40}(?:size|mb\\b|kb\\b|bytes|\\d\\d ?m\\b)|too (?:big|large|long)',
              'troppo (?:grand|lung|pesant|vol)|zu (?:gross|lang)',
              'trop (?:gros|volumineu|grand|long|lourd)',
              'dimension\\w{1,2} .{0,30}(?:superat|massim|eccess|consentit)|supera .{0,40}dimension',
              'larger than|grosse .{0,40}(?:uberschr|ubersteigt|maximal)',
              'uberschreitet .{0,40}grosse|taille .{0,40}(?:max|depass)|depasse .{0,40}taille',
              'exceeds .{0,30}(?:maximum|fixed|allowed|permitted|limit)',
            ),
            50,
          ).source,
          '[45]\\.3\\.4\\b|[45]\\.2\\.3\\b|size limit|max(?:imum)? (?:message |mail |allowed )?size',
          followed(
            '\\bdimension|grosse|\\btaille|\\bsize',
            'supera|eccess|massim|uberschr|ubersteig|depass|exceed|over|limit|maxim',
            50,
          ).source,
          'lines? (?:length|limit|too long)|message length exceeds|maxsize|size exceeds|oversize',
          'messagetoobig|limite de (?:taille|dimension)|limite di dimension|dimensione massima',
          'maximale (?:nachrichten|mail)?grosse|grossenbeschrankung|taille max',
        ),
      ],
      not: [
        has(
          'header|\\brate|too many|mailbox .{0,20}exceed|dimension\\w{1,2} della casella',
          'mailbox size|window size|mailbox (?:is )?full|record too|packet',
          'per (?:hour|minute|day)|key too|certificate',
        ),
      ],
      stages: ['mail-from', 'rcpt-to', 'data', 'ehlo'],
    },
    stage: 'data',
    sample: { text: '552 5.3.4 Message size exceeds fixed limit', stage: 'mail-from' },
    source: 'RFC 1870, section 6',
  },
  {
    id: 'rate-limited',
    cause: 'rate-limited',
    when: {
      text: [
        has(
          'rate[- ]?limit|ratelimit|throttl|concurren|slow(?:ing)? down',
          'too (?:fast|quickly|frequent)|connection rate|message rate',
          '(?:sending|mail|submission|recipient) rate|rate (?:exceeded|control|too)|rate that',
          '(?:at|of) a rate|unusual rate|too much (?:traffic|mail|load|email)|flood|burst',
          'too many (?:connection|session|message|mail|e-?mail|recipient|error|request|command|rcpt|smtp|transaction|process|hops? per|unknown|invalid recip|bad rec|concurrent|simultaneous|open|login|auth)',
          'troppe (?:connessioni|sessioni|richieste|e-?mail|mail)',
          'troppi (?:messaggi|destinatari|errori|invii|collegamenti)',
          'zu viele (?:verbindung|nachricht|mail|e-?mail|empfanger|sitzung|fehler|anfragen|gleichzeitig)',
          'zu schnell',
          'trop de (?:connexion|message|mail|courriel|destinataire|session|erreur|requete)',
          'trop rapide',
          near(HOURLY, LIMIT, 60).source,
          'max(?:imum)? (?:number of )?(?:connections?|messages?|recipients|sessions|rcpt|emails|defers)',
          '(?:connection|message|recipient|session|mail|email|emails|messages|recipients)s? limit',
          '(?:limit|maximum|quota) (?:on|of|for) (?:the )?(?:number of )?(?:recipients|messages|connections|sessions|mails|emails)',
          '[45]\\.7\\.28\\b|[45]\\.5\\.3\\b|4\\.7\\.(?:500|650|651|652)\\b|5\\.7\\.508',
          'unusual(?:ly)? (?:high )?(?:number|volume|amount|rate|traffic)|unexpected volume',
          'user complaints|tss0\\d|class of service',
          'prevents additional messages|receiving mail (?:too|at)',
          'exceeded .{0,50}(?:messages|recipients|connections|emails|mails|e-mails|defers|rate|mail limit|policy)',
          'limit(?:e|s|i)? .{0,30}(?:exceeded|reached|superat|raggiunt|uberschritten|erreicht|depass|atteint)',
          'exceeded the (?:limit|max)|(?:limite|limiti) (?:di|orari|massim)|grenzwert',
          'ofr_?10[48]|failure sending mail\\. try again later|too many|velocity',
          'temporarily rate|anti-?bombing|policy .{0,30}quota|quota (?:policy|exceeded for)',
          '(?:excessive|high) (?:volume|number|amount)|queue quota|allowable number|again slower|send(?:ing)? too|in short (?:time|period)|poco tempo|kurzer zeit|peu de temps',
        ),
      ],
      not: [
        has(
          'unrecogni[sz]ed command|blacklisted|mechanism|grey',
          'too many (?:bad|failed|invalid) (?:auth|login|password)|hop count|mail loop',
          'too many hops|too many (?:received|mail loops)|block list|spamhaus|black ?list|token',
        ),
      ],
      stages: ['greeting', 'ehlo', 'tls', 'auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'data',
    alternatives: ['daily-quota-exceeded'],
    sample: { text: '421 4.7.0 Too many concurrent SMTP connections', stage: 'greeting' },
    source: 'https://support.google.com/a/answer/3726730',
  },
  {
    id: 'greylisted',
    cause: 'greylisted',
    when: {
      text: [
        has(
          'gr[ae]y[- ]?list|graylist|postgrey|gray ?listing|liste grise|lista grigia',
          'graue liste|first (?:time|contact|attempt).{0,60}(?:later|again|minutes)|triplet',
          '(?:in|tra|fra|dans) \\d{1,4} (?:minut|sek|sec).{0,30}(?:versuch|riprov|reessay|again)',
          'sqlgrey|rfc ?6647|recipient address rejected.{0,20}try again',
          followed(
            '(?:please )?(?:try again|retry|come back|riprova|versuchen|reessay)',
            '(?:in|after|tra|fra|dopo|nach|dans|apres|within) (?:a few|\\d{1,5}|some|pochi|einigen|quelques)',
            20,
          ).source,
        ),
      ],
      not: [/authent|login|password/],
    },
    stage: 'rcpt-to',
    alternatives: ['server-temporary-failure', 'rate-limited'],
    sample: { text: '451 4.7.1 Greylisting in action, please come back later', stage: 'rcpt-to' },
    source: 'RFC 6647, section 2',
  },
  {
    id: 'deferred',
    cause: 'rate-limited',
    when: { text: [/temporarily deferred/] },
    stage: 'greeting',
    confidence: 'likely',
    alternatives: ['greylisted', 'ip-blocklisted'],
    sample: { text: '421 4.7.0 Messages from 192.0.2.1 temporarily deferred', stage: 'greeting' },
    source: 'https://senders.yahooinc.com/smtp-error-codes/',
  },
  {
    id: 'later-for-policy',
    cause: 'greylisted',
    when: {
      text: [/try again later|come back later|please try later|try later/],
      enhanced: /^4\.7\.1$/,
      codes: [450, 451],
      stages: ['rcpt-to', 'data', 'mail-from'],
      not: [/helo|client host|resource|rate|busy|local/],
    },
    stage: 'rcpt-to',
    confidence: 'likely',
    alternatives: ['server-temporary-failure', 'rate-limited'],
    sample: { text: '451 4.7.1 Try again later', stage: 'rcpt-to' },
    source: 'RFC 6647, section 2',
  },
];
