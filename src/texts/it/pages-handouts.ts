/** How many emails a mailbox bears, and what can be printed or handed out once it is proven. */
export const handoutPages = {
  limits: {
    perDay: 'Fino a {{amount}} al giorno.',
    perHour: 'Fino a {{amount}} all’ora.',
    perMinute: 'Fino a {{amount}} al minuto.',
    unknown: 'Il gestore non lo dice.',
    beyond: {
      delayed: 'Oltre, le email partono più tardi.',
      refused: 'Oltre, il gestore le rifiuta per un po’.',
      stopped: 'Oltre, il gestore ferma gli invii.',
      stoppedFor: 'Oltre, il gestore ferma gli invii fino a {{hours}} ore.',
      'password-expires':
        'Se sono troppe in poco tempo, il gestore può chiederti una nuova password.',
      unknown: 'Cosa succede oltre, il gestore non lo dice.',
    },
  },
  pace: {
    title: 'Come distribuirle',
    perDay: 'Per le ricette conta su {{amount}} al giorno: il resto è per le tue email.',
    perHour: 'Spediscile man mano, non più di {{amount}} all’ora.',
    careful: 'Spediscile man mano, non tutte a fine giornata.',
    refused: 'Se il gestore ne rifiuta una, aspetta un’ora e riprendi più piano.',
  },
  handouts: {
    title: 'Da stampare o consegnare',
    tell: 'Chiedi ai pazienti di non segnare queste email come spam. Qui c’è già tutto scritto.',
    names: {
      summary: 'Riepilogo per te',
      'notice-a4': 'Avviso per la sala d’attesa, A4',
      'notice-a5': 'Avviso per la sala d’attesa, A5',
      'work-report': 'Rapporto di intervento',
      message: 'Messaggio per i pazienti',
    },
    print: 'Stampa',
    save: 'Salva PDF',
    copy: 'Copia il messaggio',
    working: 'Preparo il foglio',
    printed: 'Il foglio è andato alla stampante.',
    saved: 'Salvato come {{file}}',
    technician: 'Nome del tecnico',
    technicianHint: 'Se lo lasci vuoto, resta una riga da riempire a mano.',
    printProblem: {
      title: 'Il foglio non è andato in stampa',
      happened: 'Il computer non è riuscito a mandarlo alla stampante.',
      steps: [
        'Guarda se la stampante è accesa e collegata.',
        'Poi stampa di nuovo, o salva il PDF.',
      ],
    },
    makeProblem: {
      title: 'Il foglio non è pronto',
      happened: 'Mittente non è riuscito a prepararlo.',
      steps: ['Prova di nuovo.', 'Se succede ancora, chiudi Mittente e riaprilo.'],
    },
  },
};
