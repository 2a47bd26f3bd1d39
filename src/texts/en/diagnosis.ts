import { connectionCauses } from './causes-connection.ts';
import { sendingCauses } from './causes-sending.ts';

/** As the Italian source. */
export const diagnosis = {
  fallback: {
    provider: 'your email provider',
    product: 'your antivirus',
    address: 'of the sender',
  },
  return: {
    password: 'Come back here and type the new password.',
    retry: 'Come back here and try again.',
  },
  causes: { ...connectionCauses, ...sendingCauses },
  experiments: {
    'port-blocked-or-timeout':
      'Open any website: if it appears, the network works and only email is held back.',
    'connection-dropped': 'Try once more now: if it works, it was only a moment.',
    'tls-wrong-mode': 'Try the other way: if it works, that was it.',
    'tls-intercepted':
      'Switch off the antivirus’s check of email for a minute: if it works, that was it.',
    'wrong-credentials':
      'Sign in to the mailbox on the website with this password: if you get in, the password is right.',
    'app-password-required':
      'Look at the password that you typed: an app password usually has 16 letters that you did not choose.',
    'smtp-access-disabled':
      'Sign in on the website with this password: if you get in, only the permission for other programs is missing.',
    'account-locked-or-suspended':
      'Sign in to the mailbox on the website: if it is blocked, it says so at once.',
    'smtp-redirected-by-network':
      'Try with your phone’s network: if it works, it is the practice’s network.',
    'auth-temporarily-unavailable':
      'Sign in on the website with this password: if you get in, the problem is the server’s.',
  },
};
