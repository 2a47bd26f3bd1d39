/** The messages that leave the program: the test message and the request for Mail Plus. */
export const mail = {
  test: {
    subject: 'Prova della casella {{address}}',
    text: 'Buongiorno,\n\nquesto è un messaggio di prova. Lo ha spedito Mittente dal computer dello studio, con la casella {{address}}.\n\nServe a verificare che le ricette possano partire da questa casella. Non devi rispondere e puoi cancellarlo.\n\nMittente di: {{name}}\nData della prova: {{date}}\n',
  },
  mailPlusRequest: {
    /** A line of the letter, for a doctor who had an address. */
    current: 'Indirizzo usato finora: {{address}}\n',
    subject: 'Richiesta di Mail Plus per {{name}}',
    text: 'Buongiorno,\n\nvorrei attivare Mail Plus per spedire le ricette dalla cartella clinica.\n\nMedico: {{name}}\nCodice nella cartella: {{id}}\n{{current}}\nResto in attesa delle credenziali (indirizzo e password) e delle istruzioni.\n\nGrazie e buon lavoro.\n{{name}}\n',
  },
};
