import type { Rule } from './rule.ts';
import { any, CERT, followed, has, near } from './vocabulary.ts';

const NODE_TLS = 'https://nodejs.org/api/tls.html#x509-certificate-error-codes';

/** Who answers, and with whose papers. */
export const certificateRules: readonly Rule[] = [
  {
    id: 'foreign-certificate',
    cause: 'smtp-redirected-by-network',
    when: {
      facts: ['foreign-server'],
      withoutFacts: ['cert-intercepted'],
      onlyStages: ['greeting', 'ehlo', 'tls', 'auth'],
    },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['cert-hostname-mismatch', 'tls-intercepted'],
    sample: { text: 'ERR_TLS_CERT_ALTNAME_INVALID', stage: 'tls', facts: ['foreign-server'] },
    source: 'https://docs.cpanel.net/whm/security-center/smtp-restrictions/',
  },
  {
    id: 'foreign-greeting',
    cause: 'smtp-redirected-by-network',
    when: { facts: ['foreign-server'], withoutFacts: ['cert-intercepted'] },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials', 'cert-hostname-mismatch'],
    sample: {
      text: '220-server.example.com ESMTP Exim 4.96 ... 535 Incorrect authentication data',
      host: 'smtp.gmail.com',
    },
    source: 'https://docs.cpanel.net/whm/security-center/smtp-restrictions/',
  },
  {
    id: 'redirect-said',
    cause: 'smtp-redirected-by-network',
    when: {
      text: [
        has(
          '(?:smtp|port 25|connection|traffic|verbindung|connessione|connexion).{0,30}(?:redirect|divert|hijack|umgeleitet|reindirizz|dirott|redirig|intercepted by (?:the )?(?:isp|hosting|provider|network))',
          'smtp restrictions',
          followed(
            any(
              '\\bisp\\b|internet provider|provider|hoster|hosting|network|router|operatore|rete\\b',
              'netzwerk|fournisseur|operateur|gestore',
            ),
            '(?:redirects?|diverts?|hijack|reroute|dirotta|reindirizza|leitet|umleit|redirige|detourne|intercepts?|intercetta|fangt|intercepte).{0,40}(?:smtp|e-?mail|posta|mail|port)',
            40,
          ).source,
          '(?:redirect|divert|umgeleitet|reindirizz|dirott|redirig)\\w{0,4} .{0,40}(?:smtp|mail server|mailserver|port 25|server di posta)',
        ),
      ],
    },
    stage: 'greeting',
    confidence: 'likely',
    alternatives: ['cert-hostname-mismatch'],
    sample: { text: 'Your hosting redirects SMTP connections to its own mail server' },
    source: 'https://docs.cpanel.net/whm/security-center/smtp-restrictions/',
  },
  {
    id: 'interceptor-in-chain',
    cause: 'tls-intercepted',
    when: { facts: ['cert-intercepted'] },
    stage: 'tls',
    alternatives: ['cert-untrusted'],
    sample: {
      text: 'SELF_SIGNED_CERT_IN_CHAIN',
      stage: 'tls',
      config: 'certificate issuer: Avast Web/Mail Shield Root',
    },
    source: 'https://support.avast.com/en-us/article/troubleshoot-invalid-email-certificate/',
  },
  {
    id: 'antivirus-said',
    cause: 'tls-intercepted',
    when: {
      text: [
        has(
          'web/mail shield|mail shield|mail ?scanner|https? scanning',
          'ssl[ -]?(?:/tls )?(?:inspection|scan|intercept|proxy|filter)',
          'tls (?:inspection|scan|intercept)|man[- ]in[- ]the[- ]middle|mitm[_ -]?detected',
          'cannot establish ssl with smtp server',
          'certificate is changed on the fly|deep packet inspection|x{6,8}a\\b|inspect e?smtp',
          'smtp fixup|fixup protocol',
          '(?:antivirus|firewall|proxy|anti-virus).{0,60}(?:certif|zertif)',
          '(?:certif|zertif)\\w{0,7}.{0,60}(?:antivirus|firewall|proxy)',
        ),
      ],
      not: [/mail ?scanner.{0,60}(?:spam|virus)/],
    },
    stage: 'tls',
    alternatives: ['cert-untrusted'],
    sample: { text: 'The certificate was replaced by SSL inspection of the proxy', stage: 'tls' },
    source: 'https://support.eset.com/en/kb6258',
  },
  {
    id: 'known-provider-unknown-chain',
    cause: 'tls-intercepted',
    when: {
      text: [
        has(
          'self[_ -]signed[_ -]cert\\w{0,8}[_ -]in',
          'self[- ]signed certificate in certificate chain|chainerrors',
          '(?:remote certificate|certificato remoto|remotezertifikat|certificat distant)',
          '0x800b0109|untrusted ?root',
        ),
      ],
      not: [near(CERT, '(?:expired|scadut|abgelaufen|expire|namemismatch|not match)')],
      facts: ['provider-public'],
    },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['cert-untrusted'],
    sample: { text: 'self-signed certificate in certificate chain', provider: 'Gmail' },
    source: NODE_TLS,
  },
  {
    id: 'provider-name-unknown-authority',
    cause: 'tls-intercepted',
    when: { facts: ['cert-untrusted', 'provider-certificate'] },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['cert-untrusted'],
    sample: { text: '', stage: 'tls', facts: ['cert-untrusted', 'provider-certificate'] },
    source: NODE_TLS,
  },
  {
    id: 'expired',
    cause: 'cert-expired',
    when: {
      text: [
        has(
          near(
            `(?:${CERT}|tls|ssl|handshake)`,
            any(
              'has expired|expired|not yet valid|is expired|e scadut|scadut|scadenza|abgelaufen',
              'nicht mehr gultig|noch nicht gultig|expire\\b|a expire|est expire|perime',
              'pas encore valide|non ancora valid|non (?:e )?piu valid|caducad|outside its validity',
              'no longer valid|out of date|periodo di validita|gultigkeits(?:zeitraum|dauer)',
              '(?:periode|duree) de validite|validity (?:period|check failed)',
            ),
            60,
          ).source,
          'cert_has_expired|not_yet_valid|0x800b0101|nottimevalid|expired_certificate',
          'certificateexpired|certificatenotyetvalid|notafter|sec_e_cert_expired|0x80090328',
        ),
      ],
      not: [/token .{0,30}expired/],
    },
    stage: 'tls',
    alternatives: ['tls-intercepted'],
    sample: { text: 'CERT_HAS_EXPIRED: certificate has expired', stage: 'tls' },
    source: NODE_TLS,
  },
  {
    id: 'name-mismatch',
    cause: 'cert-hostname-mismatch',
    when: {
      text: [
        has(
          'legacy common name|host ?name .{0,80}not verified|altname|namemismatch|bad_cert_domain|0x800b010f',
          '0x80090322|target principal name|nome principale (?:di destinazione|destinazione)',
          'zielprinzipalname|nom principal (?:de (?:la )?)?cible',
          'no alternative certificate subject|no subject alternative|hostname mismatch',
          "host ?name .{0,60}(?:mismatch|not match|n[o']t match|falsch)",
          'wrong (?:host|domain|site)|cert_common_name_invalid|expected cn\\b',
          near(
            CERT,
            any(
              "not match|n[o']t match|mismatch|non corrispond|stimmt nicht|nicht uberein",
              'ne correspond|is valid for .{0,120}, not ',
              'not valid for (?:the )?(?:host|name|domain)',
              'issued (?:for|to) (?:a |an)?(?:other|different)|altro (?:nome|sito|server|host)|divers[oa] (?:da|dal)\\b',
              'different (?:name|host|domain|server)|anderen? (?:namen|host|server|adresse|domain)\\w{0,6}',
              'autre (?:nom|site|serveur|domaine|hote)|subject name|wrong name|emess\\w per',
              'valid[oi] (?:solo )?per (?:il nome|i nomi|l.host|altri)|gilt (?:nicht|nur) fur',
              'ausgestellt (?:fur|auf)|belongs to|appartien|no coincide|pas valable pour',
            ),
            90,
          ).source,
          'is(?: only)? valid for the following names|gehort (?:zu )?(?:einer|einem) anderen',
          'appartiene a un altro sito',
        ),
      ],
    },
    stage: 'tls',
    alternatives: ['smtp-redirected-by-network'],
    sample: { text: "Hostname/IP does not match certificate's altnames", stage: 'tls' },
    source: 'https://nodejs.org/api/errors.html#err_tls_cert_altname_invalid',
  },
];
