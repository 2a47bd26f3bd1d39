/**
 * Why a test failed, in a doctor's words: `happened` is one sentence, `steps` one action each.
 * `experiments`: the simple test that decides, where the server's words leave two or three doors
 * open. `fallback` and `return` fill in what is not known and what comes after a provider's steps.
 */
export const diagnosis = {
  fallback: {
    provider: 'chi gestisce la tua casella',
    product: 'il tuo antivirus',
    address: 'la tua casella',
  },
  return: {
    password: 'Torna qui e scrivi la nuova password.',
    retry: 'Torna qui e prova di nuovo.',
  },
  causes: {
    'dns-not-found': {
      title: 'Il server di posta non si trova',
      happened:
        'Il nome del server che ho cercato non esiste, o è scritto con una lettera diversa.',
      steps: [
        'Rileggi il tuo indirizzo, soprattutto quello che viene dopo la chiocciola.',
        'Correggilo se serve, poi prova di nuovo.',
      ],
    },
    'dns-temporary': {
      title: 'La rete non trova i nomi dei siti',
      happened: 'La rete dello studio adesso non riesce a cercare il server di posta.',
      steps: [
        'Apri un sito che non visiti spesso e guarda se si vede.',
        'Se non si vede, spegni e riaccendi il modem.',
        'Dopo {{minutes}} minuti prova di nuovo.',
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
        'Aspetta {{minutes}} minuti e prova di nuovo.',
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
      happened: 'Senza protezione la tua password sarebbe leggibile, quindi mi sono fermato.',
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
      happened: '{{provider}} non riconosce insieme l’indirizzo {{address}} e questa password.',
      steps: [
        'Entra nella casella dal sito di {{provider}} con la stessa password.',
        'Se non entri, cambia lì la password.',
        'Torna qui e scrivi la password che funziona.',
      ],
    },
    'app-password-required': {
      title: 'Serve una password per le app',
      happened:
        '{{provider}} non accetta la password di sempre: ne vuole una fatta per i programmi.',
      steps: [
        'Apri la pagina della sicurezza nel sito di {{provider}}.',
        'Accendi la verifica in due passaggi, se è spenta.',
        'Crea una password per le app e copiala.',
        'Torna qui e incolla la nuova password.',
      ],
    },
    'oauth-required': {
      title: 'Questa casella non accetta password',
      happened:
        '{{provider}} non lascia più spedire con una password dai programmi come la cartella.',
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
      steps: ['Non cambiare niente.', 'Aspetta {{minutes}} minuti e prova di nuovo.'],
    },
    'sender-not-owned': {
      title: 'La casella non può usare questo indirizzo',
      happened: 'Il server lascia spedire solo con un indirizzo che appartiene a questa casella.',
      steps: [
        'Controlla che {{address}} sia scritto come nella casella.',
        'Se è un secondo indirizzo, aggiungilo prima nel sito di {{provider}}.',
        'Correggi l’indirizzo e prova di nuovo.',
      ],
    },
    'sender-domain-rejected': {
      title: 'L’indirizzo del mittente non è valido',
      happened: 'Il server non trova ciò che nel tuo indirizzo viene dopo la chiocciola.',
      steps: [
        'Rileggi l’indirizzo {{address}} lettera per lettera.',
        'Se è giusto, chiedi al tecnico di guardare il dominio.',
        'Poi prova di nuovo.',
      ],
    },
    'recipient-rejected': {
      title: 'L’indirizzo di chi riceve non va',
      happened: 'Il server dice che la casella di chi riceve non esiste o non accetta posta.',
      steps: ['Rileggi l’indirizzo di chi riceve.', 'Correggilo e prova di nuovo.'],
    },
    'relay-denied': {
      title: 'Questo server non spedisce per te',
      happened: 'Il server non manda fuori la posta di questa casella.',
      steps: [
        'Mostra i dettagli al tecnico: il server per spedire è un altro.',
        'Corretto il server, prova di nuovo.',
      ],
    },
    'rate-limited': {
      title: 'Troppe email in poco tempo',
      happened: '{{provider}} chiede di spedire più piano.',
      steps: [
        'Per ora non spedire altre email da questa casella.',
        'Aspetta {{minutes}} minuti e prova di nuovo.',
      ],
    },
    'daily-quota-exceeded': {
      title: 'Le email di oggi sono finite',
      happened:
        'La casella ha raggiunto il numero di email che {{provider}} permette in un giorno.',
      steps: [
        'Aspetta domani: il conto riparte da solo.',
        'Se succede spesso, scegli una casella con un limite più alto, oppure Mail Plus.',
      ],
    },
    'mailbox-full': {
      title: 'Una casella è piena',
      happened: 'Nella casella che riceve non c’è più spazio.',
      steps: [
        'Se è la tua, entra dal sito di {{provider}} e cancella i messaggi grandi.',
        'Svuota anche il cestino, poi prova di nuovo.',
      ],
    },
    'ip-blocklisted': {
      title: 'La rete da cui spedisci è in una lista nera',
      happened: 'Il server non accetta posta dalla rete che stai usando.',
      steps: [
        'Spegni e riaccendi il modem dello studio.',
        'Se non basta, chiedi al tecnico di mostrare i dettagli a chi ti dà la linea.',
        'Poi prova di nuovo.',
      ],
    },
    'content-rejected-as-spam': {
      title: 'Il messaggio è stato preso per pubblicità',
      happened: 'Un filtro ha rifiutato il messaggio per quello che contiene.',
      steps: [
        'Aspetta un’ora, poi prova di nuovo.',
        'Se succede ancora, avvisa {{provider}} e mostra i dettagli.',
      ],
    },
    'dmarc-alignment-failed': {
      title: 'L’indirizzo non è protetto come si deve',
      happened:
        'Chi riceve non ha potuto verificare che il messaggio venga davvero dal tuo indirizzo.',
      steps: [
        'Usa il server di posta di {{provider}}, non un altro.',
        'Se il dominio è tuo, il tecnico deve completare le sue firme.',
        'Poi prova di nuovo.',
      ],
    },
    'message-too-big': {
      title: 'Il messaggio è troppo grande',
      happened: 'Il server non accetta messaggi di questa misura.',
      steps: ['Togli o riduci gli allegati.', 'Poi spedisci di nuovo.'],
    },
    greylisted: {
      title: 'Il server chiede di ripassare',
      happened: 'Chi riceve rimanda i nuovi mittenti e li accetta al secondo tentativo.',
      steps: ['Non cambiare niente.', 'Aspetta {{minutes}} minuti e prova di nuovo.'],
    },
    'ehlo-rejected': {
      title: 'Il server non accetta il saluto',
      happened: 'Al server non piace il nome con cui si presenta questo computer.',
      steps: [
        'Mostra i dettagli al tecnico: il nome del computer va sistemato.',
        'Poi prova di nuovo.',
      ],
    },
    'server-temporary-failure': {
      title: 'Il server di posta ha un problema passeggero',
      happened: 'Il server di {{provider}} adesso non riesce a lavorare.',
      steps: [
        'Non cambiare niente.',
        'Aspetta {{minutes}} minuti e prova di nuovo.',
        'Se dura più di un giorno, chiama {{provider}}.',
      ],
    },
    'server-permanent-failure': {
      title: 'Il server ha rifiutato',
      happened: 'Il server di posta ha detto di no, e la sua risposta non spiega bene il perché.',
      steps: [
        'Copia i dettagli e mostrali al tecnico o a {{provider}}.',
        'Se ti serve aiuto, chiama il {{callCentre}}.',
      ],
    },
    'oauth-token-expired-or-invalid': {
      title: 'Il permesso di spedire è scaduto',
      happened: '{{provider}} aveva dato un permesso a tempo, che ora non vale più.',
      steps: [
        'Entra di nuovo con il tuo account nel programma che spedisce.',
        'Conferma il permesso e prova di nuovo.',
      ],
    },
    'auth-missing': {
      title: 'Il server vuole sapere chi sei',
      happened: 'Il server chiede indirizzo e password, ma il programma non li ha mandati.',
      steps: [
        'Chiedi al tecnico di accendere l’accesso con password per la posta in uscita.',
        'Scrivi indirizzo e password, poi prova di nuovo.',
      ],
    },
    'smtp-redirected-by-network': {
      title: 'Ha risposto il server sbagliato',
      happened: 'La rete ti manda a un altro server, non a quello di {{provider}}.',
      steps: [
        'Prova con un’altra rete, per esempio quella del telefono.',
        'Se lì funziona, chiedi a chi ti dà la linea di togliere il dirottamento.',
        'Poi prova di nuovo.',
      ],
    },
  },
  experiments: {
    'port-blocked-or-timeout':
      'Apri un sito qualsiasi: se si vede, la rete c’è ed è ferma solo la posta.',
    'connection-dropped': 'Prova ancora una volta adesso: se funziona, era solo un momento.',
    'tls-wrong-mode': 'Prova l’altro modo: se passa, era questo.',
    'tls-intercepted':
      'Spegni per un minuto il controllo della posta nell’antivirus: se passa, era quello.',
    'wrong-credentials':
      'Entra nella casella dal sito con questa password: se entri, la password è giusta.',
    'app-password-required':
      'Guarda la password che hai scritto: quella per le app ha di solito 16 lettere e non l’hai scelta tu.',
    'smtp-access-disabled':
      'Entra nella casella dal sito con questa password: se entri, manca solo il permesso per gli altri programmi.',
    'account-locked-or-suspended': 'Entra nella casella dal sito: se è bloccata, lo leggi subito.',
    'smtp-redirected-by-network':
      'Prova con la rete del telefono: se funziona, è la rete dello studio.',
    'auth-temporarily-unavailable':
      'Entra nella casella dal sito con questa password: se entri, il problema è del server.',
  },
};
