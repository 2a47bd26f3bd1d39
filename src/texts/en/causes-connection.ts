/** Why the server could not be reached or did not let us in. */
export const connectionCauses = {
  'dns-not-found': {
    title: 'The mail server cannot be found',
    happened: 'The server’s name that I looked for does not exist, or one letter is different.',
    steps: [
      'Read your address again, above all what follows the at sign.',
      'Correct it if needed, then try again.',
    ],
  },
  'dns-temporary': {
    title: 'The network cannot find the names of websites',
    happened: 'The practice’s network cannot look up the mail server right now.',
    steps: [
      'Open a website that you rarely visit and see if it appears.',
      'If it does not, switch the modem off and on.',
      'Try again after {{minutes}}\u00a0minutes.',
    ],
  },
  'no-network': {
    title: 'The computer is not online',
    happened: 'The computer cannot reach the internet.',
    steps: [
      'Check the network cable or the Wi-Fi.',
      'Open any website. If the network asks you to sign in, do it.',
      'When the website appears, try again.',
    ],
  },
  'port-blocked-or-timeout': {
    title: 'The mail server does not answer',
    happened: 'I knocked at the mail server, but no answer comes through the practice’s network.',
    steps: [
      'If you use a VPN, switch it off and try again.',
      'Try with your phone’s network: if it works, the practice’s network blocks email.',
      'Ask the technician to let outgoing email through.',
    ],
  },
  'connection-refused': {
    title: 'The server closed at once',
    happened: 'The computer that I looked for is there, but takes no email from here.',
    steps: [
      'Show the details to the technician: the server settings may need correcting.',
      'When they are right, try again.',
    ],
  },
  'connection-dropped': {
    title: 'The connection was cut',
    happened: 'The mail server closed the connection before the end.',
    steps: [
      'Wait {{minutes}}\u00a0minutes and try again.',
      'If it happens again, ask the technician to look at antivirus and network.',
    ],
  },
  'not-smtp': {
    title: 'Another program answered',
    happened: 'What answered is not a server that sends email.',
    steps: [
      'Show the details to the technician: the server settings need correcting.',
      'When they are right, try again.',
    ],
  },
  'tls-wrong-mode': {
    title: 'The connection is protected in another way',
    happened: 'The server wants to protect the connection in another way than ours.',
    steps: [
      'Try the other way: usually that is enough.',
      'If it does not work, show the details to the technician.',
    ],
  },
  'tls-not-offered': {
    title: 'The server offers no protected connection',
    happened: 'Without protection your password could be read on the way, so I stopped.',
    steps: [
      'Ask the technician whether {{provider}} has another server with a protected connection.',
      'If there is none, choose another mailbox.',
    ],
  },
  'tls-intercepted': {
    title: 'A program stands in between',
    happened: '{{product}} reads outgoing email and stands between you and the mail server.',
    steps: [
      'Open the settings of {{product}} with the technician.',
      'Switch off only the check of outgoing email. The rest can stay on.',
      'Then try again.',
    ],
  },
  'cert-expired': {
    title: 'The server’s identity papers have expired',
    happened: 'The mail server shows papers that are not valid today.',
    steps: [
      'Look at the computer’s date and time. If they are wrong, correct them and try again.',
      'If they are right, tell {{provider}}: the papers have to be renewed.',
    ],
  },
  'cert-hostname-mismatch': {
    title: 'The server has another name',
    happened: 'The server that answered gives another name than the one I looked for.',
    steps: [
      'Show the details to the technician: the right name is written there.',
      'When the server’s name is corrected, try again.',
    ],
  },
  'cert-untrusted': {
    title: 'I do not know who this server is',
    happened: 'The mail server shows identity papers that nobody trusted has signed.',
    steps: [
      'If an antivirus on this computer reads email, ask the technician to switch that part off.',
      'If the server is the practice’s own, the technician can add its signature to the trusted ones.',
      'Then try again.',
    ],
  },
  'tls-protocol-too-old': {
    title: 'The server’s protection is too old',
    happened: 'The server and this computer share no safe way to talk.',
    steps: [
      'Ask {{provider}} for a newer server.',
      'Enter the new settings with the technician and try again.',
    ],
  },
  'wrong-credentials': {
    title: 'The password was not accepted',
    happened: '{{provider}} does not recognise the address {{address}} with this password.',
    steps: [
      'Sign in to the mailbox on the website of {{provider}} with the same password.',
      'If you cannot get in, change the password there.',
      'Come back here and type the password that works.',
    ],
  },
  'app-password-required': {
    title: 'An app password is needed',
    happened: '{{provider}} does not take your usual password: it wants one made for programs.',
    steps: [
      'Open the security page on the website of {{provider}}.',
      'Turn on two-step verification, if it is off.',
      'Create an app password and copy it.',
      'Come back here and paste the new password.',
    ],
  },
  'oauth-required': {
    title: 'This mailbox takes no passwords',
    happened: '{{provider}} no longer lets programs such as the record send with a password.',
    steps: [
      'There is no need to change the password: the result would be the same.',
      'Choose another mailbox, or Mail Plus.',
    ],
  },
  'smtp-access-disabled': {
    title: 'The mailbox is closed to other programs',
    happened: '{{provider}} keeps sending from other programs off until you switch it on.',
    steps: [
      'Sign in to the mailbox on the website of {{provider}}.',
      'In the settings, find email from other programs and switch it on.',
      'Wait a few minutes, then come back here and try again.',
    ],
  },
  'account-locked-or-suspended': {
    title: 'The mailbox is blocked',
    happened: '{{provider}} stopped this mailbox as a precaution.',
    steps: [
      'Sign in to the mailbox on the website of {{provider}} and read the notices.',
      'Follow the checks that it asks for. Change the password if it says so.',
      'When the mailbox is free again, try once more.',
    ],
  },
  'auth-mechanism-unsupported': {
    title: 'The server does not ask for the password as expected',
    happened: 'Here the server does not let anyone in with address and password.',
    steps: [
      'Show the details to the technician: there may be another server for sending.',
      'When the settings are corrected, try again.',
    ],
  },
  'auth-temporarily-unavailable': {
    title: 'The server cannot check passwords right now',
    happened: 'The mail server has a problem of its own. Your password may well be right.',
    steps: ['Do not change anything.', 'Wait {{minutes}}\u00a0minutes and try again.'],
  },
};
