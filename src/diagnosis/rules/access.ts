import type { Rule } from './rule.ts';
import { any, followed, has, near, RECIPIENT_ONLY } from './vocabulary.ts';

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
          'smtpclientauth(?!enticationexception)|smtp_auth_disabled|5\\.7\\.139|meet the criteria|security defaults',
          'conditional access|soddisf\\w{0,6} (?:i )?criteri|kriterien|criteres|criterios',
          "n[o'u2019]t have (?:\\w{1,12} )?access enabled",
          '(?:does|do|did) not have .{0,12}(?:smtp|access)\\b|permission to (?:use|access) ',
          'user has no permission|no smtp access',
          near(
            any(
              // Not the program's own words, as in "SMTP Error: 550".
              '(?<![\\w.-])smtp(?! server\\b)(?![\\w-]{0,30}\\.[a-z])(?!://|\\W{0,3}(?:error|err\\b|fehler|errore|erreur|code|reply|response))|pop3?|imap|external (?:program|app|client|access)|third[- ]party|mail client',
              'email client|externe[nr]? (?:programm|e-mail|zugriff|zugang)|programmi (?:di posta )?esterni',
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
          '(?:enable|activate|switch on|turn on|attivare?|abilitare?|aktivieren|activer|activez|habilit\\w{1,3}) (?:the |il |den |die |el |la )?(?:authenticated )?(?:smtp|pop3?|imap)\\b',
          '\\blog ?in (?:is )?(?:currently |temporarily |now )?disabled',
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
        /dnsbl|spam|blocked using|relay|\b530\b|tried to reach|\bip\b/,
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
      text: [
        /smtpclientauth(?!enticationexception)|smtp_auth_disabled|5\.7\.139|access rights to this service/,
      ],
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
];
