/** As the Italian source. */
export const diagnosis = {
  fallback: {
    provider: 'your email provider',
    product: 'your antivirus',
    address: 'your mailbox',
  },
  return: {
    password: 'Come back here and type the new password.',
    retry: 'Come back here and try again.',
  },
  causes: {
    'dns-not-found': {
      title: 'The mail server cannot be found',
      happened: 'The server’s name that I looked for does not exist, or one letter is different.',
      steps: [
        'Read your address again, above all what follows the at sign.',
        'Correct it if needed, then try again.',
      ],
    },
    'dns-temporary': {
      title: 'The network does not find names',
      happened: 'The practice’s network cannot look up the mail server right now.',
      steps: [
        'Open a website that you rarely visit and see if it appears.',
        'If it does not, switch the modem off and on.',
        'Try again after {{minutes}} minutes.',
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
      happened: 'The computer that I called is there, but takes no email from here.',
      steps: [
        'Show the details to the technician: the server’s data may need correcting.',
        'When they are right, try again.',
      ],
    },
    'connection-dropped': {
      title: 'The connection was cut',
      happened: 'The mail server closed the connection before the end.',
      steps: [
        'Wait {{minutes}} minutes and try again.',
        'If it happens again, ask the technician to look at antivirus and network.',
      ],
    },
    'not-smtp': {
      title: 'Another program answered',
      happened: 'What answered is not a server that sends email.',
      steps: [
        'Show the details to the technician: the server’s data need correcting.',
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
        'Enter the new data with the technician and try again.',
      ],
    },
    'wrong-credentials': {
      title: 'The password was not accepted',
      happened: '{{provider}} does not know the address {{address}} together with this password.',
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
        'When the data are corrected, try again.',
      ],
    },
    'auth-temporarily-unavailable': {
      title: 'The server cannot check passwords right now',
      happened: 'The mail server has a problem of its own. Your password may well be right.',
      steps: ['Do not change anything.', 'Wait {{minutes}} minutes and try again.'],
    },
    'sender-not-owned': {
      title: 'The mailbox may not use this address',
      happened: 'The server only lets you send with an address that belongs to this mailbox.',
      steps: [
        'Check that {{address}} is written as in the mailbox.',
        'If it is a second address, add it first on the website of {{provider}}.',
        'Correct the address and try again.',
      ],
    },
    'sender-domain-rejected': {
      title: 'The sender’s address is not valid',
      happened: 'The server does not find what follows the at sign in your address.',
      steps: [
        'Read the address {{address}} letter by letter.',
        'If it is right, ask the technician to look at the domain.',
        'Then try again.',
      ],
    },
    'recipient-rejected': {
      title: 'The receiving address does not work',
      happened: 'The server says that the receiving mailbox does not exist or takes no email.',
      steps: ['Read the receiving address again.', 'Correct it and try again.'],
    },
    'relay-denied': {
      title: 'This server does not send for you',
      happened: 'The server does not carry this mailbox’s email to the outside.',
      steps: [
        'Show the details to the technician: another server is meant for sending.',
        'When the server is corrected, try again.',
      ],
    },
    'rate-limited': {
      title: 'Too many emails in a short time',
      happened: '{{provider}} asks you to send more slowly.',
      steps: [
        'For now, send no other email from this mailbox.',
        'Wait {{minutes}} minutes and try again.',
      ],
    },
    'daily-quota-exceeded': {
      title: 'Today’s emails are used up',
      happened: 'The mailbox reached the number of emails that {{provider}} allows in a day.',
      steps: [
        'Wait until tomorrow: the count starts again by itself.',
        'If it happens often, choose a mailbox with a higher limit, or Mail Plus.',
      ],
    },
    'mailbox-full': {
      title: 'A mailbox is full',
      happened: 'There is no more room in the receiving mailbox.',
      steps: [
        'If it is yours, sign in on the website of {{provider}} and delete large messages.',
        'Empty the bin too, then try again.',
      ],
    },
    'ip-blocklisted': {
      title: 'The network you send from is on a blocklist',
      happened: 'The server takes no email from the network that you are using.',
      steps: [
        'Switch the practice’s modem off and on.',
        'If that is not enough, ask the technician to show the details to your line’s provider.',
        'Then try again.',
      ],
    },
    'content-rejected-as-spam': {
      title: 'The message was taken for spam',
      happened: 'A filter refused the message because of what it contains.',
      steps: [
        'Wait an hour, then try again.',
        'If it happens again, tell {{provider}} and show the details.',
      ],
    },
    'dmarc-alignment-failed': {
      title: 'The address is not protected as it should be',
      happened: 'The receiver could not verify that the message really comes from your address.',
      steps: [
        'Use the mail server of {{provider}} and no other.',
        'If the domain is yours, the technician has to complete its signatures.',
        'Then try again.',
      ],
    },
    'message-too-big': {
      title: 'The message is too large',
      happened: 'The server takes no messages of this size.',
      steps: ['Remove or shrink the attachments.', 'Then send again.'],
    },
    greylisted: {
      title: 'The server asks to come back',
      happened: 'The receiver sends new senders away once and takes them at the second attempt.',
      steps: ['Do not change anything.', 'Wait {{minutes}} minutes and try again.'],
    },
    'ehlo-rejected': {
      title: 'The server does not accept the greeting',
      happened: 'The server does not like the name that this computer gives.',
      steps: [
        'Show the details to the technician: the computer’s name needs correcting.',
        'Then try again.',
      ],
    },
    'server-temporary-failure': {
      title: 'The mail server has a passing problem',
      happened: 'The server of {{provider}} cannot work right now.',
      steps: [
        'Do not change anything.',
        'Wait {{minutes}} minutes and try again.',
        'If it lasts for more than a day, call {{provider}}.',
      ],
    },
    'server-permanent-failure': {
      title: 'The server refused',
      happened: 'The mail server said no, and its answer does not explain well why.',
      steps: [
        'Copy the details and show them to the technician or to {{provider}}.',
        'If you need help, call {{callCentre}}.',
      ],
    },
    'oauth-token-expired-or-invalid': {
      title: 'The permission to send has expired',
      happened: '{{provider}} had given a permission for a time, which is no longer valid.',
      steps: [
        'Sign in again with your account in the program that sends.',
        'Confirm the permission and try again.',
      ],
    },
    'auth-missing': {
      title: 'The server wants to know who you are',
      happened: 'The server asks for address and password, but the program did not give them.',
      steps: [
        'Ask the technician to switch on signing in for outgoing email.',
        'Type address and password, then try again.',
      ],
    },
    'smtp-redirected-by-network': {
      title: 'The wrong server answered',
      happened: 'The network takes you to another server, not to that of {{provider}}.',
      steps: [
        'Try with another network, for example your phone’s.',
        'If it works there, ask your line’s provider to stop diverting email.',
        'Then try again.',
      ],
    },
  },
  experiments: {
    'port-blocked-or-timeout':
      'Open any website: if it appears, the network works and only email is held back.',
    'connection-dropped': 'Try once more now: if it works, it was only a moment.',
    'tls-wrong-mode': 'Try the other way: if it passes, that was it.',
    'tls-intercepted':
      'Switch off the antivirus’s check of email for a minute: if it passes, that was it.',
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
