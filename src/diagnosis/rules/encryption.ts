import type { Rule } from './rule.ts';
import { any, CERT, followed, has, near } from './vocabulary.ts';

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
  'indisponible|temporarily|not understood|missing|non e support|sans|non offre',
  'non prevede|n.offre pas|ne propose pas|bietet|not provide|non fornisce|ne fournit pas',
  'n.annonce pas|non dispone|verfugt nicht|lacks?\\b|not listed|not present|fehlt|manca',
);

const UNTRUSTED = has(
  'self[ -_]signed|selbstsigniert|selbst signiert|autofirmat|auto-?signe',
  'unable to verify(?! .{0,12}address)|unable_to_verify|unable to get (?:local )?issuer',
  'unable_to_get_issuer|certificate[_ ]verify[_ ]failed',
  'certificate verification (?:failed|error)|verification failed.{0,60}certif|pkix',
  'valid certification path|chainerrors|partialchain|untrusted(?! (?:ip|host|sender|client|source))',
  'unknown[ _](?:ca|issuer|authority|certificate authority)|unknown_issuer|0x800b0109',
  '0x80090325|0x800b010a|0x800b0112|0x8009030[ef]|trust anchor|certpathvalidator',
  'issuer (?:is )?(?:unknown|not)|self_signed|certificate is not trusted',
  'certificate chain|not trusted|not issued by|non (?:e )?firmat|nicht signiert',
  'autorita .{0,30}non (?:attendibil|affidabil|riconosciut)',
  'vertrauenswurdige\\w? zertifizierungsstelle|zertifizierungsstelle .{0,30}nicht',
  'alert (?:bad certificate|unknown ca|certificate unknown)|peer certificate',
  'revocation (?:function|check|server|status|list)|\\bcrl\\b|bad certificate|verify error|identita .{0,30}(?:server|sito)|identite .{0,30}(?:serveur|site)',
  'identitat .{0,40}(?:server|website)|(?:server|site|website) .{0,12}identity|identity of',
);

const CERT_BAD = near(
  CERT,
  any(
    'invalid|not valid|not trusted|not verif|cannot be (?:verified|trusted)',
    'could not be (?:verified|validated)|couldn.t be verified',
    '(?:no|non) .{0,20}(?:valid|attendibil|affidabil|verific|disponibil|confianza)|impossibile .{0,12}verific',
    'nicht .{0,20}(?:vertrau|gultig|verifi|uberpruft|gepruft|bestatigt)|ungultig',
    'n.est pas|non (?:fiable|valide|approuv|verif)|pas (?:fiable|approuv|valide)|reject',
    'refus|fail|problem|error|fehler|errore|erreur|unknown|sconosciut|unbekannt|inconnu',
  ),
  60,
);

/** The kind of encryption, and papers that nobody signed. */
export const encryptionRules: readonly Rule[] = [
  {
    id: 'too-old',
    cause: 'tls-protocol-too-old',
    when: {
      text: [
        has(
          'unsupported protocol|unsupported_protocol|protocol[ _]version|version too (?:low|old|high)',
          'could not load (?:the )?ssl|(?:ssl|tls) (?:library|support) (?:not|is not|could not)',
          'alert number (?:40|70|71|80)|no (?:shared|common) (?:cipher|algorithm)',
          'no_shared_cipher|handshake[ _]failure|dh[ _]key[ _]too[ _]small',
          'ee[ _]key[ _]too[ _]small|md[ _]too[ _]weak|no protocols available|legacy[ _]sigalg|no[ _]suitable[ _]signature',
          'no[ _]ciphers?[ _]available|inappropriate fallback|common algorithm|algoritmo comune',
          'gemeinsamen algorithmus|algorithme commun|unsupported_version|unsupported version',
          'algorithm_mismatch|0x80090331|legacy renegotiation|no appropriate protocol',
          'protocol is disabled|cipher suites? (?:are|is)',
          'tls ?v?(?:ersion )?1[.,][01](?: and 1\\.1)? .{0,40}(?:not|no longer|nicht|non|deprecat|disabled|obsolet)',
          '4\\.7\\.66|insufficient[ _]security|tls version|tls-version',
          'versione (?:di |del protocollo )?(?:tls|ssl)|version (?:de )?tls',
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
          'wrong version number|numero di versione|versionsnummer|numero de version|wrong_version_number|140770fc|1408f10b|unknown protocol',
          'packet length too long|record too long|rx_record_too_long|record overflow',
          'corrupt message|invalid ?content ?type|http request|plaintext connection|unsupported or unrecognized ssl',
          'unrecognized ssl message|not (?:look|start) like (?:a )?tls',
          '(?:si aspetta|expect\\w{0,3}|erwartet) (?:starttls|ssl|tls)|pacchetto .{0,12}(?:imprevist|inattes)|unerwartetes (?:tls|paket)|paquet .{0,12}inattendu',
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
          'port .{0,40}(?:reserved for|expects) (?:plain|ssl|tls|encrypted|unencrypted)',
          '(?:try|use) .{0,40}port (?:465|587)|(?:provare|usare|verwenden|utilisez?) .{0,30}(?:porta|port) (?:465|587)',
        ),
      ],
      not: [/oauth|access token|refresh|\b5\.6\.\d/],
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
          '5\\.7\\.1[01]\\b|\\b(?:538|523)\\b.{0,80}(?:tls|ssl|encrypt)',
          '(?:not (?:available|allowed|permitted|accepted|supported|offered)|disabled|unavailable) .{0,12}without (?:an? )?(?:tls|ssl|encryption|secure)',
        ),
      ],
      not: [
        new RegExp(`${STARTTLS}.{0,40}${ABSENT}`),
        new RegExp(`${ABSENT}(?!.{0,8}without).{0,20}${STARTTLS}`),
        has(
          'client was not authenticated.{0,140}(?:5\\.7\\.57|authentication required|5\\.7\\.1|not authenticated to)',
        ),
        /enforce/,
        /certif|zertif/,
      ],
      stages: ['greeting', 'ehlo', 'tls', 'auth', 'mail-from', 'rcpt-to', 'data'],
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
          'non (?:offre|supporta|prevede) .{0,12}(?:connession\\w (?:protett|sicur|cifrat)|cifratura|crittografia)',
          'requested ssl level failed|0x800ccc7d|0x80042112|starttls (?:was )?(?:denied|refused|rejected)',
        ),
      ],
      not: [
        /certif|zertif|handshake|geschutzter|authent.{0,20}mechanism|mechanism|password|passwor|passwort/,
      ],
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
          'geschutzter .{0,10}(?:ssl|tls)|canale? s[ei]cur\\w{1,4} .{0,10}(?:ssl|tls)|handshake|sec_e_|ssl_connect|sslexception|0x80090326|secure channel',
          '(?:tls|ssl|fatal)[^a-z]{0,3}.{0,12}\\balert\\b|\\balert (?:number|internal|decode|access|illegal)',
          'tls negotiat|tls (?:error|failed|failure)|ssl (?:error|failed|failure)',
          '(?:errore|fehler|erreur) (?:di )?(?:ssl|tls)|cannot start tls',
        ),
      ],
      not: [/(?:ehlo|helo|initial server greeting).{0,12}handshake|syscall/],
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
