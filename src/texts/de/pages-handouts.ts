/** How many emails a mailbox bears, and what can be printed or handed out once it is proven. */
export const handoutPages = {
  limits: {
    perDay: 'Bis zu {{amount}} am Tag.',
    perHour: 'Bis zu {{amount}} in der Stunde.',
    perMinute: 'Bis zu {{amount}} in der Minute.',
    unknown: 'Der Anbieter sagt es nicht.',
    beyond: {
      delayed: 'Darüber gehen E-Mails später ab.',
      refused: 'Darüber lehnt der Anbieter sie eine Zeit lang ab.',
      stopped: 'Darüber hält der Anbieter den Versand an.',
      stoppedFor: 'Darüber hält der Anbieter den Versand bis zu {{hours}} Stunden an.',
      'password-expires':
        'Nach zu vielen in kurzer Zeit kann der Anbieter ein neues Passwort verlangen.',
      unknown: 'Was darüber geschieht, sagt der Anbieter nicht.',
    },
  },
  pace: {
    title: 'Wie du sie verteilst',
    perDay: 'Rechne für Rezepte mit {{amount}} am Tag: Der Rest ist für deine eigenen E-Mails.',
    perHour: 'Sende sie nach und nach, höchstens {{amount}} in der Stunde.',
    careful: 'Sende sie nach und nach, nicht alle am Ende des Tages.',
    refused: 'Lehnt der Anbieter eine ab, warte eine Stunde und mach langsamer weiter.',
  },
  handouts: {
    title: 'Zum Drucken oder Weitergeben',
    tell: 'Bitte die Patienten, diese E-Mails nicht als Spam zu markieren. Hier steht schon alles.',
    names: {
      summary: 'Zusammenfassung für dich',
      'notice-a4': 'Aushang fürs Wartezimmer, A4',
      'notice-a5': 'Aushang fürs Wartezimmer, A5',
      'work-report': 'Arbeitsbericht',
      message: 'Nachricht an Patienten',
    },
    print: 'Drucken',
    save: 'PDF speichern',
    copy: 'Nachricht kopieren',
    working: 'Ich bereite das Blatt vor',
    printed: 'Das Blatt ging an den Drucker.',
    saved: 'Gespeichert als {{file}}',
    technician: 'Ausgeführt von (Name)',
    technicianHint: 'Bleibt das Feld leer, steht dort eine Zeile zum Ausfüllen von Hand.',
    printProblem: {
      title: 'Das Blatt wurde nicht gedruckt',
      happened: 'Der Computer konnte es nicht an den Drucker senden.',
      steps: [
        'Sieh nach, ob der Drucker an und verbunden ist.',
        'Drucke dann noch einmal, oder speichere das PDF.',
      ],
    },
    makeProblem: {
      title: 'Das Blatt ist nicht fertig',
      happened: 'Mittente konnte es nicht vorbereiten.',
      steps: [
        'Versuche es noch einmal.',
        'Geschieht es wieder, schließe Mittente und öffne es neu.',
      ],
    },
  },
};
