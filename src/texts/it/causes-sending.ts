/** Why the server let us in and did not take the message, and what networks do. */
export const sendingCauses = {
  'sender-not-owned': {
    title: 'La casella non può usare questo indirizzo',
    happened: 'Il server lascia spedire solo con un indirizzo che appartiene a questa casella.',
    steps: [
      'Controlla che l’indirizzo {{address}} sia scritto come nella casella.',
      'Se è un secondo indirizzo, aggiungilo prima nel sito di {{provider}}.',
      'Correggi l’indirizzo e prova di nuovo.',
    ],
  },
  'sender-domain-rejected': {
    title: 'L’indirizzo del mittente non è valido',
    happened: 'Il server non trova ciò che nel tuo indirizzo viene dopo la chiocciola.',
    steps: [
      'Rileggi l’indirizzo {{address}} lettera per lettera.',
      'Se è giusto, mostra i dettagli al tecnico.',
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
      'Aspetta {{minutes}}\u00a0minuti e prova di nuovo.',
    ],
  },
  'daily-quota-exceeded': {
    title: 'Le email di oggi sono finite',
    happened: 'La casella ha raggiunto il numero di email che {{provider}} permette in un giorno.',
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
    title: 'Il messaggio è stato preso per spam',
    happened: 'Un filtro ha rifiutato il messaggio per quello che contiene.',
    steps: [
      'Aspetta un’ora, poi prova di nuovo.',
      'Se succede ancora, avvisa {{provider}} e mostra i dettagli.',
    ],
  },
  'dmarc-alignment-failed': {
    title: 'L’indirizzo non è protetto come si deve',
    happened: 'Chi riceve non ha potuto controllare che il messaggio sia davvero tuo.',
    steps: [
      'Usa il server di posta di {{provider}}, non un altro.',
      'Se l’indirizzo è dello studio, il tecnico deve completare le sue firme.',
      'Poi prova di nuovo.',
    ],
  },
  'message-too-big': {
    title: 'Il messaggio è troppo grande',
    happened: 'Il server non accetta messaggi di questa misura.',
    steps: ['Togli o riduci gli allegati.', 'Poi spedisci di nuovo.'],
  },
  greylisted: {
    title: 'Il server chiede di riprovare più tardi',
    happened: 'Chi riceve rimanda i nuovi mittenti e li accetta al secondo tentativo.',
    steps: ['Non cambiare niente.', 'Aspetta {{minutes}}\u00a0minuti e prova di nuovo.'],
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
      'Aspetta {{minutes}}\u00a0minuti e prova di nuovo.',
      'Se dura più di un giorno, chiama {{provider}}.',
    ],
  },
  'server-permanent-failure': {
    title: 'Il server ha rifiutato',
    happened: 'Il server di posta ha detto di no, e la sua risposta non spiega bene il perché.',
    steps: [
      'Copia i dettagli e mostrali al tecnico o a {{provider}}.',
      'Per un aiuto con Mittente chiama il {{callCentre}}.',
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
};
