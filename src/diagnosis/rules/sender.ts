import type { Rule } from './rule.ts';
import { any, followed, has, NOT_ALLOWED, near, SENDER } from './vocabulary.ts';

const POSTFIX = 'https://www.postfix.org/postconf.5.html#reject_sender_login_mismatch';

/** Whose name may stand on the message. */
export const senderRules: readonly Rule[] = [
  {
    id: 'sender-while-logged-out',
    cause: 'auth-missing',
    when: {
      text: [near(SENDER, 'not logged in|nicht angemeldet|non autenticat', 30)],
      not: [/as (?:the )?owner/],
    },
    stage: 'mail-from',
    alternatives: ['sender-not-owned'],
    sample: {
      text: '553 5.7.1 <a@example.com>: Sender address rejected: not logged in',
      stage: 'rcpt-to',
    },
    source: POSTFIX,
  },
  {
    id: 'sender-domain',
    cause: 'sender-domain-rejected',
    when: {
      text: [
        has(
          near(
            SENDER,
            "(?:domain|dominio|domaine)\\w{0,10}.{0,40}(?:not found|n[o']t exist|not exist|not resolve|n[o']t resolve|not valid|invalid|unknown|no mx|must (?:exist|resolve)|required|nicht (?:gefunden|auflosbar|existiert)|existiert nicht|non (?:esiste|trovat|valid|risol)|inesistente|inexist|introuvable|unbekannt|sconosciut|inconnu|does not accept|verif|not registered|null mx|not accepted|blacklisted|blocked)",
            40,
          ).source,
          followed(
            SENDER,
            any(
              'verify failed|must contain a domain|bad sender|verification failed|callback|callout',
              'fully[- ]qualified|malformed|unverified address|undeliverable|unroutable',
              'unresolvable|unreachable|could not be verified|bad (?:syntax|address)|syntax',
              'unrouteable|no mx|mx record|dns',
            ),
            60,
          ).source,
          '(?:unroutable|unrouteable|unresolvable) sender|mx records for|invalid domain, see',
          'bad sender(?:.s)? (?:mailbox )?address|domain of sender|sender.?s? domain',
          '(?:mittente|absender|expediteur).{0,20}dom(?:ain|inio)|absenderdom|[45]\\.1\\.8\\b',
          'dom(?:aine?|inio) .{0,24}(?:des absenders|absenderadresse|del mittente|de l.expediteur|of (?:the )?sender)',
          'dominio (?:del )?mittente|invalid dns mx|5\\.7\\.27\\b|domain name required',
          'nullmx.{0,20}sender|sender .{0,40}null ?mx|\\b517\\b.{0,60}domain|verification failed for',
          'from (?:address )?domain .{0,40}(?:not|invalid|does|un)',
          'domain .{0,60}(?:not verified|unverified)|domain .{0,60}does not resolve|sender verify',
          '5\\.7\\.750|originator .{0,30}(?:domain|invalid)',
          'return[- ]path .{0,30}(?:domain|resolve|verif)',
        ),
      ],
      not: [
        has(
          'dmarc|\\bspf\\b|dkim|helo command|recipient address|recipient domain|blocked using',
          'dnsbl|reverse dns|connections? not(?!.{0,50}sender domain)|temporary (?:lookup )?failure',
        ),
      ],
    },
    stage: 'mail-from',
    alternatives: ['sender-not-owned'],
    sample: {
      text: '450 4.1.8 <a@nowhere.example>: Sender address rejected: Domain not found',
      stage: 'rcpt-to',
    },
    source: 'https://www.postfix.org/postconf.5.html#reject_unknown_sender_domain',
  },
  {
    id: 'sender-unlike-login',
    cause: 'sender-not-owned',
    when: {
      text: [
        /(?:mail from|from header|(?:from|sender|envelope)(?: address)?)\b.{0,30}(?:must match|does ?n[o']t match|differs? from).{0,30}(?:authenticated|logged|login|user|account)/,
      ],
      not: [/\bspf\b|dmarc|dkim/],
    },
    stage: 'mail-from',
    sample: {
      text: '501 5.7.1 Invalid MAIL FROM: address does not match authenticated user',
      stage: 'mail-from',
    },
    source: POSTFIX,
  },
  {
    id: 'send-as-denied',
    cause: 'sender-not-owned',
    when: {
      text: [
        has(
          'sendasdenied|send as|5\\.7\\.60\\b|5\\.2\\.252|send on behalf|permissions? to send',
          'allowed to send (?:mail |e-?mail |messages )?(?:as|from|on behalf|using)',
          'not authori[sz]ed to perform|authori[sz]ed to send (?:mail |e-?mail |messages )?(?:as|from|on behalf|using)',
          'not owned by|relaying disallowed as|relay not allowed.{0,20}as sender',
          'inviare (?:come|per conto|messaggi come|a nome|(?:con|da) (?:quest|tale))',
          'als (?:dieser )?absender (?:zu )?senden|im namen von',
          'envoyer (?:en tant|au nom|de la part)|impersonat|spoof|not (?:a )?local (?:sender|user|from)',
          'sender (?:is )?not (?:allowed|permitted|authori[sz]ed) to relay',
        ),
      ],
      not: [/\bspf\b|dmarc|dkim|\bip\b|host [\d[]/],
    },
    stage: 'mail-from',
    sample: {
      text: '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
      stage: 'data',
    },
    source:
      'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
  },
  {
    id: 'sender-mistyped-in-setup',
    cause: 'sender-not-owned',
    when: {
      config: near(SENDER, 'typo|mistyp|misspel|errore di battitura|tippfehler|faute de frappe'),
      stages: ['mail-from', 'rcpt-to', 'data'],
    },
    stage: 'mail-from',
    confidence: 'likely',
    alternatives: ['sender-domain-rejected', 'recipient-rejected'],
    sample: { text: 'Sending failed', stage: 'rcpt-to', config: 'typo in the sender address' },
    source: 'https://github.com/thunderbird/thunderbird-android/issues',
  },
  {
    id: 'sender-not-owned',
    cause: 'sender-not-owned',
    when: {
      text: [
        has(
          near(SENDER, NOT_ALLOWED, 60).source,
          followed(
            SENDER,
            any(
              'must (?:be|match)|has to (?:be|match)|non (?:coincid|corrispond)|stimmt nicht|same as|identical|ubereinstimm|does not match',
              'not match|not equal|not your|not belong|is not one|unknown|unbekannt|sconosciut',
              'inconnu|invalid|invalide|ungultig|non valid|incorrect|rejected|reject|refus|rifiutat',
              'abgelehnt|denied|zuruckgewiesen|rejete|not local|not recogni|unacceptable|not accept',
              'nicht akzeptiert|nicht korrekt|non (?:(?:e |sono )?stat[oaie] )?accettat|bad|forbidden|not (?:a )?valid',
              'non (?:consentit|permess|ammess|autorizzat)|generato (?:un )?errore|a echoue|fallo\\b|fehlgeschlagen|rechazad|no valid',
            ),
            60,
          ).source,
          followed(
            any(
              'invalid|unknown|incorrect|wrong|bad|illegal|forged|unauthori[sz]ed|unverified',
              'unaccepted|rejected|ungultiger|falscher|unbekannter|nicht autorisierter|unzulassiger',
            ),
            SENDER,
            14,
          ).source,
          '(?:e-?mail )?address (?:is )?not verified',
          'identit(?:y|ies) .{0,30}(?:not|failed).{0,20}verif|verified sender|sender identity',
          '(?:authenticated|logged[ -]in|authentication|auth) (?:as |user|account|id|login|sender).{0,60}(?:differ|match|same|different|other|not (?:the|own|equal))',
          'from .{0,40}(?:differs? from|does not match|doesn.t match|not (?:the )?same|must match|other than) .{0,20}(?:auth|login|user|account|logged)',
          '(?:rifiuta|respinge|non accetta) (?:il|questo) mittente',
          'mail from .{0,30}(?:not allowed|not permitted|not owned|denied)',
          'use your (?:own|real) (?:e-?mail|address)',
          'indirizzo .{0,30}(?:diverso|non corrisponde).{0,30}(?:utente|account|autentic|casella)',
          'adresse .{0,40}(?:gehort nicht|nicht ihrem|stimmt nicht|nicht zugeordnet|ne correspond)',
          'login.{0,20}mismatch|does not accept (?:mail|messages) from|does not belong to|only send from|typo in the sender',
          'from header|0x800ccc78|header (?:from|sender)|alias .{0,30}not',
        ),
      ],
      not: [
        has(
          'dmarc|\\bspf\\b|dkim|\\bip\\b.{0,20}(?:address|block|list)|blocked using|dnsbl|relay',
          'recipient address|empfangeradresse|client host|helo command|black ?list|block ?list',
          'user unknown|poor reputation|sender.?s? ip|grey|spam|virus|rate|too many|limit',
          'trafficbytes|\\bquota\\b|temporary (?:lookup )?failure',
        ),
      ],
    },
    stage: 'mail-from',
    alternatives: ['sender-domain-rejected'],
    sample: {
      text: '553 5.7.1 <b@example.com>: Sender address rejected: not owned by user a@example.com',
      stage: 'rcpt-to',
    },
    source: POSTFIX,
  },
];
