/** Why the server let us in and did not take the message, and what networks do. */
export const sendingCauses = {
  'sender-not-owned': {
    title: 'The mailbox may not use this address',
    happened: 'The server only lets you send with an address that belongs to this mailbox.',
    steps: [
      'Check that the address {{address}} is written as in the mailbox.',
      'If it is a second address, add it first on the website of {{provider}}.',
      'Correct the address and try again.',
    ],
  },
  'sender-domain-rejected': {
    title: 'The sender’s address is not valid',
    happened: 'The server does not find what follows the at sign in your address.',
    steps: [
      'Read the address {{address}} letter by letter.',
      'If it is right, show the details to the technician.',
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
    happened: 'The server does not send this mailbox’s email to the outside.',
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
      'Wait {{minutes}}\u00a0minutes and try again.',
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
      'If the address belongs to the practice, the technician has to complete its signatures.',
      'Then try again.',
    ],
  },
  'message-too-big': {
    title: 'The message is too large',
    happened: 'The server takes no messages of this size.',
    steps: ['Remove or shrink the attachments.', 'Then send again.'],
  },
  greylisted: {
    title: 'The server asks you to try again later',
    happened: 'The receiver sends new senders away once and takes them at the second attempt.',
    steps: ['Do not change anything.', 'Wait {{minutes}}\u00a0minutes and try again.'],
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
      'Wait {{minutes}}\u00a0minutes and try again.',
      'If it lasts for more than a day, phone {{provider}}.',
    ],
  },
  'server-permanent-failure': {
    title: 'The server refused',
    happened: 'The mail server said no, and its answer does not explain well why.',
    steps: [
      'Copy the details and show them to the technician or to {{provider}}.',
      'For help with Mittente, phone {{callCentre}}.',
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
};
