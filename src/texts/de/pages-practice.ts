/** The table of several doctors, which is the technician's, and what became of each sender. */
export const practicePages = {
  practice: {
    filter: {
      search: 'Suchen',
      placeholder: 'Name oder Adresse',
      show: 'Anzeigen',
      status: { all: 'Alle', 'to-do': 'Zu erledigen', done: 'In Ordnung' },
      nobody: 'Kein Arzt passt dazu. Ändere die Suche.',
    },
    select: {
      column: 'Auswahl',
      all: 'Alle auswählen',
      one: '{{name}} auswählen',
      chosen: 'Ausgewählt: {{chosen}}',
      none: 'Auswahl aufheben',
    },
    recheck: {
      start: 'Noch einmal testen',
      cancel: 'Anhalten',
      progress: 'Tests fertig: {{done}} von {{total}}',
      summary: 'Tests gelungen: {{ok}} von {{total}}',
      waiting: 'Wartet',
      running: 'Wird getestet',
      ok: 'Test gelungen',
      failed: 'Test nicht gelungen',
      gone: 'Der Absender wurde entfernt',
      passwordMissing: 'In diesem Konto fehlt das Passwort',
      enterPassword: 'Passwort eingeben',
    },
  },
  account: {
    title: 'Es fehlt nur das Passwort',
    lead: 'Das Postfach {{address}} ist schon eingerichtet. Um von diesem Konto zu senden, braucht es sein Passwort.',
  },
  history: {
    title: 'Verlauf',
    when: '{{date}} um {{time}}',
    whenAndWho: '{{date}} um {{time}}, {{user}}',
    saved: 'Absender gespeichert: {{to}}',
    replaced: 'Absender geändert: erst {{from}}, dann {{to}}',
    asked: 'Mail Plus angefragt',
    passed: 'Test gelungen',
    failed: 'Test nicht gelungen',
    why: 'Test nicht gelungen: {{why}}',
    removed: 'Absender entfernt: {{from}}',
  },
};
