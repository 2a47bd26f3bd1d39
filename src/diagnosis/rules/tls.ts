import type { Rule } from './rule.ts';
import { any, CERT, followed, has, near } from './vocabulary.ts';

const NODE_TLS = 'https://nodejs.org/api/tls.html#x509-certificate-error-codes';
const OPENSSL = 'https://docs.openssl.org/master/man1/openssl-verification-options/';
const SCHANNEL =
  'https://learn.microsoft.com/en-us/windows/win32/secauthn/schannel-error-codes-for-tls-and-ssl-alerts';

const STARTTLS = any(
  'starttls|start tls|\\btls\\b(?!:)|\\bssl\\b(?!:)|secure (?:connection|mail)|encryption',
  'verschlussel|cifrat|crittograf|chiffre|connessioni? (?:protett|sicur)',
  'sicheren? verbindung|connexions? securis',
);
const ABSENT = any(
  "not support|not offer|n[o']t advert|not advertis|does ?n[o']t|nicht unterstutzt",
  'nicht angeboten|unterstutzt (?:kein|nicht)|non support|non offert',
  'pas (?:supporte|pris)|ne prend pas|ne supporte pas|unavailable|not available',
  'unsupported|no tls|non disponibile|nicht verfugbar|not recogni|unrecogni',
  "not implemented|unknown command|command unknown|not enabled|did ?n[o']t|kein",
  'indisponible|temporarily|not understood|missing|non e support|sans',
);

const UNTRUSTED = has(
  'self[ -_]signed|selbstsigniert|selbst signiert|autofirmat|auto-?signe',
  'unable to verify|unable_to_verify|unable to get (?:local )?issuer',
  'unable_to_get_issuer|certificate[_ ]verify[_ ]failed',
  'certificate verification (?:failed|error)|verification failed.{0,60}certif|pkix',
  'valid certification path|chainerrors|partialchain|untrusted',
  'unknown[ _](?:ca|issuer|authority|certificate authority)|unknown_issuer|0x800b0109',
  '0x80090325|0x800b010a|0x800b0112|0x8009030[ef]|trust anchor|certpathvalidator',
  'issuer (?:is )?(?:unknown|not)|self_signed|certificate is not trusted',
  'certificate chain|not trusted|not issued by',
  'alert (?:bad certificate|unknown ca|certificate unknown)|peer certificate',
  'bad certificate|verify error',
);
const CERT_BAD = near(
  CERT,
  any(
    'invalid|not valid|not trusted|not verif|cannot be (?:verified|trusted)',
    'could not be (?:verified|validated)|couldn.t be verified',
    'non .{0,20}(?:valid|attendibil|affidabil|verific)|impossibile .{0,12}verific',
    'nicht .{0,20}(?:vertrau|gultig|verifi|uberpruft|gepruft|bestatigt)|ungultig',
    'n.est pas|non (?:fiable|valide|approuv|verif)|pas (?:fiable|approuv|valide)|reject',
    'refus|fail|problem|error|fehler|errore|erreur|unknown|sconosciut|unbekannt|inconnu',
  ),
  60,
);

/** Encryption and certificates. */
export const tlsRules: readonly Rule[] = [
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
          'did not match expected cn|expected cn=|smtp restrictions',
          '(?:redirect|divert|umgeleitet|reindirizz|dirott|redirig)\\w{0,4} .{0,40}(?:smtp|mail server|mailserver|port 25|server di posta)',
        ),
      ],
    },
    stage: 'greeting',
    confidence: 'likely',
    alternatives: ['cert-hostname-mismatch'],
    sample: {
      text: 'Peer certificate CN=`server.example.net` did not match expected CN=`smtp.gmail.com`',
    },
    source: 'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
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
          'tls (?:inspection|scan|intercept)|man[- ]in[- ]the[- ]middle',
          'certificate is changed on the fly|deep packet inspection',
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
              'pas encore valide|non ancora valid|non piu valid|caducad|outside its validity',
              'no longer valid|out of date',
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
          'host ?name .{0,80}not verified|altname|namemismatch|bad_cert_domain|0x800b010f',
          '0x80090322|target principal name|nome principale (?:di destinazione|destinazione)',
          'zielprinzipalname|nom principal (?:de (?:la )?)?cible',
          'no alternative certificate subject|no subject alternative|hostname mismatch',
          "host ?name .{0,60}(?:mismatch|not match|n[o']t match|falsch)",
          'wrong (?:host|domain|site)|cert_common_name_invalid',
          near(
            CERT,
            any(
              "not match|n[o']t match|mismatch|non corrispond|stimmt nicht|nicht uberein",
              'ne correspond|is valid for .{0,120}, not ',
              'not valid for (?:the )?(?:host|name|domain)',
              'issued (?:for|to) (?:a |an)?(?:other|different)|altro (?:nome|sito|server|host)',
              'different (?:name|host|domain|server)|anderen? (?:namen|host|server|adresse|domain)',
              'autre (?:nom|site|serveur|domaine|hote)|subject name|wrong name|emess\\w per',
              'ausgestellt (?:fur|auf)|belongs to|pas valable pour',
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
  {
    id: 'too-old',
    cause: 'tls-protocol-too-old',
    when: {
      text: [
        has(
          'unsupported protocol|unsupported_protocol|protocol[ _]version',
          'alert number (?:40|70|71|80)|no (?:shared|common) (?:cipher|algorithm)',
          'no_shared_cipher|handshake[ _]failure|dh[ _]key[ _]too[ _]small',
          'ee[ _]key[ _]too[ _]small|md[ _]too[ _]weak|no protocols available',
          'no[ _]ciphers?[ _]available|inappropriate fallback|common algorithm|algoritmo comune',
          'gemeinsamen algorithmus|algorithme commun|unsupported_version|unsupported version',
          'algorithm_mismatch|0x80090331|legacy renegotiation|no appropriate protocol',
          'protocol is disabled|cipher suites? (?:are|is)',
          'tls ?v?(?:ersion )?1[.,][01](?: and 1\\.1)? .{0,40}(?:not|no longer|nicht|non|deprecat|disabled|obsolet)',
          '4\\.7\\.66|insufficient[ _]security|tls version|tls-version',
          'versione (?:di |del protocollo )?tls|version (?:de )?tls',
          'protocols supported by the client and server do not match',
          'ssl_error_no_cypher_overlap|cypher_overlap|unsupported tls|too old|veraltet|obsolet',
          'sslv[23] (?:alert|is|not|disabled|support)|wrong_ssl_version',
          'ssl[ _]version[ _](?:or|not)|version_or_cipher|no matching cipher',
          'no supported (?:tls|ssl|protocol)|421 4\\.7\\.66',
        ),
      ],
      not: [
        has(
          'wrong version number|unknown protocol|(?:not trusted by the system)',
          'certificate (?:is )?too old|5\\.5\\.\\d .{0,20}protocol version',
        ),
      ],
    },
    stage: 'tls',
    alternatives: ['tls-wrong-mode', 'cert-untrusted'],
    sample: { text: 'SSL routines::unsupported protocol', stage: 'tls' },
    source: SCHANNEL,
  },
  {
    id: 'wrong-mode',
    cause: 'tls-wrong-mode',
    when: {
      text: [
        has(
          'wrong version number|wrong_version_number|140770fc|1408f10b|unknown protocol',
          'packet length too long|record too long|rx_record_too_long|record overflow',
          'http request|plaintext connection|unsupported or unrecognized ssl',
          'unrecognized ssl message|not look like a tls',
          'not (?:a |an )?(?:ssl|tls)(?:/tls)? record|unexpected packet format',
          'formato di pacchetto|paketformat|format de paquet|corrupted frame|frame size',
          'unexpected tls packet|illegal or unsupported version|wrapper ?mode|invalid token',
          '0x80090308',
          'token .{0,30}(?:invalid|non valid|ungultig|non valide).{0,20}(?:function|funzione|funktion)',
          '0x800ccc1a|encryption type|connection encryption',
          'tipo di (?:crittografia|connessione crittografata)|verschlusselungstyp',
          'type de (?:chiffrement|connexion)|ssl23_get_server_hello|ssl3_get_record',
          'plain ?text .{0,30}(?:tls|ssl)|tlsv1 not supported on this port',
          'spoken to (?:a )?(?:tls|ssl)|ssl handshake .{0,40}plain',
        ),
      ],
      not: [/oauth|access token|refresh/],
    },
    stage: 'tls',
    alternatives: ['not-smtp', 'tls-protocol-too-old'],
    sample: { text: 'SSL routines::wrong version number', stage: 'tls' },
    source: 'RFC 8314, section 3',
  },
  {
    id: 'starttls-demanded',
    cause: 'tls-wrong-mode',
    when: {
      text: [
        has(
          followed(
            any(
              'must|need|require|please|only|first|prima|erst|richied|erforder|notwendig|obligato',
              "d'abord|necessit|necessari",
            ),
            `.{0,40}${STARTTLS}`,
            30,
          ).source,
          followed(
            STARTTLS,
            any(
              'first|required|is required|necessary|mandatory|needed|erforderlich|benotigt',
              'notwendig|richiest|obbligatori|necessari|requis|obligatoire|command first|prima',
              'zuerst|muss',
            ),
            50,
          ).source,
          followed(
            any(
              'unencrypted|insecure|plaintext|plain text|clear ?text|unverschlusselt|in chiaro',
              'non cifrat|en clair|non chiffre|non-tls|non-ssl|without (?:tls|ssl|encryption)',
            ),
            any(
              'not allowed|not permitted|disallow|refused|rejected|denied|forbidden|disabled',
              'nicht (?:erlaubt|zulassig|gestattet)|non (?:consentit|permess|ammess|autoris)',
              'not accepted|prohibit|interdit',
            ),
            60,
          ).source,
          '5\\.7\\.1[01]\\b',
        ),
      ],
      not: [
        new RegExp(`${STARTTLS}.{0,40}${ABSENT}`),
        new RegExp(`${ABSENT}.{0,20}${STARTTLS}`),
        has(
          'client was not authenticated.{0,140}(?:5\\.7\\.57|authentication required|5\\.7\\.1|not authenticated to)',
        ),
        /enforce/,
        /certif|zertif/,
      ],
    },
    stage: 'mail-from',
    alternatives: ['auth-missing'],
    sample: { text: '530 5.7.0 Must issue a STARTTLS command first', stage: 'mail-from' },
    source: 'RFC 3207, section 4',
  },
  {
    id: 'starttls-absent',
    cause: 'tls-not-offered',
    when: {
      text: [
        has(
          followed(STARTTLS, ABSENT, 60).source,
          followed(ABSENT, STARTTLS, 60).source,
          '0x800ccc7d|0x80042112',
        ),
      ],
      not: [/certif|zertif|handshake|authent.{0,20}mechanism|mechanism|password|passwor|passwort/],
    },
    stage: 'tls',
    alternatives: ['tls-wrong-mode', 'tls-intercepted'],
    sample: { text: 'STARTTLS extension not supported by server', stage: 'tls' },
    source: 'RFC 3207, section 4',
  },
  {
    id: 'starttls-not-listed',
    cause: 'tls-not-offered',
    when: { facts: ['no-starttls-offered'] },
    stage: 'tls',
    alternatives: ['tls-wrong-mode', 'tls-intercepted'],
    sample: { text: '', stage: 'tls', facts: ['no-starttls-offered'] },
    source: 'RFC 3207, section 6',
  },
  {
    id: 'untrusted',
    cause: 'cert-untrusted',
    when: { text: [has(UNTRUSTED.source, CERT_BAD.source)] },
    stage: 'tls',
    alternatives: ['tls-intercepted', 'cert-hostname-mismatch', 'cert-expired'],
    sample: { text: 'DEPTH_ZERO_SELF_SIGNED_CERT: self-signed certificate', stage: 'tls' },
    source: OPENSSL,
  },
  {
    id: 'untrusted-seen',
    cause: 'cert-untrusted',
    when: { facts: ['cert-untrusted'] },
    stage: 'tls',
    alternatives: ['tls-intercepted'],
    sample: { text: '', stage: 'tls', facts: ['cert-untrusted'] },
    source: OPENSSL,
  },
  {
    id: 'mode-mismatch-seen',
    cause: 'tls-wrong-mode',
    when: { facts: ['mode-mismatch'], stages: ['tcp', 'greeting', 'ehlo', 'tls'] },
    stage: 'tls',
    sample: { text: '', stage: 'tls', facts: ['mode-mismatch'] },
    source: 'RFC 8314, section 3',
  },
  {
    id: 'tls-failed-in-wrong-mode',
    cause: 'tls-wrong-mode',
    when: {
      text: [/handshake|\btls\b|\bssl\b|ssl_|sslexception/],
      facts: ['implicit-on-starttls-port'],
      stages: ['tcp', 'greeting', 'tls'],
    },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['tls-protocol-too-old', 'cert-untrusted'],
    sample: { text: 'SSL handshake failed', config: 'port 587, implicit TLS' },
    source: 'RFC 8314, section 3.3',
  },
  {
    id: 'handshake-failed',
    cause: 'tls-protocol-too-old',
    when: {
      text: [
        has(
          'handshake|sec_e_|ssl_connect|sslexception|0x80090326|alert|secure channel',
          'tls negotiat|tls (?:error|failed|failure)|ssl (?:error|failed|failure)',
          '(?:errore|fehler|erreur) (?:di )?(?:ssl|tls)|cannot start tls',
        ),
      ],
      codes: 'none',
      stages: ['tls', 'tcp', 'greeting', 'ehlo'],
    },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['tls-wrong-mode', 'cert-untrusted', 'connection-dropped'],
    sample: { text: 'Cannot start TLS: handshake failure', stage: 'tls' },
    source: SCHANNEL,
  },
];
