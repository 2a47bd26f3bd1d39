import { has } from './vocabulary.ts';

/** What programs write of the resolver's and the connection's failures, folded. */
export const TIMED_OUT = has(
  'timed ?-?out|time ?-?out|etime|\\b10060\\b|\\b11010\\b|execution expired',
  "did ?n[o']t (?:properly )?respond|not responding|nicht richtig reagiert",
  "antwortet nicht|mancata risposta|non risponde|non ha risposto|n'a pas repondu",
  'ne repond pas|zeituberschreitung|zeitlimit|tempo scaduto|timeout|tempo di attesa',
  '(?:operazione|connessione) (?:.{0,30} )?scadut|connessione .{0,110}e scadut|vorgang .{0,30}abgelaufen',
  "delai .{0,60}(?:expire|depasse)|delai d'attente|delai (?:depasse|expire)",
  'temps imparti|tiempo de espera|agotado el tiempo|tiempo .{0,20}agotado|se agoto|connexion .{0,110}expire|scadut[oa] il tempo|hang(?:s|ing)?\\b(?! ?up)',
  'greeting never received|keine antwort|nessuna risposta|no (?:response|answer) from',
  '0x8004210[ab]|0x800ccc19|err(?:no)? ?110\\b|deadline exceeded|zeit abgelaufen',
  'intervallo di tempo|i/o timeout|aucune reponse',
);

export const UNRESOLVED = has(
  'server .{0,60}non .{0,12}trovato|(?:find|locate) the server|enotfound|0x800408fc',
  'invalid server name|getaddrinfo|eai_noname|eai_nodata|enodata|\\b11001\\b|\\b11004\\b',
  'errno -[25]\\b|name or service not known|nodename nor servname|no such host|unknown ?host',
  "host sconosciuto|could ?n[o']t (?:be )?resolved?|could not be found|unresolved",
  'no address associated|name resolution|resolve (?:host|the|server|name|address)',
  'host (?:name )?(?:was )?not found|server not found|no se conoce|host unbekannt',
  'unbekannter host|nicht aufgelost|host wurde nicht gefunden',
  'server wurde nicht gefunden|nicht gefunden werden|host non trovato',
  'server non trovato|risolvere (?:il nome|l.host|l.indirizzo)',
  'nome .{0,30}non .{0,12}risolto|hote inconnu|hote introuvable|serveur introuvable',
  'resoudre (?:le nom|l.hote|l.adresse)|non e stato possibile trovare il server',
  'impossibile trovare il server|nxdomain|0x800ccc0d|remote name|could not resolve',
  'php_network_getaddresses|no such domain|hostname lookup|lookup .{0,60}no such',
  "der name .{0,40}aufgelost|domain name not found|il nome remoto|nom distant n'a pas",
  'remotename|dns (?:lookup|error|name)|no se (?:puede|pudo|ha podido) (?:resolver|encontrar)',
  'host desconocido|servidor no encontrado|nome host .{0,20}sconosciut',
  'server .{0,70}(?:is unknown|e sconosciuto|ist unbekannt)|serveur .{0,70}est inconnu',
);

export const REFUSED = has(
  'connessione .{0,30}rifiutata|econnrefused|\\b10061\\b|connection refused',
  'actively refused|active rejection|positive rejection|refused (?:the )?connection',
  'refused by (?!.{0,20}polic)|rifiuto persistente|connessione (?:e stata )?rifiutata',
  'rifiutato la connessione|verbindung verweigert',
  'verbindung (?:wurde )?(?:aktiv )?(?:verweigert|abgelehnt)|verweigerte',
  'verbindung .{0,60}(?:verweigert|abgelehnt)|connexion refusee|conexion (?:fue |ha sido )?rechazad|conexao (?:foi )?recusad|rechazo la conexion|expressement refuse',
  'connexion .{0,70}(?:a ete|est) refusee|connection to .{0,70} was refused',
  'refuse la connexion|connexion (?:a ete )?refuse|errno 111\\b|conexion rehusada',
  'denego expresamente',
);

export const DROPPED = has(
  'econnreset|\\b10054\\b|\\b10053\\b|epipe|econnaborted|broken pipe|hang up|hung up',
  'connection (?:was |has been )?(?:\\w{1,14} )?(?:reset|closed|lost|dropped|aborted|terminated|interrupted|ended|broken)',
  'lost connection|lost the connection|forcibly closed|connection .{0,80} was lost|lost in the middle',
  'unexpected(?:ly)? (?:eof|close|disconnect|end)|disconnected|premature',
  'response code .{0,40}code: ?-1\\b|closed (?:the |its )?(?:connection|transport|stream)|closed (?:unexpectedly|by)',
  'terminated (?:the|your) connection|reset by peer|in forma forzata',
  'connessione .{0,30}\\b(?:interrotta|chiusa|persa|caduta|terminata)',
  '(?:interrotto|chiuso) .{0,20}connessione|ferme .{0,20}connexion|cerro .{0,20}conexion',
  'verbindung .{0,110}(?:abgebrochen|getrennt|geschlossen|unterbrochen|zuruckgesetzt|beendet|verloren|abgebaut)',
  'connexion .{0,110}(?:fermee|interrompue|perdue|reinitialisee|coupee|rompue)',
  'interrompu la connexion|0x800ccc0f|0x800ccc0b|errno (?:104|32)\\b',
  'unable to read data from the transport|end of (?:file|stream|input)|\\beof\\b',
  'servernotconnected|server disconnected|drop(?:ped|s) (?:the )?connection',
  'connection abort|socket (?:was )?clos|not connected|fermato la connessione',
  'stream (?:was )?closed|verbindungsabbruch|zuruckgesetzt|caduta della connessione',
  'forzado la interrupcion|conexion .{0,40}(?:cerrad|interrump|perdid|restablec)|empty (?:reply|response)',
  'peer closed|syscall returned=\\d|ssl_error_syscall|response: -1|\\(-1\\): failed to (?:send|add)|not alive|network name is no longer available',
);

export const UNREACHABLE = has(
  'non (?:e )?connesso (?:a|alla|ad) |netzwerkverbindung .{0,20}nicht',
  'keine verbindung zum internet|enetunreach|enetdown|eaddrnotavail|\\b100(?:49|50|51)\\b',
  'network (?:is )?(?:unreachable|down)|unreachable network',
  'rete (?:e )?(?:non |ir)?raggiungibile|netzwerk (?:ist )?nicht erreichbar',
  'reseau .{0,20}(?:inaccessible|injoignable|indisponible)',
  'rete non (?:e )?(?:disponibile|raggiungibile)|no (?:internet|network) connection',
  'not connected to (?:the )?internet|internet_disconnected',
  'name_not_resolved.{0,20}offline|keine (?:internet|netzwerk)|nicht mit dem internet',
  'nessuna connessione|connessione (?:a )?internet|pas (?:de )?connexion internet',
  'pas connecte a internet|\\boffline\\b|non connesso a internet|internetverbindung',
  '0x800ccc1[35]|0x800ccc4[0-2]|cannot assign requested address',
  'network (?:connection )?(?:is )?(?:not |un)available|hors ligne|network cable',
  'non (?:e )?in linea|hors connexion|connexion internet|errno 101\\b|die angeforderte adresse ist in diesem kontext',
  'no network|no[ _]internet|sin conexion|red (?:es )?inaccesible|no hay (?:conexion|red)\\b',
);

export const CANNOT_CONNECT = has(
  "connect\\(\\) (?:failed|fal|fehl|echou)|could ?n[o']t (?:be )?connect|can(?:no|')t connect",
  "(?:unable|not able|n[o']t able) to (?:connect|establish|open|reach|contact)",
  'failed to (?:connect|establish|open)|falha (?:na conexao|ao conectar)',
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
