import type { Rule } from './rule.ts';
import {
  any,
  BLOCKED,
  followed,
  has,
  LOGIN,
  near,
  PASSWORD,
  RECIPIENT_ONLY,
  USER,
  WRONG,
} from './vocabulary.ts';

const GMAIL = 'https://support.google.com/a/answer/3726730';
const MICROSOFT =
  'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';
const RFC4954 = 'RFC 4954, section 6';

const APP_PASSWORD = any(
  'app(?:lication)?[- ]?(?:specific )?[- ]?pass ?word|application[- ]specific',
  'application password|app[- ]passw|app-?spezifisch|anwendungsspezifisch',
  'anwendungspasswort|anwendungskennwort',
  'password (?:specific[ah]e? )?(?:per|di|delle|della|dell) ?(?:le |la |l.|una )?app',
  'pass ?words? d.app|mot de passe (?:d.|pour |specifique).{0,14}app',
  'contrasena de aplicacion|senha de app|one-time app|specificheskiy|bridge password',
  'smtp[- ]token|2fa password|external password|passwort fur (?:externe|apps)',
  'parol prilozheniya',
);
const SECOND_FACTOR = any(
  'invalidsecondfactor|two[- ]?factor|2[- ]?factor|2[- ]?step|two[- ]?step|\\b2fa\\b',
  '\\bmfa\\b|multi[- ]?factor|second factor|verifica in due passaggi|due fattori',
  'zwei-?faktor|zweistufig|zwei-?schritt|deux (?:facteurs|etapes)|double authent',
  'strong authentication|securityinfo',
);
const MECHANISM = any(
  'mechanism|\\bmethods?\\b|auth type|authentication type|verfahren|methode|meccanismo',
  '\\bmetodo|mecanisme|\\bmech\\b|mechs|authentication schemes?|crypt(?:ed)? password',
  'encrypted password|verschlusselte[ns]? passw',
  'password (?:cifrat|criptat|crittografat)|mots? de passe chiffre',
  'secure authentication|sichere authentifizierung|cram-?md5|digest-?md5|gssapi|ntlm',
  'kerberos|authmethod',
);
const UNSUPPORTED = any(
  "not support|n[o']t support|unsupported|unrecogni[sz]ed|not recogni[sz]ed",
  'not available|unavailable',
  'no (?:supported|suitable|worthy|known|common|acceptable|matching|compatible|usable|authentication)',
  'none of|not implemented|unknown|nicht unterstutzt|unterstutzt kein|non supportat',
  'non support|non .{0,12}support|pas (?:supporte|pris)|not advertis|not enabled',
  'disabled|not allow|not offer|invalid|failure|fail|not permitted|not accept|kein',
  'nessun|aucun|too weak|rejected',
);
const AUTH_COMMAND = any(
  '\\bauth\\b|smtp auth|authenticat|authentifizier|autenticazione|authentification|login',
);

/** Logging in. A refused password is named only where the server, or the program, says so. */
export const authRules: readonly Rule[] = [
  {
    id: 'basic-login-gone',
    cause: 'oauth-required',
    when: {
      text: [
        has(
          'basic auth|basis-?auth|autenticazione (?:di )?base|authentification (?:de )?base',
          'autenticacion basica|modern auth|autenticazione moderna|moderne authent',
          'authentification moderne|4af4|expected:? 235,? (?:actual|got):? 334',
          followed(
            '(?:oauth ?2?|xoauth2|oauthbearer)',
            any(
              'require|only|must|erforderlich|richiest|necessari|obbligatori|requis|obligatoire',
              'mandatory|needed|instead|supported methods?|muss|nur',
            ),
            60,
          ).source,
          followed(
            any(
              'require|only|must|use|need|please|\\bsolo|soltanto|nur|seulement|uniquement',
              'nicht mehr|verwenden|verlang|erforder|richied|exige|esige|accetta|akzeptiert|accepts',
              'moved to|utilizza|usare',
            ),
            '(?:oauth ?2?|xoauth2|oauthbearer)',
            50,
          ).source,
        ),
      ],
      not: [
        has(
          'smtpclientauth|smtp_auth_disabled|token .{0,40}(?:expired|revoked|invalid)',
          'invalid_grant|invalid_request|invalid_client|refresh token|must be (?:a )?valid',
          'app.?password.{0,30}(?:required|instead)',
        ),
      ],
    },
    stage: 'auth',
    alternatives: ['smtp-access-disabled', 'app-password-required'],
    sample: {
      text: '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
      stage: 'auth',
    },
    source:
      'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/deprecation-of-basic-authentication-exchange-online',
  },
  {
    id: 'token-refused',
    cause: 'oauth-token-expired-or-invalid',
    when: {
      text: [
        has(
          'invalid_grant|invalid_request|invalid_token|invalid_client|unauthorized_client',
          'invalid_scope|aadsts|eyjzdgf0dxm|can.t create new access token',
          'auth command failed: 334|weak key\\)|bearer .{0,40}(?:invalid|expired)',
          'oauth ?2?\\b.{0,60}(?:fail|invalid|expired|error|refus|reject|denied|revoked|unauthor|scadut|abgelaufen|expire|ungultig|missing|unsuccessful|fehlgeschlagen)',
          '(?:fail|invalid|expired|error|unsuccessful|fehlgeschlagen|fallit)\\w{0,6} .{0,60}x?oauth',
          'xoauth2|oauthbearer',
          near(
            '(?:access|refresh|auth|oauth|security|id)?[- ]?(?:token|jeton|gettone)',
            any(
              'expired|revoked|invalid|not valid|scadut|revocat|abgelaufen|widerrufen|ungultig',
              'expire|revoque|missing|not found|refresh failed|no longer|malformed|rejected',
              'could not',
            ),
            50,
          ).source,
        ),
      ],
      not: [
        has(
          'sec_e_|0x80090308|token supplied to the function|smtp[- ]token|csrf',
          '(?:unexpected|invalid|bad) token: \\[|unexpected token|no known auth',
          'token fornito alla|an die funktion|auth=.{0,30}xoauth2',
          'auth .{0,40}(?:plain|login).{0,20}xoauth2',
        ),
      ],
      stages: ['auth', 'greeting', 'mail-from', 'tcp'],
    },
    stage: 'auth',
    alternatives: ['oauth-required', 'wrong-credentials'],
    sample: { text: 'invalid_grant: Token has been expired or revoked.', stage: 'auth' },
    source: 'RFC 6749, section 5.2',
  },
  {
    id: 'token-used',
    cause: 'oauth-token-expired-or-invalid',
    when: { facts: ['oauth-used'], onlyStages: ['auth'], codes: [334, 400, 535, 530, 534] },
    stage: 'auth',
    alternatives: ['oauth-required'],
    sample: { text: '535 5.7.3 Authentication unsuccessful', stage: 'auth', config: 'XOAUTH2' },
    source: 'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
  },
  {
    id: 'only-oauth-offered',
    cause: 'oauth-required',
    when: { facts: ['only-oauth-offered'], stages: ['auth'] },
    stage: 'auth',
    sample: { text: '', stage: 'auth', facts: ['only-oauth-offered'] },
    source: 'RFC 7628, section 3',
  },
  {
    id: 'password-refused-in-words',
    cause: 'wrong-credentials',
    when: {
      text: [
        has(
          '(?:user credentials were incorrect|5\\.7\\.139.{0,60}credentials were|le credenziali (?:dell.)?utente (?:non )?(?:erano )?|anmeldeinformationen (?:des benutzers )?waren falsch|identifiants? (?:de l.)?utilisateur .{0,20}incorrect)',
        ),
      ],
    },
    stage: 'auth',
    alternatives: ['smtp-access-disabled', 'oauth-required'],
    sample: {
      text: '535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.',
      stage: 'auth',
    },
    source: MICROSOFT,
  },
  {
    id: 'access-switched-off',
    cause: 'smtp-access-disabled',
    when: {
      text: [
        has(
          'smtpclientauth|smtp_auth_disabled|5\\.7\\.139|meet the criteria|security defaults',
          'conditional access|soddisf\\w{0,6} (?:i )?criteri|kriterien|criteres|criterios',
          "n[o'u2019]t have (?:\\w{1,12} )?access enabled",
          '(?:does|do|did) not have .{0,12}(?:smtp|access)\\b|permission to (?:use|access) |user has no permission',
          'no smtp access',
          near(
            any(
              'smtp|pop3?|imap|external (?:program|app|client|access)|third[- ]party|mail client',
              'email client|externe[nr]? (?:programm|e-mail|zugriff|zugang)|programmi esterni',
              'client (?:di posta |e-?mail )?estern|app esterne|applications? (?:externe|tierce)',
              'mail[- ]?programm|accesso (?:smtp|esterno|da (?:client|programmi|app))|client access',
            ),
            any(
              "disabled|not enabled|n[o']t enabled|not activ|deactivated|turned off|switched off",
              'not allowed|not permitted|not available for|no access',
              'nicht (?:aktiviert|freigeschaltet|erlaubt|freigegeben|eingeschaltet)|deaktiviert',
              'ausgeschaltet|gesperrt|disattivat|disabilitat',
              'non (?:e )?(?:attiv|abilitat|consentit|autorizzat)|desactiv',
              'pas (?:ete )?(?:active|autoris)|non (?:active|autoris)|restricted|denied|abilitar',
              'abilita |aktivieren|activer|enable (?:it|smtp|pop|imap|access)|must be enabled',
              'freischalten|einschalten|attivar|attiva ',
            ),
            60,
          ).source,
          'access rights to this service',
          'not enabled for (?:this|the|your) (?:user|account|mailbox)',
          'service (?:is )?not (?:open|enabled|activated) for|authorization code|web ?mail only',
          'only webmail|solo (?:da|via|tramite) webmail',
          'nur (?:uber|per) (?:webmail|den browser)|no permission to (?:use|send via) smtp',
          'not authorized to use smtp',
          'smtp (?:service|auth\\w{0,10}|access|login) (?:is |has been )?(?:disabled|not enabled)',
        ),
      ],
      not: [
        near(
          '(?:starttls|\\btls\\b|\\bssl\\b|cram-md5|mechanism|ssl2?v?[23])',
          '(?:disabled|not enabled|not activ|enable )',
          30,
        ),
        /smtp.{0,20}auth .{0,30}extension/,
        new RegExp(`${RECIPIENT_ONLY}.{0,60}(?:disabled|not enabled)`),
        /dnsbl|spam|blocked using|relay/,
      ],
      stages: ['greeting', 'ehlo', 'auth'],
    },
    stage: 'auth',
    alternatives: ['oauth-required', 'wrong-credentials'],
    sample: {
      text: '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.',
      stage: 'auth',
    },
    source: MICROSOFT,
  },
  {
    id: 'access-switched-off-later',
    cause: 'smtp-access-disabled',
    when: {
      text: [/smtpclientauth|smtp_auth_disabled|5\.7\.139|access rights to this service/],
      stages: ['mail-from', 'rcpt-to', 'data'],
    },
    stage: 'mail-from',
    alternatives: ['oauth-required'],
    sample: {
      text: '550 5.7.1 SmtpClientAuthentication is disabled for the Mailbox',
      stage: 'mail-from',
    },
    source: MICROSOFT,
  },
  {
    id: 'login-argument',
    cause: 'auth-mechanism-unsupported',
    when: { codes: [535], enhanced: /^5\.5\.\d$/ },
    stage: 'auth',
    alternatives: ['wrong-credentials'],
    sample: { text: '535 5.5.4 Optional Argument not permitted for that AUTH mode', stage: 'auth' },
    source: GMAIL,
  },
  {
    id: 'app-password-said',
    cause: 'app-password-required',
    when: {
      text: [
        has(
          APP_PASSWORD,
          '#auth005|less[- ]secure|app meno sicure|weniger sichere|moins securise',
          SECOND_FACTOR,
        ),
      ],
    },
    stage: 'auth',
    alternatives: ['wrong-credentials'],
    sample: { text: '534-5.7.9 Application-specific password required.', stage: 'auth' },
    source: GMAIL,
  },
  {
    id: 'web-login-wanted',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          'web browser|webloginrequired|web login required|continuesignin|navigatore web',
          'webbrowser|navigateur|tramite (?:il )?browser|answer(?:\\.py\\?answer=|/)78754',
          '5\\.7\\.14\\b',
        ),
      ],
      codes: [421, 454, 530, 534, 535, 550],
    },
    stage: 'auth',
    alternatives: ['app-password-required'],
    sample: {
      text: '534-5.7.14 Please log in via your web browser and then try again.',
      stage: 'auth',
    },
    source: GMAIL,
  },
  {
    id: 'login-limit',
    cause: 'rate-limited',
    when: {
      text: [near('too many (?:login|auth)', 'later|wait', 60)],
      codes: [421, 450, 451, 454],
    },
    stage: 'auth',
    alternatives: ['auth-temporarily-unavailable', 'account-locked-or-suspended'],
    sample: { text: '454 4.7.0 Too many login attempts, please try again later.', stage: 'auth' },
    source: GMAIL,
  },
  {
    id: 'account-blocked',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        has(
          near(
            any(
              '\\baccount|user account|sender account|your mailbox|casella|utenza|konto|compte',
              'benutzerkonto|postfach|this user|\\buser\\b|l.utente|account mittente|nutzer',
              'utilisateur',
            ),
            BLOCKED,
            50,
          ).source,
          near(
            'outgoing|outbound|sending (?:e-?)?mail|invio|spedizion|versand|envoi',
            '(?:has been |been |is |was )?(?:suspended|disabled|blocked|locked|sospes|bloccat|gesperrt|suspendu|bloque)',
            50,
          ).source,
          'bad outbound sender|outboundspam|refusequota|showtierupgrade',
          'unusual (?:sign|login|activity|sending)|suspicious (?:activity|login|sign)',
          'attivita sospett|verify your (?:account|identity)',
          'verif\\w{0,6} (?:il tuo |your |dein |votre )(?:account|konto|compte)',
          'account (?:has been |was )?(?:hacked|compromised|abus)',
          'account .{0,20}(?:not (?:been )?verified|unverified|not active|inactive|expired|on hold|overdue|unpaid)',
          'account (?:is )?(?:closed|deleted)|blacklisted user|restricted entities',
          'too many (?:bad|failed|invalid|wrong|unsuccessful|incorrect) (?:auth|log|password|attempts|sign)',
          'too many (?:auth\\w{0,12}|login|password) (?:fail|attempt|error)|troppi tentativi',
          'zu viele .{0,30}(?:versuche|anmeldung|fehlversuche)|trop de tentatives',
          'not allowed to send (?:mail|e-?mail|messages)? ?(?:until|because)',
          'threshold exceeded.{0,40}tenant|5\\.7\\.705|has exceeded threshold',
          'sending (?:privileges?|rights?) (?:has|have|been|revoked|suspended|disabled)',
          '5\\.7\\.13\\b',
          'mail(?:box)? (?:sending )?(?:has been )?(?:suspended|disabled) (?:for|due)',
          'contract (?:is )?(?:terminated|suspended)',
          'domain .{0,40}(?:suspended|expired|has been disabled)',
        ),
      ],
      not: [
        new RegExp(`${RECIPIENT_ONLY}`),
        has(
          'is blacklisted|greylist|\\bip\\b.{0,30}block|blocked using|dnsbl|spamhaus',
          'smtpclientauth|client host (?:rejected|blocked).{0,20}\\[\\d|inactivity|tried to reach',
          'does not exist|no longer|unknown user|user unknown|trying to contact|\\bquota\\b',
          'rate limit|\\[bl\\d|message (?:was |has been )?block|content',
        ),
      ],
      stages: ['greeting', 'ehlo', 'auth', 'mail-from', 'data'],
    },
    stage: 'auth',
    alternatives: ['rate-limited', 'wrong-credentials'],
    sample: { text: '535 5.7.0 Your account has been temporarily suspended', stage: 'auth' },
    source: 'RFC 5248, section 3 (X.7.13)',
  },
  {
    id: 'own-account-blocked-later',
    cause: 'account-locked-or-suspended',
    when: {
      text: [
        near(
          'blacklisted user|\\b(?:your|sender|tuo|tua|ihr|dein|votre|il vostro) ?(?:e-?mail |mail |user )?(?:account|mailbox|casella|utenza|konto|postfach|compte|boite)|authenticated user|sasl',
          BLOCKED,
          40,
        ),
      ],
      not: [/\bquota\b|blocked using|dnsbl|spamhaus|limit/],
      onlyStages: ['rcpt-to'],
    },
    stage: 'rcpt-to',
    alternatives: ['ip-blocklisted', 'rate-limited'],
    sample: { text: '550 5.7.1 Your account has been blocked', stage: 'rcpt-to' },
    source: 'RFC 5248, section 3 (X.7.13)',
  },
  {
    id: 'login-backend-down',
    cause: 'auth-temporarily-unavailable',
    when: {
      text: [
        has(
          near(
            LOGIN,
            any(
              'temporar|temporan|temporair|at present|vorubergehend|momentan',
              'internal (?:server )?error|backend|generic failure|try again later',
              'service unavailable|system problem|unavailable|nicht verfugbar|non disponibile',
              'indisponible|piu tardi|spater|plus tard|connection lost|riprova|reessay',
              'connection refused|timed out|out of service',
            ),
            60,
          ).source,
          'saslauthd|authentication (?:server|service|daemon|backend|database)|ldap|authdaemon',
          'radius|auth server|lookup failure|no such file or directory.{0,40}sasl',
          'server di autenticazione|authentifizierungsserver|serveur d.authentification',
        ),
      ],
      not: [
        // Postfix says so whenever Dovecot gave no reason, which is its answer to a wrong password.
        /reason unavailable/,
        has(
          'mechanism|starttls|(?:bad|invalid|wrong) (?:password|credentials)|no worthy',
          'must (?:first )?(?:auth|log)|authentication (?:is )?required|too many|sender',
          'recipient',
        ),
      ],
      stages: ['auth', 'greeting', 'ehlo', 'mail-from'],
    },
    stage: 'auth',
    alternatives: ['wrong-credentials'],
    sample: { text: '454 4.7.0 Temporary authentication failure', stage: 'auth' },
    source: RFC4954,
  },
  {
    id: 'login-not-now',
    cause: 'auth-temporarily-unavailable',
    when: {
      codes: [421, 430, 432, 435, 450, 451, 454],
      onlyStages: ['auth'],
      not: [/starttls|\btls\b|too many|limit|concurrent|grey/],
    },
    alternatives: ['rate-limited'],
    sample: { text: '451 Please come back', stage: 'auth' },
    source: RFC4954,
  },
  {
    id: 'mechanism',
    cause: 'auth-mechanism-unsupported',
    when: {
      text: [
        has(
          near(MECHANISM, UNSUPPORTED, 60).source,
          followed(
            AUTH_COMMAND,
            any(
              'not (?:supported|advertised|recogni[sz]ed|implemented|offered|enabled|available)',
              "n[o']t support|unsupported|unrecogni[sz]ed|unknown command|nicht unterstutzt",
              'non supportat|non e support|pas (?:supporte|pris)|extension not|not understood',
              'command not',
            ),
            40,
          ).source,
          followed(
            any(
              "not (?:supported?|advertised|offer)|n[o']t support|no support for|unrecogni[sz]ed",
              'unsupported|unterstutzt kein|non supporta|ne (?:supporte|prend) pas|unknown',
            ),
            AUTH_COMMAND,
            30,
          ).source,
          'no worthy mechs|minor code may provide|security package|initial response not',
          followed(
            '(?:command (?:not|unrec|unknown)|unrecogni[sz]ed command|unknown command|bad sequence|syntax error).{0,30}',
            '\\bauth\\b',
            20,
          ).source,
        ),
      ],
      not: [/starttls(?! )|certif|oauth|token/, /recipient|sender/],
      stages: ['auth', 'ehlo', 'mail-from', 'greeting', 'tls'],
    },
    stage: 'auth',
    alternatives: ['tls-wrong-mode', 'wrong-credentials'],
    sample: { text: '504 5.7.4 Unrecognized authentication type', stage: 'auth' },
    source: RFC4954,
  },
  {
    id: 'no-login-offered',
    cause: 'auth-mechanism-unsupported',
    when: { facts: ['no-auth-offered'], onlyStages: ['auth'] },
    stage: 'auth',
    alternatives: ['tls-wrong-mode'],
    sample: { text: '', stage: 'auth', facts: ['no-auth-offered'] },
    source: 'RFC 4954, section 3',
  },
  {
    id: 'no-password-mechanism',
    cause: 'auth-mechanism-unsupported',
    when: { facts: ['no-password-mechanism'], onlyStages: ['auth'] },
    stage: 'auth',
    sample: { text: '', stage: 'auth', facts: ['no-password-mechanism'] },
    source: 'RFC 4954, section 3',
  },
  {
    id: 'login-out-of-place',
    cause: 'auth-mechanism-unsupported',
    when: { codes: [500, 501, 502, 503, 504], onlyStages: ['auth'] },
    alternatives: ['tls-wrong-mode', 'ehlo-rejected'],
    sample: { text: '503 Bad sequence of commands', stage: 'auth' },
    source: RFC4954,
  },
  {
    id: 'login-missing',
    cause: 'auth-missing',
    when: {
      text: [
        has(
          followed(
            any(
              'authenti[a-z]{1,10}|autentic[a-z]{1,8}|anmeldung|authentifizierung|login|log ?in',
              'smtp auth|\\bauth\\b|credentials|authorization|identification',
            ),
            '(?:is )?(?:required|needed|necessary|mandatory|erforderlich|benotigt|notwendig|richiest|necessari|obbligatori|requis|obligatoire|requerid|expected|first)',
            25,
          ).source,
          followed(
            any(
              'must|need to|have to|requires?|please|required to|should|devi|bisogna|occorre',
              'e necessari|richied\\w{1,3}|muss|mussen|bitte|erfordert|doit|devez|vous devez',
              'veuillez|necessite',
            ),
            '(?:first |be |to |smtp |issue (?:an? )?)?(?:authenticat|\\bauth\\b|log ?in|logged in|login|sign in|autentic|anmeld|authentifi|identifi|connecter)',
            40,
          ).source,
          'not (?:been |yet )?(?:authenticated|logged[ -]in|authorized to relay)',
          'not authenticated',
          'unauthenticated (?:sender|client|user|connection|relay|smtp|e-?mail is not)',
          'missing credentials|no credentials|credenziali mancanti|anonymous|5\\.7\\.57',
          'nicht (?:authentifiziert|angemeldet)|non (?:e )?(?:stato )?autenticat',
          'pas (?:ete )?(?:authentifie|identifie)|non authentifie',
          'without (?:auth|login|logging)|authenticate (?:first|before)',
          'auth(?:entication)? first|pop[- ]before[- ]smtp|only authenticated',
          'ohne (?:authentifizierung|anmeldung)|senza autenticazione|sans authentification',
          'client host rejected: access denied|need auth',
          'check (?:your )?(?:for new )?mail first|requires authentication|logged out',
          'authenticated users only',
        ),
      ],
      not: [
        has(
          'relay|inoltr|weiterleit|spf|dkim|dmarc|5\\.7\\.2[67]|starttls|5\\.7\\.8|535',
          'auth(?:entication)? (?:failed|failure)|rcpthosts|5\\.7\\.3 auth.{0,20}unsuccess',
          'mailbox is disabled|xoauth|oauth|before sending to this recipient|sender id|bulk',
        ),
      ],
      stages: ['greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'mail-from',
    alternatives: ['relay-denied', 'wrong-credentials'],
    sample: { text: '530 5.7.0 Authentication required', stage: 'mail-from' },
    source: RFC4954,
  },
  {
    id: 'app-password-provider',
    cause: 'app-password-required',
    when: {
      text: [
        has(near(has(LOGIN, PASSWORD, USER).source, WRONG).source, '535|534|5\\.7\\.8|\\beauth\\b'),
      ],
      not: [new RegExp(RECIPIENT_ONLY)],
      facts: ['provider-app-password'],
      withoutFacts: ['password-like-app-password'],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials'],
    sample: {
      text: '535-5.7.8 Username and Password not accepted.',
      stage: 'auth',
      provider: 'Gmail',
    },
    source: GMAIL,
  },
  {
    id: 'gmail-words',
    cause: 'app-password-required',
    when: { text: [/badcredentials|answer=14257/], withoutFacts: ['password-like-app-password'] },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials'],
    sample: {
      text: '535 5.7.8 https://support.google.com/mail/?p=BadCredentials - gsmtp',
      stage: 'auth',
    },
    source: GMAIL,
  },
  {
    id: 'oauth-provider',
    cause: 'oauth-required',
    when: {
      text: [
        has(
          near(has(LOGIN, PASSWORD, USER).source, WRONG).source,
          '535|534|5\\.7\\.[38]|\\beauth\\b',
        ),
      ],
      facts: ['provider-oauth'],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['smtp-access-disabled', 'wrong-credentials'],
    sample: {
      text: '535 5.7.3 Authentication unsuccessful',
      stage: 'auth',
      provider: 'Outlook.com',
    },
    source:
      'https://support.microsoft.com/en-us/office/modern-authentication-methods-now-needed-c5d65390-9676-4763-b41f-d7986499a90d',
  },
  {
    id: 'access-off-provider',
    cause: 'smtp-access-disabled',
    when: {
      text: [
        has(
          near(has(LOGIN, PASSWORD, USER).source, WRONG).source,
          '535|534|5\\.7\\.[38]|\\beauth\\b',
        ),
      ],
      not: [new RegExp(RECIPIENT_ONLY)],
      facts: ['provider-access-off'],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['wrong-credentials'],
    sample: { text: '535 Authentication credentials invalid', stage: 'auth', provider: 'GMX' },
    source: 'https://support.gmx.com/pop-imap/toggle.html',
  },
  {
    id: 'password-refused',
    cause: 'wrong-credentials',
    when: { codes: [535], stages: ['auth'] },
    stage: 'auth',
    alternatives: ['app-password-required', 'smtp-access-disabled'],
    sample: { text: '535 5.7.8 Error: authentication failed', stage: 'auth' },
    source: RFC4954,
  },
  {
    id: 'password-refused-later',
    cause: 'wrong-credentials',
    when: { codes: [535], text: [near(has(LOGIN, PASSWORD).source, WRONG)] },
    stage: 'auth',
    alternatives: ['app-password-required', 'smtp-access-disabled'],
    sample: { text: '535 Authentication failed; all recipients were rejected' },
    source: RFC4954,
  },
  {
    id: 'password-refused-by-program',
    cause: 'wrong-credentials',
    when: {
      text: [
        has(
          near(PASSWORD, WRONG).source,
          near(LOGIN, WRONG).source,
          '0x80040217|0x800ccc92|0x800ccc18|\\beauth\\b|\\(67\\)|invalid login|login denied',
          '5\\.7\\.8\\b',
        ),
      ],
      not: [
        has(
          'recipient|sender|connect(?:ion)? (?:refused|timed|reset)|certif|handshake',
          'not permitted|not authorized|unauthorized|not allowed',
        ),
      ],
      stages: ['auth'],
    },
    stage: 'auth',
    confidence: 'likely',
    alternatives: ['app-password-required', 'smtp-access-disabled', 'account-locked-or-suspended'],
    sample: { text: 'SMTP Error: Could not authenticate.', stage: 'auth' },
    source: 'https://github.com/PHPMailer/PHPMailer/wiki/Troubleshooting',
  },
  {
    id: 'mechanism-too-weak',
    cause: 'auth-mechanism-unsupported',
    when: { codes: [534], stages: ['auth'] },
    stage: 'auth',
    alternatives: ['tls-wrong-mode', 'app-password-required'],
    sample: { text: '534 5.7.9 Mechanism too weak for this user', stage: 'auth' },
    source: RFC4954,
  },
];
