import type { Rule } from './rule.ts';
import { any, followed, has, LOGIN, LOGIN_BACKEND, near, PASSWORD_DOUBTED } from './vocabulary.ts';

const RFC4954 = 'RFC 4954, section 6';

const MECHANISM = any(
  'mechanism|mechansim|\\bmethods?\\b|auth type|authentication type|verfahren|methode|meccanismo',
  '\\bmetod[oi]\\b|mecanisme|\\bmech\\b|mechs|authentication schemes?|crypt(?:ed)? password',
  'encrypted password|verschlusselte[ns]? passw',
  'password (?:cifrat|criptat|crittografat)|mots? de passe chiffre',
  'secure authentication|sichere authentifizierung|cram-?md5|digest-?md5|gssapi|ntlm',
  'kerberos|authmethod',
);

const UNSUPPORTED = any(
  "cannot find|can.t find|could not find|not find|usable|not support|n[o']t support",
  'unsupported|unrecogni[sz]ed|not recogni[sz]ed|not available|unavailable',
  'no (?:supported|suitable|worthy|known|common|acceptable|matching|compatible|usable|authentication)',
  'none of|not implemented|unknown|nicht unterstutzt|unterstutzt kein|non supportat',
  'no (?:soporta|admite)|no es compatible|non support|non .{0,12}support|pas (?:supporte|pris)|not advertis|not enabled',
  'disabled|not allow|not offer|invalid|failure|fail|not permitted|not accept|kein',
  'nessun|aucun|too weak|rejected',
);

const AUTH_COMMAND = any(
  '\\bauth\\b|smtp auth|authenticat|authentifizier|autenticazione|authentification|login',
);

/** The login itself: whether it is offered, how, and whether it works right now. */
export const loginRules: readonly Rule[] = [
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
              'internal (?:server )?error|backend|generic failure|try (?:again )?later|overload|too busy',
              'service unavailable|system problem|unavailable|nicht verfugbar|non disponibile',
              'indisponible|piu tardi|spater|plus tard|connection lost|riprova|reessay',
              'connection refused|timed out|out of service',
            ),
            60,
          ).source,
          LOGIN_BACKEND.source,
          'authentication (?:server|service|daemon|backend|database)|auth server|connect to .{0,30}auth failed|no such file or directory.{0,40}sasl',
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
          PASSWORD_DOUBTED,
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
      not: [/starttls|\btls\b|too many|limit|concurrent|grey|credit|quota/],
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
          '\\b(?:plain|login) authent\\w{1,8} (?:is )?not (?:permit|allow|support)',
          '\\bauth\\b (?:command )?(?:is )?not (?:allowed|permitted)',
          'does not require auth|no authenticators?\\b|unencrypted connection|no worthy mechs|minor code may provide|security package|initial response not',
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
    when: {
      codes: [500, 501, 502, 503, 504],
      onlyStages: ['auth'],
      not: [
        /(?:authentication|login|anmeldung|autenticazione) (?:has )?(?:failed|rejected|refused|unsuccessful|non riuscita|fallita|fehlgeschlagen)/,
      ],
    },
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
          '(?:richiest|necessari|obbligatori)[ao] l.autenticazione|(?:chiede|richiede) di autenticar',
          'not (?:been |yet )?(?:authenticated|logged[ -]in|authorized to relay)',
          'not authenticated',
          'unauthenticated (?:sender|client|user|connection|relay|smtp|e-?mail is not)',
          '(?:no|nessun|nessuna|kein|aucun) (?:user ?name|password|login|nome utente|benutzername|passwort|mot de passe) .{0,40}(?:configured|set\\b|given|specified|provided|impostat|konfiguriert|configure)',
          'missing credentials|no credentials|credenziali mancanti|anonymous|5\\.7\\.57',
          'nicht (?:authentifiziert|angemeldet)|non (?:e )?(?:stato )?autenticat',
          'pas (?:ete )?(?:authentifie|identifie)|non authentifie',
          'permissions? to (?:submit|relay)\\b|without (?:auth|login|logging)|authenticate (?:first|before)',
          'auth(?:entication)? first|pop[- ]before[- ]smtp|only authenticated',
          'ohne (?:authentifizierung|anmeldung)|senza autenticazione|sans authentification',
          'client host rejected: access denied|need auth',
          'melden sie sich|requiere autentic|autenticacion (?:es )?(?:requerida|necesaria|obligatoria)',
          'check (?:your )?(?:for new )?mail first|requires authentication|logged out',
          'authenticated users only|authentication turned on',
          '(?:turn on|switch on|enable|activate|attiva|abilita|aktivier|einschalt|activ)\\w{0,5} .{0,30}(?:smtp.?auth|authentication|autenticazione|authentifi|anmeldung)',
        ),
      ],
      not: [
        has(
          'relay|inoltr|weiterleit|spf|dkim|dmarc|5\\.7\\.2[67]|starttls|5\\.7\\.8|535',
          'auth(?:entication)? (?:failed|failure)|does not require|rcpthosts|5\\.7\\.3 auth.{0,20}unsuccess',
          'check your (?:log|user|pass|cred|account)|as (?:the )?owner|mailbox is disabled|xoauth|oauth|before sending to this recipient|sender id|bulk',
          PASSWORD_DOUBTED,
        ),
      ],
      stages: ['greeting', 'ehlo', 'auth', 'mail-from', 'rcpt-to', 'data'],
    },
    stage: 'mail-from',
    alternatives: ['relay-denied', 'wrong-credentials'],
    sample: { text: '530 5.7.0 Authentication required', stage: 'mail-from' },
    source: RFC4954,
  },
];
