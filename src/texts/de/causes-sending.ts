/** Why the server let us in and did not take the message, and what networks do. */
export const sendingCauses = {
  'sender-not-owned': {
    title: 'Das Postfach darf diese Adresse nicht benutzen',
    happened: 'Der Server lässt nur mit einer Adresse senden, die zu diesem Postfach gehört.',
    steps: [
      'Prüfe, ob die Adresse {{address}} so geschrieben ist wie im Postfach.',
      'Ist es eine zweite Adresse, trag sie zuerst auf der Webseite des Anbieters ein.',
      'Berichtige die Adresse und versuche es noch einmal.',
    ],
  },
  'sender-domain-rejected': {
    title: 'Die Absenderadresse ist nicht gültig',
    happened: 'Der Server findet nicht, was in deiner Adresse nach dem At-Zeichen steht.',
    steps: [
      'Lies die Adresse {{address}} Buchstabe für Buchstabe.',
      'Wenn sie stimmt, zeig der Technik die Details.',
      'Versuche es dann noch einmal.',
    ],
  },
  'recipient-rejected': {
    title: 'Die Adresse des Empfängers geht nicht',
    happened:
      'Der Server sagt, dass es das Postfach des Empfängers nicht gibt oder dass es nichts annimmt.',
    steps: [
      'Lies die Adresse des Empfängers noch einmal.',
      'Berichtige sie und versuche es noch einmal.',
    ],
  },
  'relay-denied': {
    title: 'Dieser Server sendet nicht für dich',
    happened: 'Der Server schickt die E-Mail dieses Postfachs nicht nach außen.',
    steps: [
      'Zeig die Details der Technik: Zum Senden dient ein anderer Server.',
      'Wenn der Server berichtigt ist, versuche es noch einmal.',
    ],
  },
  'rate-limited': {
    title: 'Zu viele E-Mails in kurzer Zeit',
    happened: '{{provider}} bittet dich, langsamer zu senden.',
    steps: [
      'Sende vorerst keine weitere E-Mail aus diesem Postfach.',
      'Warte {{minutes}}\u00a0Minuten und versuche es noch einmal.',
    ],
  },
  'daily-quota-exceeded': {
    title: 'Die E-Mails für heute sind aufgebraucht',
    happened: 'Das Postfach hat die Zahl der E-Mails erreicht, die an einem Tag erlaubt sind.',
    steps: [
      'Warte bis morgen: Die Zählung beginnt von selbst neu.',
      'Wenn es oft vorkommt, wähle ein Postfach mit mehr Spielraum oder Mail Plus.',
    ],
  },
  'mailbox-full': {
    title: 'Ein Postfach ist voll',
    happened: 'Im empfangenden Postfach ist kein Platz mehr.',
    steps: [
      'Ist es deines, lösche auf der Webseite des Anbieters große Nachrichten.',
      'Leere auch den Papierkorb und versuche es noch einmal.',
    ],
  },
  'ip-blocklisted': {
    title: 'Das Netz, aus dem du sendest, steht auf einer Sperrliste',
    happened: 'Der Server nimmt aus dem Netz, das du benutzt, keine E-Mail an.',
    steps: [
      'Schalte das Modem der Praxis aus und wieder ein.',
      'Wenn das nicht genügt, soll die Technik die Details dem Anbieter des Anschlusses zeigen.',
      'Versuche es dann noch einmal.',
    ],
  },
  'content-rejected-as-spam': {
    title: 'Die Nachricht wurde für Spam gehalten',
    happened: 'Ein Filter hat die Nachricht wegen ihres Inhalts abgelehnt.',
    steps: [
      'Warte eine Stunde und versuche es noch einmal.',
      'Wenn es wieder geschieht, gib dem Anbieter Bescheid und zeig die Details.',
    ],
  },
  'dmarc-alignment-failed': {
    title: 'Die Adresse ist nicht so geschützt, wie sie sein sollte',
    happened:
      'Der Empfänger konnte nicht prüfen, ob die Nachricht wirklich von deiner Adresse kommt.',
    steps: [
      'Benutze den Mailserver deines Anbieters und keinen anderen.',
      'Wenn die Adresse der Praxis gehört, muss die Technik ihre Signaturen vervollständigen.',
      'Versuche es dann noch einmal.',
    ],
  },
  'message-too-big': {
    title: 'Die Nachricht ist zu groß',
    happened: 'Der Server nimmt Nachrichten dieser Größe nicht an.',
    steps: ['Entferne oder verkleinere die Anhänge.', 'Sende dann noch einmal.'],
  },
  greylisted: {
    title: 'Der Server bittet um einen späteren Versuch',
    happened: 'Der Empfänger weist neue Absender einmal ab und nimmt sie beim zweiten Mal an.',
    steps: ['Ändere nichts.', 'Warte {{minutes}}\u00a0Minuten und versuche es noch einmal.'],
  },
  'ehlo-rejected': {
    title: 'Der Server nimmt die Begrüßung nicht an',
    happened: 'Dem Server gefällt der Name nicht, den dieser Computer nennt.',
    steps: [
      'Zeig die Details der Technik: Der Name des Computers ist zu berichtigen.',
      'Versuche es dann noch einmal.',
    ],
  },
  'server-temporary-failure': {
    title: 'Der Mailserver hat ein vorübergehendes Problem',
    happened: 'Der Mailserver kann im Moment nicht arbeiten.',
    steps: [
      'Ändere nichts.',
      'Warte {{minutes}}\u00a0Minuten und versuche es noch einmal.',
      'Dauert es länger als einen Tag, ruf den Anbieter an.',
    ],
  },
  'server-permanent-failure': {
    title: 'Der Server hat abgelehnt',
    happened: 'Der Mailserver hat nein gesagt, und seine Antwort erklärt nicht gut, warum.',
    steps: [
      'Kopiere die Details und zeig sie der Technik oder dem Anbieter.',
      'Für Hilfe mit Mittente ruf {{callCentre}} an.',
    ],
  },
  'oauth-token-expired-or-invalid': {
    title: 'Die Erlaubnis zu senden ist abgelaufen',
    happened: '{{provider}} hatte eine Erlaubnis auf Zeit gegeben, die nicht mehr gilt.',
    steps: [
      'Melde dich in dem Programm, das sendet, neu mit deinem Konto an.',
      'Bestätige die Erlaubnis und versuche es noch einmal.',
    ],
  },
  'auth-missing': {
    title: 'Der Server will wissen, wer du bist',
    happened: 'Der Server verlangt Adresse und Passwort, das Programm hat sie nicht genannt.',
    steps: [
      'Bitte die Technik, die Anmeldung für ausgehende E-Mail einzuschalten.',
      'Gib Adresse und Passwort ein und versuche es noch einmal.',
    ],
  },
  'smtp-redirected-by-network': {
    title: 'Der falsche Server hat geantwortet',
    happened: 'Das Netz führt dich zu einem anderen Server als dem gewünschten.',
    steps: [
      'Versuche es mit einem anderen Netz, zum Beispiel dem des Telefons.',
      'Geht es dort, bitte den Anbieter des Anschlusses, die Umleitung aufzuheben.',
      'Versuche es dann noch einmal.',
    ],
  },
};
