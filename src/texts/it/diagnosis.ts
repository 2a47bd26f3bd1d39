import { connectionCauses } from './causes-connection.ts';
import { sendingCauses } from './causes-sending.ts';

/**
 * Why a test failed, in a doctor's words: `happened` is one sentence, `steps` one action each.
 * `experiments`: the simple test that decides, where the server's words leave two or three doors
 * open. `fallback` and `return` fill in what is not known and what comes after a provider's steps.
 */
export const diagnosis = {
  fallback: {
    provider: 'chi gestisce la tua casella',
    product: 'il tuo antivirus',
    address: 'del mittente',
  },
  return: {
    password: 'Torna qui e scrivi la nuova password.',
    retry: 'Torna qui e prova di nuovo.',
  },
  causes: { ...connectionCauses, ...sendingCauses },
  experiments: {
    'port-blocked-or-timeout':
      'Apri un sito qualsiasi: se si vede, la rete c’è ed è ferma solo la posta.',
    'connection-dropped': 'Prova ancora una volta adesso: se funziona, era solo un momento.',
    'tls-wrong-mode': 'Prova l’altro modo: se passa, era questo.',
    'tls-intercepted':
      'Spegni per un minuto il controllo della posta nell’antivirus: se passa, era quello.',
    'wrong-credentials':
      'Entra nella casella dal sito con questa password: se entri, la password è giusta.',
    'app-password-required':
      'Guarda la password che hai scritto: quella per le app ha di solito 16 lettere e non l’hai scelta tu.',
    'smtp-access-disabled':
      'Entra nella casella dal sito con questa password. Se entri, manca solo il permesso per gli altri programmi.',
    'account-locked-or-suspended': 'Entra nella casella dal sito: se è bloccata, lo leggi subito.',
    'smtp-redirected-by-network':
      'Prova con la rete del telefono: se funziona, è la rete dello studio.',
    'auth-temporarily-unavailable':
      'Entra nella casella dal sito con questa password: se entri, il problema è del server.',
  },
};
