/** Wie die italienische Vorlage. */
export const diagnosis = {
  fallback: {
    provider: 'der E-Mail-Anbieter',
    product: 'Dein Virenschutz',
    address: 'dein Postfach',
  },
  return: {
    password: 'Komm hierher zurück und gib das neue Passwort ein.',
    retry: 'Komm hierher zurück und versuche es noch einmal.',
  },
  causes: {
    'dns-not-found': {
      title: 'Der Mailserver ist nicht zu finden',
      happened: 'Den Namen des Servers gibt es nicht, oder ein Buchstabe ist anders.',
      steps: [
        'Lies deine Adresse noch einmal, vor allem nach dem At-Zeichen.',
        'Berichtige sie, wenn nötig, und versuche es noch einmal.',
      ],
    },
    'dns-temporary': {
      title: 'Das Netz findet gerade keine Namen',
      happened: 'Das Netz der Praxis kann den Mailserver im Moment nicht nachschlagen.',
      steps: [
        'Öffne eine Webseite, die du selten besuchst, und sieh, ob sie erscheint.',
        'Wenn nicht, schalte das Modem aus und wieder ein.',
        'Versuche es nach {{minutes}} Minuten noch einmal.',
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
      happened: 'Der angerufene Computer ist da, nimmt aber von hier keine E-Mail an.',
      steps: [
        'Zeig die Einzelheiten der Technik: Vielleicht sind die Serverdaten zu berichtigen.',
        'Wenn sie stimmen, versuche es noch einmal.',
      ],
    },
    'connection-dropped': {
      title: 'Die Verbindung ist abgebrochen',
      happened: 'Der Mailserver hat die Verbindung vor dem Ende geschlossen.',
      steps: [
        'Warte {{minutes}} Minuten und versuche es noch einmal.',
        'Wenn es wieder geschieht, bitte die Technik, Virenschutz und Netz anzusehen.',
      ],
    },
    'not-smtp': {
      title: 'Ein anderes Programm hat geantwortet',
      happened: 'Was geantwortet hat, ist kein Server, der E-Mail verschickt.',
      steps: [
        'Zeig die Einzelheiten der Technik: Die Serverdaten sind zu berichtigen.',
        'Wenn sie stimmen, versuche es noch einmal.',
      ],
    },
    'tls-wrong-mode': {
      title: 'Die Verbindung wird anders geschützt',
      happened: 'Der Server will die Verbindung auf eine andere Art schützen als wir.',
      steps: [
        'Versuche die andere Art: Meistens genügt das.',
        'Wenn es nicht geht, zeig die Einzelheiten der Technik.',
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
        'Zeig die Einzelheiten der Technik: Dort steht der richtige Name.',
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
      happened: 'Der Server und dieser Computer haben keine sichere Art gemeinsam, zu sprechen.',
      steps: [
        'Frag den Anbieter nach einem neueren Server.',
        'Trag die neuen Daten mit der Technik ein und versuche es noch einmal.',
      ],
    },
    'wrong-credentials': {
      title: 'Das Passwort wurde nicht angenommen',
      happened: '{{provider}} kennt die Adresse {{address}} zusammen mit diesem Passwort nicht.',
      steps: [
        'Melde dich auf der Webseite des Anbieters mit demselben Passwort an.',
        'Wenn das nicht geht, ändere dort das Passwort.',
        'Komm hierher zurück und gib das Passwort ein, das geht.',
      ],
    },
    'app-password-required': {
      title: 'Es braucht ein App-Passwort',
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
      happened: '{{provider}} lässt Programme nicht mehr mit einem Passwort senden.',
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
        'Zeig die Einzelheiten der Technik: Vielleicht gibt es einen anderen Server zum Senden.',
        'Wenn die Daten berichtigt sind, versuche es noch einmal.',
      ],
    },
    'auth-temporarily-unavailable': {
      title: 'Der Server kann gerade keine Passwörter prüfen',
      happened: 'Der Mailserver hat ein eigenes Problem. Dein Passwort kann richtig sein.',
      steps: ['Ändere nichts.', 'Warte {{minutes}} Minuten und versuche es noch einmal.'],
    },
    'sender-not-owned': {
      title: 'Das Postfach darf diese Adresse nicht benutzen',
      happened: 'Der Server lässt nur mit einer Adresse senden, die zu diesem Postfach gehört.',
      steps: [
        'Prüfe, ob {{address}} so geschrieben ist wie im Postfach.',
        'Ist es eine zweite Adresse, trag sie zuerst auf der Webseite des Anbieters ein.',
        'Berichtige die Adresse und versuche es noch einmal.',
      ],
    },
    'sender-domain-rejected': {
      title: 'Die Absenderadresse ist nicht gültig',
      happened: 'Der Server findet nicht, was in deiner Adresse nach dem At-Zeichen steht.',
      steps: [
        'Lies die Adresse {{address}} Buchstabe für Buchstabe.',
        'Wenn sie stimmt, bitte die Technik, die Domain anzusehen.',
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
      happened: 'Der Server trägt die E-Mail dieses Postfachs nicht nach außen.',
      steps: [
        'Zeig die Einzelheiten der Technik: Zum Senden dient ein anderer Server.',
        'Wenn der Server berichtigt ist, versuche es noch einmal.',
      ],
    },
    'rate-limited': {
      title: 'Zu viele E-Mails in kurzer Zeit',
      happened: '{{provider}} bittet dich, langsamer zu senden.',
      steps: [
        'Sende vorerst keine weitere E-Mail aus diesem Postfach.',
        'Warte {{minutes}} Minuten und versuche es noch einmal.',
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
        'Wenn das nicht genügt, soll die Technik die Einzelheiten dem Anbieter des Anschlusses zeigen.',
        'Versuche es dann noch einmal.',
      ],
    },
    'content-rejected-as-spam': {
      title: 'Die Nachricht wurde für Werbung gehalten',
      happened: 'Ein Filter hat die Nachricht wegen ihres Inhalts abgelehnt.',
      steps: [
        'Warte eine Stunde und versuche es noch einmal.',
        'Wenn es wieder geschieht, gib dem Anbieter Bescheid und zeig die Einzelheiten.',
      ],
    },
    'dmarc-alignment-failed': {
      title: 'Die Adresse ist nicht so geschützt, wie sie sollte',
      happened:
        'Der Empfänger konnte nicht prüfen, ob die Nachricht wirklich von deiner Adresse kommt.',
      steps: [
        'Benutze den Mailserver deines Anbieters und keinen anderen.',
        'Wenn die Domain dir gehört, muss die Technik ihre Signaturen vervollständigen.',
        'Versuche es dann noch einmal.',
      ],
    },
    'message-too-big': {
      title: 'Die Nachricht ist zu groß',
      happened: 'Der Server nimmt Nachrichten dieser Größe nicht an.',
      steps: ['Entferne oder verkleinere die Anhänge.', 'Sende dann noch einmal.'],
    },
    greylisted: {
      title: 'Der Server bittet, wiederzukommen',
      happened: 'Der Empfänger weist neue Absender einmal ab und nimmt sie beim zweiten Mal an.',
      steps: ['Ändere nichts.', 'Warte {{minutes}} Minuten und versuche es noch einmal.'],
    },
    'ehlo-rejected': {
      title: 'Der Server nimmt die Begrüßung nicht an',
      happened: 'Dem Server gefällt der Name nicht, den dieser Computer nennt.',
      steps: [
        'Zeig die Einzelheiten der Technik: Der Name des Computers ist zu berichtigen.',
        'Versuche es dann noch einmal.',
      ],
    },
    'server-temporary-failure': {
      title: 'Der Mailserver hat ein vorübergehendes Problem',
      happened: 'Der Mailserver kann im Moment nicht arbeiten.',
      steps: [
        'Ändere nichts.',
        'Warte {{minutes}} Minuten und versuche es noch einmal.',
        'Dauert es länger als einen Tag, ruf den Anbieter an.',
      ],
    },
    'server-permanent-failure': {
      title: 'Der Server hat abgelehnt',
      happened: 'Der Mailserver hat nein gesagt, und seine Antwort erklärt nicht gut, warum.',
      steps: [
        'Kopiere die Einzelheiten und zeig sie der Technik oder dem Anbieter.',
        'Wenn du Hilfe brauchst, ruf {{callCentre}} an.',
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
  },
  experiments: {
    'port-blocked-or-timeout':
      'Öffne eine Webseite: Wenn sie erscheint, geht das Netz und nur die E-Mail hängt.',
    'connection-dropped': 'Versuche es gleich noch einmal: Wenn es geht, war es nur ein Moment.',
    'tls-wrong-mode': 'Versuche die andere Art: Wenn es geht, war es das.',
    'tls-intercepted':
      'Schalte die E-Mail-Prüfung des Virenschutzes kurz aus: Wenn es geht, war es das.',
    'wrong-credentials':
      'Melde dich auf der Webseite mit diesem Passwort an: Wenn es geht, ist das Passwort richtig.',
    'app-password-required':
      'Sieh auf das eingegebene Passwort: Ein App-Passwort hat meist 16 Buchstaben, die du nicht selbst gewählt hast.',
    'smtp-access-disabled':
      'Melde dich auf der Webseite mit diesem Passwort an: Wenn es geht, fehlt nur die Erlaubnis für andere Programme.',
    'account-locked-or-suspended':
      'Melde dich auf der Webseite an: Wenn das Postfach gesperrt ist, steht es dort gleich.',
    'smtp-redirected-by-network':
      'Versuche es mit dem Netz des Telefons: Wenn es geht, liegt es am Netz der Praxis.',
    'auth-temporarily-unavailable':
      'Melde dich auf der Webseite mit diesem Passwort an: Wenn es geht, liegt es am Server.',
  },
};
