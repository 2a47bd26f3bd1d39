/**
 * What went wrong with a file or the keychain: by the problem's code, then what differs for one kind
 * of file (`special`), and what each file is for (`about`). Put together in texts/problem-text.ts.
 */
export const problems = {
  'file-missing': {
    title: 'Manca un file',
    happened: 'Non trovo il file {{file}}.',
    steps: [
      'Chiedi al tecnico dello studio di rimettere il file al suo posto.',
      'Poi prova di nuovo.',
    ],
  },
  'file-unreadable': {
    title: 'Un file non si apre',
    happened: 'Il computer non mi lascia leggere il file {{file}}.',
    steps: [
      'Chiedi al tecnico dello studio di permettere la lettura di questo file.',
      'Poi prova di nuovo.',
    ],
  },
  'file-malformed': {
    title: 'Un file non si legge bene',
    happened: 'Nel file {{file}} c’è qualcosa che non riesco a capire.',
    steps: [
      'Mostra al tecnico i dettagli qui sotto: dicono in che punto guardare.',
      'Quando il file è a posto, prova di nuovo.',
    ],
  },
  'file-not-writable': {
    title: 'Qui non riesco a salvare',
    happened: 'Il computer non mi lascia scrivere il file {{file}}.',
    steps: [
      'Chiedi al tecnico dello studio di lasciar scrivere in questa cartella.',
      'Poi salva di nuovo.',
    ],
  },
  'file-is-folder': {
    title: 'Al posto di un file c’è una cartella',
    happened: '{{file}} è una cartella del disco, e qui serve un file.',
    steps: [
      'Mostra al tecnico i dettagli qui sotto: può spostare la cartella o cambiare il percorso.',
      'Poi prova di nuovo.',
    ],
  },
  'folder-missing': {
    title: 'Manca la cartella per questo file',
    happened: 'La cartella in cui scrivere il file {{file}} non esiste.',
    steps: [
      'Controlla il percorso nei dettagli qui sotto, oppure mostralo al tecnico.',
      'Poi salva di nuovo.',
    ],
  },
  'file-busy': {
    title: 'Un file è occupato',
    happened: 'Un altro programma sta usando il file {{file}}.',
    steps: [
      'Se hai aperto Mittente due volte, chiudi l’altra finestra.',
      'Aspetta qualche secondo e prova di nuovo.',
    ],
  },
  'disk-full': {
    title: 'Il disco è pieno',
    happened: 'Non c’è più spazio per salvare il file {{file}}.',
    steps: [
      'Libera un po’ di spazio, per esempio svuotando il cestino del computer.',
      'Poi salva di nuovo.',
    ],
  },
  'duplicate-id': {
    title: 'Due medici hanno lo stesso codice',
    happened: 'Nel file {{file}} lo stesso codice compare due volte.',
    steps: [
      'Mostra al tecnico i dettagli qui sotto: dicono quale codice è doppio.',
      'Quando i codici sono diversi, prova di nuovo.',
    ],
  },
  'value-not-writable': {
    title: 'Un dato ha un carattere che non va',
    happened: 'La cartella clinica non può leggere uno dei dati così come è scritto.',
    steps: [
      'Guarda il nome del mittente e l’indirizzo, e nei dettagli anche il codice del medico: togli gli a capo e i simboli insoliti.',
      'Poi salva di nuovo.',
    ],
  },
  'keychain-missing': {
    title: 'Non trovo dove tenere la password',
    happened:
      'Questo computer non offre un posto sicuro per le password, e la password non va mai scritta in un file.',
    steps: [
      'Chiedi al tecnico dello studio di attivare il portachiavi del computer.',
      'Poi riapri Mittente e continua da qui.',
    ],
  },
  'keychain-locked': {
    title: 'Il portachiavi del computer è chiuso',
    happened: 'Il posto dove il computer tiene le password è chiuso, e non posso leggerlo.',
    steps: [
      'Sblocca il portachiavi: di solito si apre con la password con cui entri nel computer.',
      'Poi prova di nuovo.',
    ],
  },
  'keychain-refused': {
    title: 'Il computer non ha conservato la password',
    happened: 'Il portachiavi del computer non ha accettato la password.',
    steps: [
      'Riavvia il computer e salva di nuovo.',
      'Se succede ancora, mostra al tecnico i dettagli qui sotto.',
    ],
  },
  'read-back-differs': {
    title: 'Il salvataggio non è riuscito',
    happened: 'Ho riletto quello che avevo appena salvato, e non era uguale.',
    steps: ['Salva di nuovo.', 'Se succede ancora, mostra al tecnico i dettagli qui sotto.'],
  },
  about: {
    profile: 'È il file che dice a Mittente come parlare con la cartella clinica.',
    doctors: 'È l’elenco dei medici preparato dalla cartella clinica.',
    senders: 'È il file in cui la cartella clinica trova i mittenti.',
    export: 'È un file che Mittente prepara per la cartella clinica.',
    authority: 'È il certificato del server di posta dello studio.',
    providers: 'È l’elenco dei gestori di posta aggiunti dal tecnico.',
    report: 'È il rapporto per l’assistenza.',
    answers: 'È il file con le risposte per tutti i medici.',
    campaign: 'È il file con le date e i prezzi dell’avviso.',
    handout: 'È il foglio da stampare o da consegnare.',
  },
  special: {
    doctors: {
      steps: [
        'Apri la cartella clinica e fai preparare di nuovo l’elenco dei medici.',
        'Se non sai come si fa, mostra al tecnico i dettagli qui sotto.',
        'Poi prova di nuovo.',
      ],
    },
    senders: {
      steps: [
        'Mostra i dettagli qui sotto al tecnico: può correggere il file.',
        'Oppure ricomincia: il file resta da parte, ma ogni medico va impostato di nuovo.',
      ],
    },
    handout: {
      steps: [
        'Se il file è aperto in un altro programma, chiudilo.',
        'Poi salva di nuovo, oppure scegli un’altra cartella, per esempio Documenti.',
      ],
    },
    newer: {
      title: 'Serve un Mittente più recente',
      happened: 'Il file {{file}} è stato scritto da una versione più recente di Mittente.',
      steps: ['Chiedi al tecnico dello studio di aggiornare Mittente.', 'Poi riapri il programma.'],
    },
  },
  line: 'riga {{line}}',
};
