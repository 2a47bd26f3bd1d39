/** The table of several doctors, which is the technician's, and what became of each sender. */
export const practicePages = {
  practice: {
    filter: {
      search: 'Cerca',
      placeholder: 'Nome o indirizzo',
      show: 'Mostra',
      status: { all: 'Tutti', 'to-do': 'Da fare', done: 'A posto' },
      nobody: 'Nessun medico corrisponde. Cambia la ricerca.',
    },
    select: {
      column: 'Selezione',
      all: 'Seleziona tutti',
      one: 'Seleziona {{name}}',
      chosen: 'Selezionati: {{chosen}}',
      none: 'Deseleziona',
    },
    recheck: {
      start: 'Prova di nuovo',
      cancel: 'Interrompi',
      progress: 'Prove finite: {{done}} di {{total}}',
      summary: 'Prove riuscite: {{ok}} di {{total}}',
      waiting: 'In attesa',
      running: 'Prova in corso',
      ok: 'Prova riuscita',
      failed: 'Prova non riuscita',
      gone: 'Il mittente è stato tolto',
      passwordMissing: 'In questo account manca la password',
      enterPassword: 'Scrivi la password',
    },
  },
  account: {
    title: 'Manca solo la password',
    lead: 'La casella {{address}} è già impostata. Per spedire da questo account serve la sua password.',
  },
  history: {
    title: 'Storia',
    when: '{{date}} alle {{time}}',
    whenAndWho: '{{date}} alle {{time}}, {{user}}',
    saved: 'Mittente salvato: {{to}}',
    replaced: 'Mittente cambiato: prima {{from}}, poi {{to}}',
    asked: 'Mail Plus chiesta',
    passed: 'Prova riuscita',
    failed: 'Prova non riuscita',
    why: 'Prova non riuscita: {{why}}',
    removed: 'Mittente tolto: {{from}}',
  },
};
