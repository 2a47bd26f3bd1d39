/** Why the server could not be reached or did not let us in. */
export const connectionCauses = {
  'dns-not-found': {
    title: 'Der Mailserver ist nicht zu finden',
    happened: 'Den Namen des Servers gibt es nicht, oder ein Buchstabe ist anders.',
    steps: [
      'Lies deine Adresse noch einmal, vor allem nach dem At-Zeichen.',
      'Berichtige sie, wenn nötig, und versuche es noch einmal.',
    ],
  },
  'dns-temporary': {
    title: 'Das Netz findet die Namen der Webseiten nicht',
    happened: 'Das Netz der Praxis kann den Mailserver im Moment nicht nachschlagen.',
    steps: [
      'Öffne eine Webseite, die du selten besuchst, und sieh, ob sie erscheint.',
      'Wenn nicht, schalte das Modem aus und wieder ein.',
      'Versuche es nach {{minutes}}\u00a0Minuten noch einmal.',
    ],
  },
  'no-network': {
    title: 'Der Computer ist nicht im Netz',
    happened: 'Der Computer kommt nicht ins Internet.',
    steps: [
      'Prüfe das Netzkabel oder das WLAN.',
      'Öffne eine Webseite. Wenn das Netz eine Anmeldung verlangt, führe sie aus.',
      'Wenn die Seite erscheint, versuche es noch einmal.',
    ],
  },
  'port-blocked-or-timeout': {
    title: 'Der Mailserver antwortet nicht',
    happened: 'Ich habe angeklopft, aber durch das Netz der Praxis kommt keine Antwort.',
    steps: [
      'Wenn du ein VPN benutzt, schalte es aus und versuche es noch einmal.',
      'Versuche es mit dem Netz des Telefons: Geht es dort, sperrt das Netz der Praxis die E-Mail.',
      'Bitte die Technik, ausgehende E-Mail durchzulassen.',
    ],
  },
  'connection-refused': {
    title: 'Der Server hat sofort geschlossen',
    happened: 'Der gesuchte Computer ist da, nimmt aber von hier keine E-Mail an.',
    steps: [
      'Zeig die Details der Technik: Vielleicht sind die Serverdaten zu berichtigen.',
      'Wenn sie stimmen, versuche es noch einmal.',
    ],
  },
  'connection-dropped': {
    title: 'Die Verbindung ist abgebrochen',
    happened: 'Der Mailserver hat die Verbindung vor dem Ende geschlossen.',
    steps: [
      'Warte {{minutes}}\u00a0Minuten und versuche es noch einmal.',
      'Wenn es wieder geschieht, bitte die Technik, Virenschutz und Netz anzusehen.',
    ],
  },
  'not-smtp': {
    title: 'Ein anderes Programm hat geantwortet',
    happened: 'Was geantwortet hat, ist kein Server, der E-Mail verschickt.',
    steps: [
      'Zeig die Details der Technik: Die Serverdaten sind zu berichtigen.',
      'Wenn sie stimmen, versuche es noch einmal.',
    ],
  },
  'tls-wrong-mode': {
    title: 'Die Verbindung wird anders geschützt',
    happened: 'Der Server will die Verbindung auf eine andere Art schützen als wir.',
    steps: [
      'Versuche die andere Art: Meistens genügt das.',
      'Wenn es nicht geht, zeig die Details der Technik.',
    ],
  },
  'tls-not-offered': {
    title: 'Der Server bietet keine geschützte Verbindung',
    happened: 'Ohne Schutz wäre dein Passwort unterwegs lesbar, deshalb habe ich angehalten.',
    steps: [
      'Frag die Technik nach einem anderen Server mit geschützter Verbindung.',
      'Gibt es keinen, wähle ein anderes Postfach.',
    ],
  },
  'tls-intercepted': {
    title: 'Ein Programm steht dazwischen',
    happened: '{{product}} liest ausgehende E-Mail und steht zwischen dir und dem Mailserver.',
    steps: [
      'Öffne mit der Technik die Einstellungen des Programms: {{product}}.',
      'Schalte nur die Prüfung ausgehender E-Mail aus. Der Rest kann an bleiben.',
      'Versuche es dann noch einmal.',
    ],
  },
  'cert-expired': {
    title: 'Der Ausweis des Servers ist abgelaufen',
    happened: 'Der Mailserver zeigt einen Ausweis, der heute nicht gilt.',
    steps: [
      'Sieh auf Datum und Uhrzeit des Computers. Wenn sie falsch sind, stell sie richtig und versuche es noch einmal.',
      'Wenn sie stimmen, gib dem Anbieter Bescheid: Der Ausweis muss erneuert werden.',
    ],
  },
  'cert-hostname-mismatch': {
    title: 'Der Server hat einen anderen Namen',
    happened: 'Der Server, der geantwortet hat, nennt sich anders als der gesuchte.',
    steps: [
      'Zeig die Details der Technik: Dort steht der richtige Name.',
      'Wenn der Servername berichtigt ist, versuche es noch einmal.',
    ],
  },
  'cert-untrusted': {
    title: 'Ich weiß nicht, wer dieser Server ist',
    happened: 'Der Mailserver zeigt einen Ausweis, den niemand Vertrautes unterschrieben hat.',
    steps: [
      'Wenn ein Virenschutz die E-Mail liest, bitte die Technik, diesen Teil auszuschalten.',
      'Wenn der Server der Praxis gehört, kann die Technik seine Unterschrift als vertraut eintragen.',
      'Versuche es dann noch einmal.',
    ],
  },
  'tls-protocol-too-old': {
    title: 'Der Schutz des Servers ist zu alt',
    happened: 'Der Server und dieser Computer haben keine sichere Sprache gemeinsam.',
    steps: [
      'Frag den Anbieter nach einem neueren Server.',
      'Trag die neuen Daten mit der Technik ein und versuche es noch einmal.',
    ],
  },
  'wrong-credentials': {
    title: 'Das Passwort wurde nicht angenommen',
    happened: '{{provider}} kennt die Adresse {{address}} mit diesem Passwort nicht.',
    steps: [
      'Melde dich auf der Webseite des Anbieters mit demselben Passwort an.',
      'Wenn das nicht geht, ändere dort das Passwort.',
      'Komm hierher zurück und gib das Passwort ein, das geht.',
    ],
  },
  'app-password-required': {
    title: 'Ein App-Passwort ist nötig',
    happened: '{{provider}} nimmt das gewohnte Passwort nicht an und will eines für Programme.',
    steps: [
      'Öffne auf der Webseite des Anbieters die Seite zur Sicherheit.',
      'Schalte die Bestätigung in zwei Schritten ein, wenn sie aus ist.',
      'Erzeuge ein App-Passwort und kopiere es.',
      'Komm hierher zurück und füge das neue Passwort ein.',
    ],
  },
  'oauth-required': {
    title: 'Dieses Postfach nimmt keine Passwörter an',
    happened:
      '{{provider}} lässt Programme wie die Patientenakte nicht mehr mit einem Passwort senden.',
    steps: [
      'Das Passwort zu ändern hilft hier nicht.',
      'Wähle ein anderes Postfach oder Mail Plus.',
    ],
  },
  'smtp-access-disabled': {
    title: 'Das Postfach ist für andere Programme zu',
    happened: '{{provider}} lässt andere Programme erst senden, wenn du es einschaltest.',
    steps: [
      'Melde dich auf der Webseite des Anbieters im Postfach an.',
      'Such in den Einstellungen die E-Mail aus anderen Programmen und schalte sie ein.',
      'Warte ein paar Minuten, komm hierher zurück und versuche es noch einmal.',
    ],
  },
  'account-locked-or-suspended': {
    title: 'Das Postfach ist gesperrt',
    happened: '{{provider}} hat dieses Postfach aus Vorsicht angehalten.',
    steps: [
      'Melde dich auf der Webseite des Anbieters an und lies die Hinweise.',
      'Folge den Prüfungen. Ändere das Passwort, wenn es verlangt wird.',
      'Wenn das Postfach wieder frei ist, versuche es noch einmal.',
    ],
  },
  'auth-mechanism-unsupported': {
    title: 'Der Server fragt das Passwort anders ab',
    happened: 'Hier lässt der Server niemanden mit Adresse und Passwort ein.',
    steps: [
      'Zeig die Details der Technik: Vielleicht gibt es einen anderen Server zum Senden.',
      'Wenn die Daten berichtigt sind, versuche es noch einmal.',
    ],
  },
  'auth-temporarily-unavailable': {
    title: 'Der Server kann gerade keine Passwörter prüfen',
    happened: 'Der Mailserver hat ein eigenes Problem. Dein Passwort kann richtig sein.',
    steps: ['Ändere nichts.', 'Warte {{minutes}}\u00a0Minuten und versuche es noch einmal.'],
  },
};
