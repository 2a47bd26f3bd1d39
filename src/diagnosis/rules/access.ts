import type { Rule } from './rule.ts';
import { any, BLOCKED, followed, has, near, RECIPIENT_ONLY } from './vocabulary.ts';

const GMAIL = 'https://support.google.com/a/answer/3726730';

const MICROSOFT =
  'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission';

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

/** Whether this mailbox may be used from a program at all. */
export const accessRules: readonly Rule[] = [
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
    id: 'app-password-demanded',
    cause: 'app-password-required',
    when: {
      text: [
        has(
          followed(
            '\\b(?:use|need|must|require|please|create|generate|enter|usa|utilizza|serve|crea|genera|verwenden|benotig|erstell|brauch|utilis|creez|generez)',
            APP_PASSWORD,
            30,
          ).source,
          followed(
            APP_PASSWORD,
            '(?:is )?(?:required|needed|instead|necessary|mandatory|erforderlich|benotigt|notwendig|richiest|necessari|obbligatori|requis|obligatoire)',
            30,
          ).source,
        ),
      ],
    },
    stage: 'auth',
    alternatives: ['smtp-access-disabled', 'wrong-credentials'],
    sample: {
      text: '535 5.7.8 No access rights to this service. Use an application password',
      stage: 'auth',
    },
    source: 'https://yandex.com/support/id/authorization/app-passwords.html',
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
          '(?:does|do|did) not have .{0,12}(?:smtp|access)\\b|permission to (?:use|access) ',
          'user has no permission|no smtp access',
          near(
            any(
              // Not the program's own words, as in "SMTP Error: 550".
              'smtp(?!\\W{0,3}(?:error|err\\b|fehler|errore|erreur|code|reply|response))|pop3?|imap|external (?:program|app|client|access)|third[- ]party|mail client',
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
              'freischalten|einschalten|attivar|attiva |not includ|nicht enthalten|non (?:e )?inclus|pas inclus',
            ),
            60,
          ).source,
          'access rights to this service',
          'not enabled for (?:this|the|your) (?:user|account|mailbox)',
          'service (?:is )?not (?:open|enabled|activated) for|authorization code|web ?mail only',
          'only webmail|solo (?:da|via|tramite) webmail',
          'nur (?:uber|per) (?:webmail|den browser)|no permission to (?:use|send via) smtp',
          'not authorized to use smtp|account not subscribed',
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
        /dnsbl|spam|blocked using|relay|\b530\b|tried to reach/,
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
      text: [
        has(
          near('too many (?:login|auth)', 'later|wait', 60).source,
          '(?:auth\\w{0,11}|log ?in|log ?on) .{0,12}too (?:many times|much|often|frequent)',
          '(?:anmeldung|accessi|connexions?) .{0,12}(?:zu haufig|zu oft|troppo (?:frequent|spesso)|trop (?:frequent|souvent))',
        ),
      ],
      not: [/\bip\b|locked|block/],
      codes: [421, 450, 451, 454, 535, 550],
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
          'zu viele (?:\\w{1,20} ){0,2}(?:anmelde|login-?|fehl)?versuche\\b|zu viele anmeldung|trop de tentatives',
          'to continue sending|sign in to (?:your account )?(?:to )?(?:continue|verify|unlock)',
          'not allowed to send (?:mail|e-?mail|messages)? ?(?:until|because)',
          'threshold exceeded.{0,40}tenant|5\\.7\\.705|has exceeded threshold',
          'sending (?:privileges?|rights?) (?:has|have|been|revoked|suspended|disabled)',
          '5\\.7\\.13\\b|(?:pass ?word|passwort|kennwort|mot de passe|account) (?:has |is |ist |e |est )?(?:expired|scadut|abgelaufen|expire)',
          'pass ?word must be (?:changed|reset)|password change required',
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
          'does not exist|no longer|invalid mailbox|unknown user|user unknown|trying to contact|\\bquota\\b',
          'rate limit|\\[bl\\d|message (?:was |has been )?block|content',
          '(?:too many|troppi|troppe|zu viele|trop de|numero di) .{0,12}(?:messag|nachricht|e-?mail|invii|envois)',
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
];
