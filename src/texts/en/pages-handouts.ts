/** How many emails a mailbox bears, and what can be printed or handed out once it is proven. */
export const handoutPages = {
  limits: {
    perDay: 'Up to {{amount}} a day.',
    perHour: 'Up to {{amount}} an hour.',
    perMinute: 'Up to {{amount}} a minute.',
    unknown: 'The provider does not say.',
    beyond: {
      delayed: 'Beyond that, emails leave later.',
      refused: 'Beyond that, the provider refuses them for a while.',
      stopped: 'Beyond that, the provider stops sending.',
      stoppedFor: 'Beyond that, the provider stops sending for up to {{hours}} hours.',
      'password-expires':
        'After too many in a short time, the provider may ask you for a new password.',
      unknown: 'What happens beyond that, the provider does not say.',
    },
  },
  pace: {
    title: 'How to spread them',
    perDay: 'For prescriptions count on {{amount}} a day: the rest is for your own emails.',
    perHour: 'Send them as they come, at most {{amount}} an hour.',
    careful: 'Send them as they come, not all at the end of the day.',
    refused: 'If the provider refuses one, wait an hour and go on more slowly.',
  },
  handouts: {
    title: 'To print or hand out',
    tell: 'Ask patients not to mark these emails as spam. Everything is already written here.',
    names: {
      summary: 'Summary for you',
      'notice-a4': 'Notice for the waiting room, A4',
      'notice-a5': 'Notice for the waiting room, A5',
      'work-report': 'Work report',
      message: 'Message for patients',
    },
    print: 'Print',
    save: 'Save PDF',
    copy: 'Copy the message',
    working: 'I am preparing the sheet',
    printed: 'The sheet went to the printer.',
    saved: 'Saved as {{file}}',
    technician: 'Technician’s name',
    technicianHint: 'If you leave it empty, there is a line to fill in by hand.',
    printProblem: {
      title: 'The sheet was not printed',
      happened: 'The computer could not send it to the printer.',
      steps: ['See whether the printer is on and connected.', 'Then print again, or save the PDF.'],
    },
    makeProblem: {
      title: 'The sheet is not ready',
      happened: 'Mittente could not prepare it.',
      steps: ['Try again.', 'If it happens again, close Mittente and open it again.'],
    },
  },
};
