/** The sheets that a doctor or a technician takes away. To patients the practice says "Sie". */
export const handouts = {
  notice: {
    title: 'Hinweis für Patienten',
    heading: 'Rezepte kommen von dieser E-Mail-Adresse',
    sender: 'Sie sehen den Namen {{name}}.',
    contacts: {
      title: 'Bitte speichern Sie die Adresse',
      text: 'So erkennen Sie unsere E-Mails sofort. Wenn eine fehlt, sehen Sie bitte auch im Spam-Ordner nach.',
    },
    spam: {
      title: 'Bitte nicht als Spam markieren',
      text: 'Brauchen Sie eine nicht mehr, löschen Sie sie einfach. Zu viele Meldungen können die Adresse für alle sperren.',
    },
    stop: {
      title: 'Sie möchten keine mehr?',
      text: 'Sagen Sie es uns in der Praxis: Wir senden dann sofort keine mehr.',
    },
    thanks: 'Vielen Dank.',
    message:
      'Guten Tag,\n\ndie Rezepte der Praxis kommen per E-Mail von dieser Adresse: {{address}} (Sie sehen den Namen {{displayName}}).\n\nBitte:\n- speichern Sie die Adresse, so erkennen Sie unsere E-Mails sofort;\n- markieren Sie die E-Mails nicht als Spam: Brauchen Sie eine nicht mehr, löschen Sie sie einfach;\n- möchten Sie keine mehr, sagen Sie es uns, und wir senden keine mehr.\n\nVielen Dank\n{{name}}\n',
  },
  summary: {
    title: 'Zusammenfassung zum Absender',
    from: 'Rezepte gehen ab von',
    displayName: 'Patienten sehen',
    mailbox: 'Postfach',
    personal: 'Persönlich, bei {{provider}}',
    'mail-plus': 'Mail Plus',
    proven: 'Getestet',
    provenAt: 'Am {{date}} um {{time}}.',
    accepted: 'Der Anbieter hat eine Testnachricht angenommen.',
    permitted: 'Der Anbieter hat das Senden erlaubt.',
    limits: 'Wie viele E-Mails',
    pace: 'Wie du die Rezepte verteilst',
    stops: {
      title: 'Wenn Rezepte eines Tages nicht abgehen',
      open: 'Öffne Mittente auf diesem Computer: Es sagt dir, was nicht geht und was zu tun ist.',
      personal:
        'Hat der Anbieter das Postfach angehalten, kann nur er es wieder öffnen. Mittente zeigt dir, wie du ihn fragst.',
      'mail-plus':
        'Steht Mail Plus still, bringt es der Hersteller der Patientenakte wieder in Gang.',
      meanwhile: 'Gib Rezepte inzwischen auf Papier aus.',
    },
    callCentre: 'Callcenter',
    mailPlusAsked:
      'Du hast Mail Plus am {{date}} angefragt. Wenn es da ist, öffne Mittente wieder.',
    password:
      'Das Passwort steht nicht auf diesem Blatt: Es bleibt im Schlüsselbund des Computers.',
    technician: 'Für die Technik',
    printed: 'Blatt vom {{date}}',
    text: 'Absender von: {{name}}\nRezepte gehen ab von: {{address}}\nAnbieter: {{provider}}\nGetestet: {{date}} um {{time}}\nWie viele E-Mails: {{limits}}\nWie du sie verteilst: {{pace}}\n\nWenn Rezepte eines Tages nicht abgehen, öffne Mittente: Es sagt dir, was zu tun ist. Für Hilfe mit Mittente ruf {{callCentre}} an.\n',
  },
  report: {
    title: 'Arbeitsbericht',
    practice: 'Praxis',
    record: 'Patientenakte',
    day: 'Datum',
    technician: 'Ausgeführt von',
    doctors: 'Ärzte und Absender',
    doctor: 'Arzt',
    sender: 'Absender',
    none: 'Keiner',
    status: 'Stand',
    proof: 'Letzter gelungener Test',
    never: 'Nie',
    done: 'Was getan wurde',
    time: 'Uhrzeit',
    work: 'Arbeit und Ergebnis',
    user: 'Benutzer',
    nothing: 'An diesem Tag hat sich kein Absender geändert.',
    notes: 'Notizen',
    signatures: 'Unterschriften',
    forTechnician: 'Für die Technik',
    forPractice: 'Für die Praxis',
  },
};
