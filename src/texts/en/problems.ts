/** What went wrong with a file or the keychain. */
export const problems = {
  'file-missing': {
    title: 'A file is missing',
    happened: 'I cannot find the file {{file}}.',
    steps: ['Ask the practice’s technician to put the file back in its place.', 'Then try again.'],
  },
  'file-unreadable': {
    title: 'A file cannot be opened',
    happened: 'The computer does not let me read the file {{file}}.',
    steps: ['Ask the practice’s technician to allow reading this file.', 'Then try again.'],
  },
  'file-malformed': {
    title: 'A file cannot be read properly',
    happened: 'There is something in the file {{file}} that I do not understand.',
    steps: [
      'Show the details below to the practice’s technician: they say where to look.',
      'Once the file is in order, try again.',
    ],
  },
  'file-not-writable': {
    title: 'I cannot save here',
    happened: 'The computer does not let me write the file {{file}}.',
    steps: [
      'Ask the practice’s technician to allow writing in the folder of this file.',
      'Then save again.',
    ],
  },
  'file-is-folder': {
    title: 'There is a folder in place of a file',
    happened: '{{file}} is a folder, and a file is needed here.',
    steps: [
      'Show the details below to the practice’s technician, who can move the folder or change the path.',
      'Then try again.',
    ],
  },
  'folder-missing': {
    title: 'The folder for this file is missing',
    happened: 'The folder to write the file {{file}} in does not exist.',
    steps: [
      'Check the path in the details below, or show it to the practice’s technician.',
      'Then save again.',
    ],
  },
  'file-busy': {
    title: 'A file is in use',
    happened: 'Another program is using the file {{file}}.',
    steps: [
      'If Mittente is open twice, close the other window.',
      'Wait a few seconds and try again.',
    ],
  },
  'disk-full': {
    title: 'The disk is full',
    happened: 'There is no room left to save the file {{file}}.',
    steps: ['Free some space, for example by emptying the computer’s bin.', 'Then save again.'],
  },
  'duplicate-id': {
    title: 'Two doctors have the same code',
    happened: 'In the file {{file}} the same code appears twice.',
    steps: [
      'Show the details below to the practice’s technician: they say which code is double.',
      'Once the codes differ, try again.',
    ],
  },
  'value-not-writable': {
    title: 'A value has a character that does not fit',
    happened: 'The clinical record cannot read one of the values the way it is written.',
    steps: [
      'Look at the sender’s name and the address, and in the details at the doctor’s code: take out line breaks and unusual symbols.',
      'Then save again.',
    ],
  },
  'keychain-missing': {
    title: 'There is no place to keep the password',
    happened:
      'This computer offers no safe place for passwords, and a password is never written to a file.',
    steps: [
      'Ask the practice’s technician to turn on this computer’s keychain.',
      'Then open Mittente again and go on from here.',
    ],
  },
  'keychain-locked': {
    title: 'The computer’s keychain is locked',
    happened: 'The place where the computer keeps passwords is locked, and I cannot read it.',
    steps: [
      'Unlock the keychain: usually it opens with the password that you use for this computer.',
      'Then try again.',
    ],
  },
  'keychain-refused': {
    title: 'The computer did not keep the password',
    happened: 'The computer’s keychain did not take the password.',
    steps: [
      'Restart the computer and save again.',
      'If it happens again, show the details below to the practice’s technician.',
    ],
  },
  'read-back-differs': {
    title: 'Saving did not work',
    happened: 'I read back what I had just saved, and it was not the same.',
    steps: [
      'Save again.',
      'If it happens again, show the details below to the practice’s technician.',
    ],
  },
  about: {
    profile: 'This file tells Mittente how to talk to the clinical record.',
    doctors: 'This is the list of doctors, which the clinical record prepares.',
    senders: 'This is the file in which the clinical record finds the senders.',
    export: 'This is a file that Mittente prepares for the clinical record.',
    authority: 'This is the certificate of the practice’s own mail server.',
    providers: 'This is the list of mail providers that the technician added.',
    report: 'This is the report for the call centre.',
    answers: 'This is the file with the answers for all doctors.',
    campaign: 'This is the file with the dates and prices of the notice.',
    handout: 'It is the sheet to print or hand out.',
  },
  special: {
    doctors: {
      steps: [
        'Open the clinical record and have it prepare the list of doctors again.',
        'If you do not know how, show the details below to the practice’s technician.',
        'Then try again.',
      ],
    },
    senders: {
      steps: [
        'Show the details below to the practice’s technician, who can correct the file.',
        'Or start over: the file is kept aside, but every doctor has to be set up again.',
      ],
    },
    handout: {
      steps: [
        'If the file is open in another program, close it.',
        'Then save again, or choose another folder, such as Documents.',
      ],
    },
    newer: {
      title: 'A newer Mittente is needed',
      happened: 'The file {{file}} was written by a newer version of Mittente.',
      steps: ['Ask the practice’s technician to update Mittente.', 'Then open the program again.'],
    },
  },
  line: 'line {{line}}',
};
