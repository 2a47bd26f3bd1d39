/** Why the server could not be reached or did not let us in. */
export const connectionCauses = {
  'dns-not-found': {
    title: 'Il server di posta non si trova',
    happened: 'Il nome del server che ho cercato non esiste, o è scritto con una lettera diversa.',
    steps: [
      'Rileggi il tuo indirizzo, soprattutto dopo la chiocciola.',
      'Correggilo se serve, poi prova di nuovo.',
    ],
  },
  'dns-temporary': {
    title: 'La rete non trova i nomi dei siti',
    happened: 'La rete dello studio adesso non riesce a cercare il server di posta.',
    steps: [
      'Apri un sito che non visiti spesso e guarda se si vede.',
      'Se non si vede, spegni e riaccendi il modem.',
      'Dopo {{minutes}}\u00a0minuti prova di nuovo.',
    ],
  },
  'no-network': {
    title: 'Il computer non è in rete',
    happened: 'Il computer non riesce a uscire su Internet.',
    steps: [
      'Controlla il cavo di rete o il Wi-Fi.',
      'Apri un sito qualsiasi. Se la rete chiede un accesso, completalo.',
      'Quando il sito si vede, prova di nuovo.',
    ],
  },
  'port-blocked-or-timeout': {
    title: 'Il server di posta non risponde',
    happened: 'Ho bussato al server di posta, ma dalla rete dello studio non arriva risposta.',
    steps: [
      'Se usi una VPN, spegnila e prova di nuovo.',
      'Prova con la rete del telefono: se funziona, è la rete dello studio che blocca la posta.',
      'Chiedi al tecnico di lasciar passare la posta in uscita.',
    ],
  },
  'connection-refused': {
    title: 'Il server ha chiuso subito',
    happened: 'Il computer che ho chiamato c’è, ma non accetta posta da qui.',
    steps: [
      'Mostra i dettagli al tecnico: forse i dati del server vanno corretti.',
      'Quando sono a posto, prova di nuovo.',
    ],
  },
  'connection-dropped': {
    title: 'Il collegamento è caduto',
    happened: 'Il server di posta ha chiuso il collegamento prima della fine.',
    steps: [
      'Aspetta {{minutes}}\u00a0minuti e prova di nuovo.',
      'Se cade ancora, chiedi al tecnico di guardare antivirus e rete.',
    ],
  },
  'not-smtp': {
    title: 'Ha risposto un altro programma',
    happened: 'Chi ha risposto non è un server che spedisce posta.',
    steps: [
      'Mostra i dettagli al tecnico: i dati del server vanno corretti.',
      'Quando sono a posto, prova di nuovo.',
    ],
  },
  'tls-wrong-mode': {
    title: 'Il modo di proteggere il collegamento è un altro',
    happened: 'Il server vuole proteggere il collegamento in un modo diverso dal nostro.',
    steps: [
      'Prova con l’altro modo: di solito basta questo.',
      'Se non va, mostra i dettagli al tecnico.',
    ],
  },
  'tls-not-offered': {
    title: 'Il server non offre un collegamento protetto',
    happened:
      'Senza protezione altri potrebbero leggere la tua password. Per questo mi sono fermato.',
    steps: [
      'Chiedi al tecnico se {{provider}} ha un altro server, con il collegamento protetto.',
      'Se non c’è, scegli un’altra casella.',
    ],
  },
  'tls-intercepted': {
    title: 'Un programma si mette in mezzo',
    happened: '{{product}} legge la posta in uscita e si mette tra te e il server di posta.',
    steps: [
      'Apri le impostazioni di {{product}} con il tecnico.',
      'Spegni solo il controllo della posta in uscita. Il resto può rimanere acceso.',
      'Poi prova di nuovo.',
    ],
  },
  'cert-expired': {
    title: 'Il documento del server è scaduto',
    happened: 'Il server di posta mostra un documento che oggi non vale.',
    steps: [
      'Guarda la data e l’ora del computer. Se sono sbagliate, correggile e prova di nuovo.',
      'Se sono giuste, avvisa {{provider}}: il documento va rinnovato.',
    ],
  },
  'cert-hostname-mismatch': {
    title: 'Il server ha un altro nome',
    happened: 'Il server che ha risposto si presenta con un nome diverso da quello cercato.',
    steps: [
      'Mostra i dettagli al tecnico: lì si legge il nome giusto.',
      'Corretto il nome del server, prova di nuovo.',
    ],
  },
  'cert-untrusted': {
    title: 'Non so chi è questo server',
    happened: 'Il server di posta mostra un documento che nessuno di fidato ha firmato.',
    steps: [
      'Se il computer ha un antivirus che legge la posta, chiedi al tecnico di spegnere quella parte.',
      'Se il server è dello studio, il tecnico può aggiungere la sua firma tra quelle fidate.',
      'Poi prova di nuovo.',
    ],
  },
  'tls-protocol-too-old': {
    title: 'Il server usa una protezione troppo vecchia',
    happened: 'Il server e questo computer non hanno un modo sicuro in comune per parlarsi.',
    steps: [
      'Chiedi a {{provider}} se c’è un server più recente.',
      'Scrivi i nuovi dati con il tecnico e prova di nuovo.',
    ],
  },
  'wrong-credentials': {
    title: 'La password non è stata accettata',
    happened: '{{provider}} non riconosce l’indirizzo {{address}} con questa password.',
    steps: [
      'Entra nella casella dal sito di {{provider}} con la stessa password.',
      'Se non entri, cambia lì la password.',
      'Torna qui e scrivi la password che funziona.',
    ],
  },
  'app-password-required': {
    title: 'Serve una password per le app',
    happened: '{{provider}} non accetta la password di sempre: ne vuole una fatta per i programmi.',
    steps: [
      'Apri la pagina della sicurezza nel sito di {{provider}}.',
      'Accendi la verifica in due passaggi, se è spenta.',
      'Crea una password per le app e copiala.',
      'Torna qui e incolla la nuova password.',
    ],
  },
  'oauth-required': {
    title: 'Questa casella non accetta password',
    happened: '{{provider}} non lascia più spedire con una password da programmi come la cartella.',
    steps: [
      'Non serve cambiare password: non cambierebbe il risultato.',
      'Scegli un’altra casella, oppure Mail Plus.',
    ],
  },
  'smtp-access-disabled': {
    title: 'La casella non permette l’uso da altri programmi',
    happened: '{{provider}} tiene spenta la spedizione da altri programmi finché non la accendi.',
    steps: [
      'Entra nella casella dal sito di {{provider}}.',
      'Nelle impostazioni, cerca la posta da altri programmi e accendila.',
      'Aspetta qualche minuto, poi torna qui e prova di nuovo.',
    ],
  },
  'account-locked-or-suspended': {
    title: 'La casella è bloccata',
    happened: '{{provider}} ha fermato questa casella per prudenza.',
    steps: [
      'Entra nella casella dal sito di {{provider}} e leggi gli avvisi.',
      'Segui le richieste di verifica. Se servono, cambia la password.',
      'Quando la casella è di nuovo libera, prova ancora.',
    ],
  },
  'auth-mechanism-unsupported': {
    title: 'Il server non chiede la password nel modo previsto',
    happened: 'Qui il server non accetta l’ingresso con indirizzo e password.',
    steps: [
      'Mostra i dettagli al tecnico: forse c’è un altro server per spedire.',
      'Corretti i dati, prova di nuovo.',
    ],
  },
  'auth-temporarily-unavailable': {
    title: 'Adesso il server non controlla le password',
    happened: 'Il server di posta ha un problema suo. La tua password può essere giusta.',
    steps: ['Non cambiare niente.', 'Aspetta {{minutes}}\u00a0minuti e prova di nuovo.'],
  },
};
