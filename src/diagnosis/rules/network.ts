import type { Rule } from './rule.ts';
import { has, near } from './vocabulary.ts';

const NODE_DNS = 'https://nodejs.org/api/dns.html#error-codes';
const NODE_ERRORS = 'https://nodejs.org/api/errors.html#common-system-errors';
const WINSOCK =
  'https://learn.microsoft.com/en-us/windows/win32/winsock/windows-sockets-error-codes-2';
const OUTLOOK = 'https://support.microsoft.com/en-us/topic/813514';

const TIMED_OUT = has(
  'timed ?-?out|time ?-?out|etime|\\b10060\\b|\\b11010\\b|execution expired',
  "did ?n[o']t (?:properly )?respond|not responding|nicht richtig reagiert",
  "antwortet nicht|mancata risposta|non risponde|non ha risposto|n'a pas repondu",
  'ne repond pas|zeituberschreitung|zeitlimit|tempo scaduto|timeout|tempo di attesa',
  "delai d'attente|delai (?:depasse|expire)|temps imparti|tiempo de espera",
  'scadut[oa] il tempo|hang(?:s|ing)?\\b(?! ?up)|greeting never received|keine antwort',
  'nessuna risposta|no (?:response|answer) from|0x8004210[ab]|0x800ccc19',
  'err(?:no)? ?110\\b|deadline exceeded|zeit abgelaufen|intervallo di tempo|i/o timeout',
  'aucune reponse',
);

const UNRESOLVED = has(
  'enotfound|0x800408fc|invalid server name|getaddrinfo|eai_noname|eai_nodata|enodata',
  '\\b11001\\b|\\b11004\\b|name or service not known|nodename nor servname|no such host',
  "unknown ?host|host sconosciuto|could ?n[o']t (?:be )?resolved?|could not be found",
  'unresolved|no address associated|name resolution',
  'resolve (?:host|the|server|name|address)|host (?:name )?(?:was )?not found',
  'server not found|no se conoce|host unbekannt|unbekannter host|nicht aufgelost',
  'host wurde nicht gefunden|server wurde nicht gefunden|nicht gefunden werden',
  'host non trovato|server non trovato|risolvere (?:il nome|l.host|l.indirizzo)',
  'nome .{0,30}non .{0,12}risolto|hote inconnu|hote introuvable|serveur introuvable',
  'resoudre (?:le nom|l.hote|l.adresse)|non e stato possibile trovare il server',
  'impossibile trovare il server|nxdomain|0x800ccc0d|remote name|could not resolve',
  'php_network_getaddresses|no such domain|hostname lookup|lookup .{0,60}no such',
  "der name .{0,40}aufgelost|domain name not found|il nome remoto|nom distant n'a pas",
  'remotename|dns (?:lookup|error|name)',
);

const REFUSED = has(
  'econnrefused|\\b10061\\b|connection refused|actively refused|active rejection',
  'positive rejection|refused (?:the )?connection|refused by|rifiuto persistente',
  'connessione (?:e stata )?rifiutata|rifiutato la connessione|verbindung verweigert',
  'verbindung (?:wurde )?(?:aktiv )?(?:verweigert|abgelehnt)|verweigerte',
  'verbindung .{0,40}(?:verweigert|abgelehnt)|connexion refusee|expressement refuse',
  'refuse la connexion|connexion (?:a ete )?refuse|errno 111\\b|conexion rehusada',
  'denego expresamente',
);

const DROPPED = has(
  'econnreset|\\b10054\\b|\\b10053\\b|epipe|econnaborted|broken pipe|hang up|hung up',
  'connection (?:was |has been )?(?:\\w{1,14} )?(?:reset|closed|lost|dropped|aborted|terminated|interrupted|ended|broken)',
  'lost connection|lost the connection|forcibly closed',
  'unexpected(?:ly)? (?:eof|close|disconnect|end)|disconnected|premature',
  'closed (?:the |its )?connection|closed (?:unexpectedly|by)',
  'terminated (?:the|your) connection|reset by peer|in forma forzata',
  'connessione .{0,30}(?:interrotta|chiusa|persa|caduta|terminata)',
  'interrotto la connessione|chiuso la connessione',
  'verbindung .{0,50}(?:abgebrochen|getrennt|geschlossen|unterbrochen|zuruckgesetzt|beendet|verloren|abgebaut)',
  'connexion .{0,40}(?:fermee|interrompue|perdue|reinitialisee|coupee|rompue)',
  'interrompu la connexion|0x800ccc0f|0x800ccc0b|errno (?:104|32)\\b',
  'unable to read data from the transport|end of (?:file|stream|input)|\\beof\\b',
  'servernotconnected|server disconnected|drop(?:ped|s) (?:the )?connection',
  'connection abort|socket (?:was )?clos|not connected|fermato la connessione',
  'stream (?:was )?closed|verbindungsabbruch|zuruckgesetzt|caduta della connessione',
  'peer closed|not alive|network name is no longer available',
);

const UNREACHABLE = has(
  'enetunreach|enetdown|eaddrnotavail|\\b100(?:49|50|51)\\b',
  'network (?:is )?(?:unreachable|down)|unreachable network',
  'rete (?:e )?(?:non |ir)?raggiungibile|netzwerk (?:ist )?nicht erreichbar',
  'reseau .{0,20}(?:inaccessible|injoignable|indisponible)',
  'rete non (?:disponibile|raggiungibile)|no (?:internet|network) connection',
  'not connected to (?:the )?internet|internet_disconnected',
  'name_not_resolved.{0,20}offline|keine (?:internet|netzwerk)|nicht mit dem internet',
  'nessuna connessione|connessione (?:a )?internet|pas (?:de )?connexion internet',
  'pas connecte a internet|\\boffline\\b|non connesso a internet|internetverbindung',
  '0x800ccc1[35]|0x800ccc4[0-2]|cannot assign requested address',
  'network (?:connection )?(?:is )?(?:not |un)available|hors ligne|network cable',
  'connexion internet|errno 101\\b|die angeforderte adresse ist in diesem kontext',
  'no network',
);

const CANNOT_CONNECT = has(
  "connect\\(\\) failed|could ?n[o']t (?:be )?connect|can(?:no|')t connect",
  'unable to (?:connect|establish|open|reach|contact)',
  'failed to (?:connect|establish|open)',
  'could not (?:establish|open|reach|contact|create)',
  'connection (?:could not|to .{0,80} failed|failed|failure|error|problem)',
  'could not be established|connect (?:error|failed)|cannot (?:reach|contact|open)',
  'impossibile (?:connettersi|stabilire|contattare|raggiungere|collegarsi|aprire)',
  'connessione .{0,40}(?:fallita|non riuscita|impossibile)|errore di connessione',
  'verbindung .{0,60}(?:fehlgeschlagen|nicht|gescheitert|fehler)|keine verbindung',
  'verbindungsfehler|verbindungsaufbau|nicht erreichbar|unmoglich',
  'connexion .{0,60}(?:impossible|echou|pas pu)',
  'impossible de (?:se connecter|contacter|joindre|etablir)|echec de (?:la )?connexion',
  'injoignable|connexion .{0,20}echec|0x800ccc0e|0x8004210[89]|0x8004011d',
  'server (?:is )?(?:not|un)(?: )?(?:available|reachable|disponible)',
  'server may be unavailable|econnection|socket error|non raggiungibile',
  'connection attempt|cannot be reached|problem connecting|error connecting|conexion',
  'failed to send.{0,40}connect|esocket|no connection',
);

/** Errors of the resolver and of the connection, before any server has said a word. */
export const networkRules: readonly Rule[] = [
  {
    id: 'captive-portal',
    cause: 'no-network',
    when: { facts: ['captive-portal'] },
    confidence: 'likely',
    alternatives: ['smtp-redirected-by-network'],
    sample: { text: 'connect ETIMEDOUT', stage: 'tcp', facts: ['captive-portal'] },
    source: 'RFC 8952, section 2',
  },
  {
    id: 'internet-down',
    cause: 'no-network',
    when: { facts: ['internet-down'], stages: ['dns', 'tcp', 'greeting'] },
    stage: 'tcp',
    sample: {
      text: 'getaddrinfo ENOTFOUND smtp.example.com',
      stage: 'dns',
      facts: ['internet-down'],
    },
    source: NODE_ERRORS,
  },
  {
    id: 'dns-silent',
    cause: 'dns-temporary',
    when: {
      text: [
        has(
          'eai_again|query\\w{0,6} (?:etimeout|erefused|eserv|econnrefused)|edns\\b|servfail',
          '\\b11002\\b|temporary failure in name|temporary (?:dns|name|resolution)',
          'resolving timed out|host not found, try again|eai_fail',
          'dns (?:server|query|lookup|resolution).{0,40}(?:time|unavailab|not respond|fail|refus|error)',
          'dns ?timeout|temporarily unable to resolve|nameserver .{0,30}(?:not|un)|try_again',
          'name service .{0,30}temporar',
          'lookup .{0,80}(?:i/o timeout|server misbehaving|timed out)',
          near(
            'temporar|temporan|temporair|vorubergehend',
            'namensauflosung|risoluzione|resolution',
          ).source,
          'dns[ -]server .{0,40}(?:antwortet|risponde|repond)|server dns .{0,30}non risponde',
          'serveur dns .{0,30}ne repond|non.?authoritative host not found|etimeout',
          'no dns servers?',
        ),
      ],
      codes: 'none',
    },
    stage: 'dns',
    alternatives: ['no-network', 'dns-not-found'],
    sample: { text: 'queryA ETIMEOUT smtp.example.com', stage: 'dns' },
    source: NODE_DNS,
  },
  {
    id: 'dns-not-found',
    cause: 'dns-not-found',
    when: {
      text: [UNRESOLVED],
      not: [
        near(has('sender|recipient|helo|ehlo|mittente|absender').source, 'domain|host', 40),
        TIMED_OUT,
        UNREACHABLE,
      ],
      codes: 'none',
      stages: ['dns', 'tcp', 'greeting'],
    },
    stage: 'dns',
    alternatives: ['no-network', 'dns-temporary'],
    sample: { text: 'getaddrinfo ENOTFOUND smtp.exmaple.com', stage: 'dns' },
    source: NODE_DNS,
  },
  {
    id: 'timeout-in-mode-mismatch',
    cause: 'tls-wrong-mode',
    when: {
      text: [has(TIMED_OUT.source, DROPPED.source, CANNOT_CONNECT.source)],
      facts: ['mode-mismatch'],
    },
    stage: 'tls',
    alternatives: ['port-blocked-or-timeout'],
    sample: { text: 'Greeting never received', facts: ['mode-mismatch'] },
    source: 'RFC 8314, section 3',
  },
  {
    id: 'drop-in-wrong-mode',
    cause: 'tls-wrong-mode',
    when: {
      text: [
        has(
          DROPPED.source,
          CANNOT_CONNECT.source,
          'greeting never|handshake|invalid response|code: -1',
        ),
      ],
      not: [has('econnrefused|connection refused|enotfound|etimedout|10060|10061')],
      facts: ['implicit-on-starttls-port'],
    },
    stage: 'tls',
    confidence: 'likely',
    alternatives: ['port-blocked-or-timeout', 'connection-dropped'],
    sample: {
      text: 'An existing connection was forcibly closed by the remote host',
      config: 'port 587, implicit TLS',
    },
    source: 'RFC 8314, section 3.3',
  },
  {
    id: 'silence-in-wrong-mode',
    cause: 'tls-wrong-mode',
    when: {
      text: [
        has(
          TIMED_OUT.source,
          DROPPED.source,
          'invalid response|invalid greeting|code: -1',
          CANNOT_CONNECT.source,
        ),
      ],
      not: [has('econnrefused|connection refused|enotfound|10061|10060|connect etimedout')],
      facts: ['starttls-on-implicit-port'],
    },
    stage: 'greeting',
    confidence: 'likely',
    alternatives: ['port-blocked-or-timeout', 'connection-dropped'],
    sample: { text: 'Greeting never received', config: 'port 465, STARTTLS' },
    source: 'RFC 8314, section 3.3',
  },
  {
    id: 'timeout',
    cause: 'port-blocked-or-timeout',
    when: { text: [TIMED_OUT], codes: 'none', stages: ['dns', 'tcp', 'greeting', 'ehlo', 'tls'] },
    stage: 'tcp',
    alternatives: ['no-network', 'tls-wrong-mode'],
    sample: { text: 'connect ETIMEDOUT 192.0.2.1:587', stage: 'tcp' },
    source: NODE_ERRORS,
  },
  {
    id: 'timeout-seen',
    cause: 'port-blocked-or-timeout',
    when: { facts: ['timed-out'], codes: 'none', onlyStages: ['tcp', 'greeting', 'ehlo', 'tls'] },
    alternatives: ['tls-wrong-mode', 'no-network'],
    sample: { text: '', stage: 'tcp', facts: ['timed-out'] },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'refused',
    cause: 'connection-refused',
    when: { text: [REFUSED], codes: 'none' },
    stage: 'tcp',
    alternatives: ['port-blocked-or-timeout'],
    sample: { text: 'connect ECONNREFUSED 192.0.2.1:465', stage: 'tcp' },
    source: WINSOCK,
  },
  {
    id: 'no-route-to-host',
    cause: 'port-blocked-or-timeout',
    when: {
      text: [
        has(
          'no route to host|ehostunreach|ehostdown|\\b10065\\b|\\b10064\\b',
          'host (?:is )?(?:unreachable|down)|unreachable host|host non raggiungibile',
          'keine route|aucun(?:e)? (?:itineraire|route)|nessun(?:a)? (?:route|instradamento)',
          'eacces|10013|administratively prohibited|eperm',
        ),
      ],
      codes: 'none',
    },
    stage: 'tcp',
    confidence: 'likely',
    alternatives: ['no-network'],
    sample: { text: 'connect: No route to host', stage: 'tcp' },
    source: NODE_ERRORS,
  },
  {
    id: 'unreachable',
    cause: 'no-network',
    when: { text: [UNREACHABLE], codes: 'none' },
    stage: 'tcp',
    alternatives: ['port-blocked-or-timeout'],
    sample: { text: 'connect ENETUNREACH 192.0.2.1:587', stage: 'tcp' },
    source: WINSOCK,
  },
  {
    id: 'dropped',
    cause: 'connection-dropped',
    when: { text: [DROPPED], codes: 'none' },
    stage: 'greeting',
    alternatives: ['tls-wrong-mode', 'server-temporary-failure', 'port-blocked-or-timeout'],
    sample: { text: 'read ECONNRESET' },
    source: NODE_ERRORS,
  },
  {
    id: 'timeout-in-session',
    cause: 'connection-dropped',
    when: { text: [TIMED_OUT], codes: 'none', stages: ['auth', 'mail-from', 'rcpt-to', 'data'] },
    confidence: 'likely',
    stage: 'data',
    alternatives: ['server-temporary-failure', 'port-blocked-or-timeout'],
    sample: { text: 'Timeout waiting for a reply', stage: 'data' },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'timeout-in-session-seen',
    cause: 'connection-dropped',
    when: {
      facts: ['timed-out'],
      codes: 'none',
      onlyStages: ['auth', 'mail-from', 'rcpt-to', 'data'],
    },
    confidence: 'likely',
    alternatives: ['server-temporary-failure'],
    sample: { text: '', stage: 'data', facts: ['timed-out'] },
    source: 'RFC 5321, section 4.5.3.2',
  },
  {
    id: 'cannot-connect',
    cause: 'port-blocked-or-timeout',
    when: {
      text: [CANNOT_CONNECT],
      codes: 'none',
      stages: ['dns', 'tcp', 'greeting', 'ehlo', 'tls'],
    },
    stage: 'tcp',
    confidence: 'likely',
    alternatives: ['dns-not-found', 'connection-refused', 'tls-wrong-mode', 'no-network'],
    sample: { text: 'SMTP connect() failed', stage: 'tcp' },
    source: OUTLOOK,
  },
];
