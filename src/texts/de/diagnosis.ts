import { connectionCauses } from './causes-connection.ts';
import { sendingCauses } from './causes-sending.ts';

/** As the Italian source. */
export const diagnosis = {
  fallback: {
    provider: 'der E-Mail-Anbieter',
    product: 'Dein Virenschutz',
    address: 'des Absenders',
  },
  return: {
    password: 'Komm hierher zurück und gib das neue Passwort ein.',
    retry: 'Komm hierher zurück und versuche es noch einmal.',
  },
  causes: { ...connectionCauses, ...sendingCauses },
  experiments: {
    'port-blocked-or-timeout':
      'Öffne eine Webseite: Wenn sie erscheint, geht das Netz und nur die E-Mail hängt.',
    'connection-dropped': 'Versuche es gleich noch einmal: Wenn es geht, war es nur ein Moment.',
    'tls-wrong-mode': 'Versuche die andere Art: Wenn es geht, war es das.',
    'tls-intercepted':
      'Schalte die E-Mail-Prüfung des Virenschutzes kurz aus: Wenn es geht, war es das.',
    'wrong-credentials':
      'Melde dich auf der Webseite mit diesem Passwort an: Wenn es geht, ist das Passwort richtig.',
    'app-password-required':
      'Sieh auf das eingegebene Passwort: Ein App-Passwort hat meist 16 Buchstaben, die du nicht selbst gewählt hast.',
    'smtp-access-disabled':
      'Melde dich auf der Webseite mit diesem Passwort an: Wenn es geht, fehlt nur die Erlaubnis für andere Programme.',
    'account-locked-or-suspended':
      'Melde dich auf der Webseite an: Wenn das Postfach gesperrt ist, steht es dort gleich.',
    'smtp-redirected-by-network':
      'Versuche es mit dem Netz des Telefons: Wenn es geht, liegt es am Netz der Praxis.',
    'auth-temporarily-unavailable':
      'Melde dich auf der Webseite mit diesem Passwort an: Wenn es geht, liegt es am Server.',
  },
};
