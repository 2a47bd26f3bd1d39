/** What went wrong with a file or the keychain. */
export const problems = {
  'file-missing': {
    title: 'Eine Datei fehlt',
    happened: 'Ich finde die Datei {{file}} nicht.',
    steps: [
      'Bitte die Technik, die Datei wieder an ihren Platz zu legen.',
      'Versuche es dann noch einmal.',
    ],
  },
  'file-unreadable': {
    title: 'Eine Datei lässt sich nicht öffnen',
    happened: 'Der Computer lässt mich die Datei {{file}} nicht lesen.',
    steps: [
      'Bitte die Technik, das Lesen dieser Datei zu erlauben.',
      'Versuche es dann noch einmal.',
    ],
  },
  'file-malformed': {
    title: 'Eine Datei ist nicht richtig lesbar',
    happened: 'In der Datei {{file}} steht etwas, das ich nicht verstehe.',
    steps: [
      'Zeig der Technik die Details unten: Dort steht, wo nachzusehen ist.',
      'Wenn die Datei in Ordnung ist, versuche es noch einmal.',
    ],
  },
  'file-not-writable': {
    title: 'Hier kann ich nicht speichern',
    happened: 'Der Computer lässt mich die Datei {{file}} nicht schreiben.',
    steps: [
      'Bitte die Technik, das Schreiben im Ordner dieser Datei zu erlauben.',
      'Speichere dann erneut.',
    ],
  },
  'file-is-folder': {
    title: 'Statt einer Datei ist da ein Ordner',
    happened: '{{file}} ist ein Ordner, hier braucht es eine Datei.',
    steps: [
      'Zeig der Technik die Details unten: Sie kann den Ordner verschieben oder den Pfad ändern.',
      'Versuche es dann noch einmal.',
    ],
  },
  'folder-missing': {
    title: 'Der Ordner für diese Datei fehlt',
    happened: 'Den Ordner, in den die Datei {{file}} gehört, gibt es nicht.',
    steps: [
      'Prüfe den Pfad in den Details unten oder zeig ihn der Technik.',
      'Speichere dann erneut.',
    ],
  },
  'file-busy': {
    title: 'Eine Datei ist in Gebrauch',
    happened: 'Ein anderes Programm benutzt gerade die Datei {{file}}.',
    steps: [
      'Wenn Mittente zweimal geöffnet ist, schließe das andere Fenster.',
      'Warte einige Sekunden und versuche es noch einmal.',
    ],
  },
  'disk-full': {
    title: 'Die Festplatte ist voll',
    happened: 'Für die Datei {{file}} ist kein Platz mehr.',
    steps: [
      'Schaffe etwas Platz, zum Beispiel indem du den Papierkorb des Computers leerst.',
      'Speichere dann erneut.',
    ],
  },
  'duplicate-id': {
    title: 'Zwei Ärzte haben denselben Code',
    happened: 'In der Datei {{file}} kommt derselbe Code zweimal vor.',
    steps: [
      'Zeig der Technik die Details unten: Dort steht der doppelte Code.',
      'Wenn die Codes verschieden sind, versuche es noch einmal.',
    ],
  },
  'value-not-writable': {
    title: 'Eine Angabe enthält ein Zeichen, das nicht passt',
    happened: 'Die Patientenakte kann eine der Angaben so, wie sie geschrieben ist, nicht lesen.',
    steps: [
      'Sieh dir den Namen des Absenders und die Adresse an, in den Details auch den Code des Arztes: Entferne Zeilenumbrüche und ungewöhnliche Zeichen.',
      'Speichere dann erneut.',
    ],
  },
  'keychain-missing': {
    title: 'Ich finde keinen Ort für das Passwort',
    happened:
      'Dieser Computer bietet keinen sicheren Ort für Passwörter, und ein Passwort wird nie in eine Datei geschrieben.',
    steps: [
      'Bitte die Technik, den Schlüsselbund dieses Computers einzurichten.',
      'Öffne Mittente dann wieder und mache hier weiter.',
    ],
  },
  'keychain-locked': {
    title: 'Der Schlüsselbund des Computers ist gesperrt',
    happened:
      'Der Ort, an dem der Computer Passwörter aufbewahrt, ist gesperrt. Ich kann ihn nicht lesen.',
    steps: [
      'Entsperre den Schlüsselbund: Meist öffnet ihn das Passwort, mit dem du dich am Computer anmeldest.',
      'Versuche es dann noch einmal.',
    ],
  },
  'keychain-refused': {
    title: 'Der Computer hat das Passwort nicht behalten',
    happened: 'Der Schlüsselbund des Computers hat das Passwort nicht angenommen.',
    steps: [
      'Starte den Computer neu und speichere erneut.',
      'Wenn es wieder geschieht, zeig der Technik die Details unten.',
    ],
  },
  'read-back-differs': {
    title: 'Das Speichern hat nicht geklappt',
    happened: 'Ich habe das eben Gespeicherte gelesen, und es war nicht gleich.',
    steps: ['Speichere erneut.', 'Wenn es wieder geschieht, zeig der Technik die Details unten.'],
  },
  about: {
    profile: 'Diese Datei sagt Mittente, wie es mit der Patientenakte spricht.',
    doctors: 'Das ist die Liste der Ärzte aus der Patientenakte.',
    senders: 'Das ist die Datei, in der die Patientenakte die Absender findet.',
    export: 'Das ist eine Datei, die Mittente für die Patientenakte bereitstellt.',
    authority: 'Das ist das Zertifikat des Mailservers der Praxis.',
    providers: 'Das ist die von der Technik ergänzte Liste der Anbieter.',
    report: 'Das ist der Bericht für das Callcenter.',
    answers: 'Das ist die Datei mit den Antworten für alle Ärzte.',
    campaign: 'Das ist die Datei mit den Terminen und Preisen der Mitteilung.',
    handout: 'Das ist das Blatt zum Drucken oder Weitergeben.',
  },
  special: {
    doctors: {
      steps: [
        'Öffne die Patientenakte und lass sie die Liste der Ärzte neu erstellen.',
        'Wenn du nicht weißt, wie das geht, zeig der Technik die Details unten.',
        'Versuche es dann noch einmal.',
      ],
    },
    senders: {
      steps: [
        'Zeig der Technik die Details unten: Sie kann die Datei berichtigen.',
        'Oder beginne neu: Die Datei bleibt aufbewahrt, aber jeder Arzt ist neu einzurichten.',
      ],
    },
    handout: {
      steps: [
        'Ist die Datei in einem anderen Programm offen, schließe sie.',
        'Speichere dann erneut, oder wähle einen anderen Ordner, etwa Dokumente.',
      ],
    },
    newer: {
      title: 'Es braucht ein neueres Mittente',
      happened: 'Die Datei {{file}} wurde von einer neueren Version von Mittente geschrieben.',
      steps: ['Bitte die Technik, Mittente zu aktualisieren.', 'Öffne dann das Programm wieder.'],
    },
  },
  line: 'Zeile {{line}}',
};
