/** The table of several doctors, which is the technician's, and what became of each sender. */
export const practicePages = {
  practice: {
    filter: {
      search: 'Search',
      placeholder: 'Name or address',
      show: 'Show',
      status: { all: 'All', 'to-do': 'To do', done: 'In order' },
      nobody: 'No doctor matches. Change the search.',
    },
    select: {
      column: 'Selection',
      all: 'Select all',
      one: 'Select {{name}}',
      chosen: 'Selected: {{chosen}}',
      none: 'Clear selection',
    },
    recheck: {
      start: 'Test again',
      cancel: 'Stop',
      progress: 'Tests finished: {{done}} of {{total}}',
      summary: 'Tests that succeeded: {{ok}} of {{total}}',
      waiting: 'Waiting',
      running: 'Being tested',
      ok: 'The test succeeded',
      failed: 'The test did not succeed',
      gone: 'The sender was removed',
      passwordMissing: 'This account lacks the password',
      enterPassword: 'Type the password',
    },
  },
  account: {
    title: 'Only the password is missing',
    lead: 'The mailbox {{address}} is already set up. To send from this account, its password is needed.',
  },
  history: {
    title: 'History',
    when: '{{date}} at {{time}}',
    whenAndWho: '{{date}} at {{time}}, {{user}}',
    saved: 'Sender saved: {{to}}',
    replaced: 'Sender changed: first {{from}}, then {{to}}',
    asked: 'Mail Plus asked for',
    passed: 'The test succeeded',
    failed: 'The test did not succeed',
    why: 'The test did not succeed: {{why}}',
    removed: 'Sender removed: {{from}}',
  },
};
