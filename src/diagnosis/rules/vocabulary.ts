/**
 * Words for the same thing in English, Italian, German and French (and a few that Spanish,
 * Portuguese and Polish servers use), as parts of patterns over folded text. None ends in an
 * unbounded repetition, so that patterns built from them stay linear.
 */
export const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;

export const PASSWORD = any(
  'pass ?word|passwd|pass ?phrase|passwort|kennwort|mots? de passe|contrasena|senha',
  'haslo|\\bpsw\\b|\\bpwd\\b',
);
export const LOGIN = any(
  'authent|autentic|authoriz|autoriz|anmelde|anmeldung|\\blog ?in|log ?on|sign[ -]?in',
  'accesso|connexion|identification|credential|credenzial|zugangsdaten|anmeldedaten',
  'anmeldeinformation|identifiants|sasl|\\bauth(?![a-z])|autenticac|autentific|inicio de sesion|benutzername',
);
export const USER = any(
  'user ?name|user[ -]?id|\\busers?\\b|nome utente|utente|benutzer|utilisateur',
  'identifiant|account|login|konto|compte|usuario',
);
export const WRONG = any(
  'wrong|invalid|incorrect|\\bbad\\b|not accepted|not valid|not correct|reject|refus|fail',
  'denied|unsuccessful|mismatch|fehlgeschlagen|falsch|ungultig|nicht akzeptiert',
  'nicht korrekt|nicht gultig|abgelehnt|gescheitert|fehlerhaft|errat[aoie]|sbagliat',
  'non (?:e |sono |viene |ha |hanno |(?:e |sono )?stat[oaie] )?(?:valid|corrett|riconosc|riuscit|accettat)|scorrett|fallit|erron|echou|echec',
  "rifiutat|negat[aoi]|malsucedid|non accept|n'a pas (?:ete )?accept",
  "not (?:been )?authenticated|could ?n[o']t|cannot|unable to|impossibile|non (?:riesc\\w|possibile)|impossible",
  'nicht moglich|konnte nicht|did not accept|not match|unknown|verweigert|negado',
  'unrecognized|non ha accettat|non accetta\\b|n.accepte pas|no acepta|hat .{0,20}nicht akzeptiert|not been accepted|not possible',
  'imposible|no se pudo|no (?:es |son )?valid|rechazad|incorrecta|erronea|fallo\\b|fallaron|fallid|no (?:\\w{1,14} ){1,2}succeed',
);
export const RECIPIENT = any(
  'recipient|destinatari|empfanger|destinataire|rcpt|addressee|mailbox|casella|postfach',
  'buzon|boite|cassetta postale|e?-?mail ?address|indirizz[oi]|adresse|mailadresse|\\busers?\\b|utente|account',
  'utilisateur|benutzer|konto|compte|usuario|cuenta',
);
export const RECIPIENT_ONLY = any(
  'recipient|destinatari|destinos\\b|empfanger|destinataire|rcpt|addressee|target address',
);
export const SENDER = any(
  'sender|mittent[ei]|absender|expediteur|emetteur|from (?:e-?mail )?address',
  'from[ -]address|envelope from|mail from(?::| ?<| command| address)|mailfrom',
  'from this (?:e-?mail )?address|(?:da|con) questo indirizzo',
  '(?:von|mit) dieser adresse|(?:depuis|avec) cette adresse|from header|return[ -](?:path|address)|reverse[ -]path',
  'remitente|from-adresse|header from|adresse d.e(?:nvoi|xpedition)',
);
export const UNKNOWN = any(
  "unknown|does ?n[o']t exist|not found|no such|not exist|inexistent|inesistente",
  "sconosciut|non esiste|unbekannt|existiert nicht|nicht gefunden|inconnu|n'existe pas",
  'invalid|non trovat|introuvable|not known|nicht vorhanden|unrouteable|undeliverable',
  'non (?:e |sono |(?:e |sono )?stat[oaie] )?(?:valid|trovat)|ungultig|invalide|nonexist|non-exist|not a valid|disabled|inactive|inattiv',
  'disattivat|not active|bad destination|deactivated|no longer|suspended|expired',
  "discontinued|abandoned|archive|n'est plus|nicht mehr|non e piu|no existe|desconocid|no encontrad|nieznany",
  "not our customer|isn't here|terminated|not in .{0,12}(?:route|address|user|recipient) ?(?:list|table)",
);
export const LIMIT = any(
  'esaurit|esgotad|epuise|aufgebraucht|limit|quota|too many|too much|troppi|troppe',
  'trop de|zu viele|maximum|massimo|exceed|superat|depass|uberschritten|raggiunt',
  'excedid|superad|alcanzad|agotad|demasiad|atteint|erreicht|threshold|soglia|max\\.? |tropp[oa] |kontingent|excessive',
);
export const DAILY = any(
  '\\boggi\\b|\\btoday\\b|\\bheute\\b|aujourd|\\bdaily\\b|per day|a day|each day|24[ -]?h',
  '24 ore|24 stunden|giornalier|al giorno|quotidien|par jour|taglich|tages|pro tag',
  'journali|\\bday\\b|diari|por dia|al dia|\\bhoy\\b',
);
export const HOURLY = any(
  "per hour|hourly|an hour|all'ora|orari[ao]|ogni ora|pro stunde|stundlich|par heure",
  'per minute|al minuto|pro minute|par minute|per second|/ ?hour|/ ?min|por hora|a la hora',
);
export const SENDING = any(
  'send|sent|submission|outgoing|outbound|invi[oa]|spedi|envoi|envoy|versand|versende',
  'senden|gesendet|inoltr|messages|messaggi|nachrichten|e-?mails?|recipients',
  'destinatari|relay|rcpt|empfanger|destinataires|traffic|mensajes|envios|enviad|correos',
);
export const BLOCKED = any(
  'block|bloccat|bloque|gesperrt|blockiert|suspend|sospes|suspendu|disabled|disabilitat',
  'deaktiviert|desactiv|disattivat|locked|frozen|banned|restricted|verrouill|terminated',
  'bloquead|suspendid|deshabilitad|desactivad|deactivated|limitat|on hold|inhibited|compromis|hijack|lock ?out',
);
export const LISTED = any(
  'black ?-?list|blocklist|block ?list|block-list|deny ?list|dnsbl|rbl\\b|\\bxbl\\b',
  '\\bpbl\\b|\\bsbl\\b|spamhaus|spamcop|sorbs|uceprotect|barracudacentral|invaluement',
  'spamrats|lista nera|lista negra|sperrliste|schwarze liste|liste noire|cloudmark sender intel|njabl',
  '(?:cattiva|pessima|bassa) reputazione|schlechte reputation|mauvaise reputation',
  'spams? from your ip|cbl\\.abuseat|senderscore|bl\\.[a-z]|poor reputation|bad reputation|low reputation',
  'ip reputation|blacklisted|abusix|dynamic ip|talosintelligence|banned sending ip',
);
export const SPAM = any(
  '\\bspam|anti-?spam|junk|unsolicited|indesiderat|unerwunscht|indesirable|bulk mail|\\bube\\b',
  '\\buce\\b|pourriel|publicita non richiesta|correo no deseado',
);
export const MALWARE = any(
  'virus|malware|phish|infect|trojan|executable|schadsoftware|banned file',
  'forbidden attachment|blocked attachment|attachment type|dangerous',
  'allegato non consentito',
);
export const CERT = any('certificat|zertifikat|certificad|\\bcert\\b|x\\.?509|\\bcert_');
export const TLS = any(
  '\\btls|\\bssl|starttls|cifratur|crittograf|encryption|encrypted|verschlussel|chiffre',
  'secure (?:connection|channel)|connessione (?:sicura|protetta)|sichere verbindung',
  'connexion securisee',
);
export const NOT_ALLOWED = any(
  'not allow|not permit|not authori[sz]|unauthori[sz]|not own|denied|forbidden',
  'no permission|have permission|permissions? to|non (?:(?:e |sono )?stat[oaie] )?(?:autorizzat|consentit|accettat)|non appartien',
  'non permess|non (?:e|sei) (?:abilitat|autorizzat)|nicht erlaubt|nicht berechtigt',
  'nicht gestattet|nicht zugelassen|pas autoris|non autoris|interdit|keine berechtigung',
  'must match|does not match|not match|differ|nicht uberein|stimmt nicht|not belong',
  'non corrispond|correspond|not equal|mismatch|gehort nicht|disallowed|not one of',
  'not verified|unverified|non accetta\\b|no (?:esta )?autorizad|no (?:esta )?permitid|no se permite',
);

/** A program's sentence of a refused login, with server and user name in its middle. */
export const LOGIN_REFUSED = any(
  'echec de la connexion .{0,100}nom d.utilisateur',
  '(?:log ?in|accesso|anmeldung|anmelden|connexion|authentification|autenticazione|identification)\\b.{0,100}(?:user ?name|nome utente|benutzername|nom d.utilisateur|identifiant).{0,100}(?:fail|non riuscit|fallit|fehlgeschlagen|gescheitert|echou|echec)',
);

/** A login that did not succeed, in words or by its code: why is not said. */
export const LOGIN_DOUBTED = any(
  near(any(LOGIN, PASSWORD, USER), WRONG).source,
  LOGIN_REFUSED,
  '535|534|5\\.7\\.[38]|\\beauth\\b',
);

/** A program that leaves the person to look at the password again: the login was refused. */
export const PASSWORD_DOUBTED = followed(
  '\\bcheck|verif|controll|uberpruf|\\bpruf|correct your|re-?(?:type|enter)|saisi',
  PASSWORD,
  50,
).source;

/** What a mail server asks about passwords: its trouble is no refusal. */
export const LOGIN_BACKEND =
  /saslauthd|\bldap|\bradius|authdaemon|auth-worker|query (?:failed|error)|authentication server|temporary auth/;

/** A recipient's user name, not the one of a login. */
export const NO_SUCH_USER = /user unknown|unknown user|no such user/;

/** Both in the text, in either order, at most `gap` characters apart. */
export function near(first: string, second: string, gap = 40): RegExp {
  const between = `[^]{0,${gap}}`;
  return new RegExp(`(?:${first})${between}(?:${second})|(?:${second})${between}(?:${first})`);
}

/** The second after the first, at most `gap` characters later. */
export function followed(first: string, second: string, gap = 40): RegExp {
  return new RegExp(`(?:${first})[^]{0,${gap}}(?:${second})`);
}

export const has = (...words: readonly string[]): RegExp => new RegExp(any(...words));
