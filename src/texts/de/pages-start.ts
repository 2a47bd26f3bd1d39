/** From the start to the choice. `lead` is the at most two sentences under the title. */
export const startPages = {
  loading: { title: 'Einen Moment', lead: 'Ich lese die Daten der Praxis.' },
  problem: {
    reload: 'Noch einmal versuchen',
    setAside: 'Datei beiseitelegen und neu beginnen',
  },
  home: {
    title: 'Von wo gehen die Rezepte ab?',
    lead: 'Jeder Arzt braucht ein Postfach, das sendet. Wähle, mit wem du beginnst.',
    leadAllDone: 'Alle Ärzte haben ihren Absender. Im Moment ist nichts weiter zu tun.',
    doctor: 'Arzt',
    sender: 'Absender',
    status: 'Stand',
    proof: 'Letzter Test',
    action: 'Was zu tun ist',
    noSender: 'Keiner',
    neverProved: 'Nie',
    premium: 'Premium-Vertrag',
    first: {
      title: 'Für welchen Arzt?',
      lead: 'Schreibe den Namen so, wie ihn die Patienten lesen werden.',
    },
    add: {
      title: 'Arzt hinzufügen',
      name: 'Vor- und Nachname',
      placeholder: 'Dott. Mario Rossi',
      button: 'Hinzufügen',
      missing: 'Schreibe den Namen des Arztes.',
    },
    setAside:
      'Ich habe die Datei mit den früheren Absendern beiseitegelegt. Du findest sie hier: {{file}}. Richte jeden Arzt neu ein.',
    one: {
      lead: {
        none: 'Rezepte gehen von einem Postfach ab. Du hast noch keines.',
        legacy: 'Dein Postfach ist eines der alten kostenlosen. Du brauchst ein anderes.',
        unverified: 'Es gibt ein Postfach, aber niemand hat es getestet. Teste es jetzt.',
        verified: 'Das Postfach wurde getestet und funktioniert. Du kannst es jederzeit ändern.',
        failing: 'Der letzte Test ist nicht gelungen. Sehen wir nach, warum.',
        'awaiting-mail-plus':
          'Du hast Mail Plus angefragt. Mach weiter, sobald Adresse und Passwort da sind.',
        'not-concerned': 'Dein Absender ist gut so. Es ist nichts zu tun.',
      },
      action: {
        'set-up': 'Absender einrichten',
        verify: 'Dieses Postfach testen',
        repair: 'Absender reparieren',
        'continue-mail-plus': 'Mit Mail Plus fortfahren',
        change: 'Postfach ändern',
        none: 'Mittente schließen',
        resume: 'Dort fortsetzen, wo du warst',
      },
    },
  },
  why: {
    legacy: {
      title: 'Warum brauchst du ein neues Postfach?',
      before: 'Die kostenlosen Postfächer @{{domain}} schließen bis {{end}}. Deines gehört dazu.',
      during:
        'Die kostenlosen Postfächer @{{domain}} schließen bis {{end}}. Danach werden sie gesperrt.',
      after: 'Die kostenlosen Postfächer @{{domain}} sind zu. Von dort geht kein Rezept mehr ab.',
    },
    none: {
      title: 'Von wo sollen deine Rezepte abgehen?',
      lead: 'Die Akte verschickt Rezepte per E-Mail. Dafür nutzt sie ein Postfach, deines.',
    },
    unverified: {
      title: 'Funktioniert dein Postfach?',
      lead: 'Das Postfach {{address}} wurde nie getestet. Der Test dauert keine zwei Minuten.',
    },
    failing: {
      title: 'Funktioniert dein Postfach noch?',
      lead: 'Der letzte Test von {{address}} ist nicht gelungen. Gehen wir die Schritte noch einmal durch.',
    },
    verified: {
      title: 'Willst du das Postfach ändern?',
      lead: 'Heute gehen Rezepte von {{address}} ab. Das Postfach wurde getestet und funktioniert.',
    },
    'awaiting-mail-plus': {
      title: 'Wie willst du fortfahren?',
      lead: 'Du hast Mail Plus angefragt. Inzwischen kannst du ein eigenes Postfach nutzen.',
    },
    happenedTitle: 'Was geschehen ist',
    happened:
      'Am {{date}} wurden die Server dieser Postfächer gesperrt: Die E-Mails sahen nach Spam aus.',
    reasons: {
      bursts: 'Zu viele Rezepte gingen in zu kurzer Zeit ab.',
      'marked-as-spam': 'Manche Patienten haben sie als Spam markiert, statt sie zu löschen.',
    },
    changesTitle: 'Was sich für dich ändert',
    changes: {
      before: 'Ab dem {{from}} wählst du das Postfach. Bis dahin nutzt du das heutige.',
      during: 'Ab dem {{from}} wählst du das Postfach. Je früher, desto eher hast du Ruhe.',
      after: 'Die Adresse {{address}} ist gesperrt. Du wählst das neue Postfach.',
    },
    newTitle: 'Was du brauchst',
    new: 'Eine E-Mail-Adresse und ihr Passwort genügen. Mehr musst du nicht wissen.',
    safe: 'Der heutige Absender bleibt, bis der neue den Test bestanden hat.',
    primary: 'Postfach wählen',
  },
  'nothing-to-do': {
    title: 'Du musst nichts tun',
    premium: 'Dein Premium-Vertrag enthält Mail Plus. Der Wechsel läuft automatisch.',
    'mail-plus': 'Du nutzt schon Mail Plus. Der Hinweis gilt nur den kostenlosen Postfächern.',
    sender: 'Rezepte gehen ab von',
    calls: 'Bei Fragen ruf {{phone}} an.',
  },
  choice: {
    title: 'Von welchem Postfach willst du senden?',
    lead: 'Beide sind in Ordnung. Du kannst es dir jederzeit anders überlegen.',
    personal: 'Ein eigenes Postfach',
    personalNote: 'Virgilio, Libero, Gmail und andere',
    mailPlus: 'Mail Plus',
    mailPlusNote: 'Das Postfach vom Hersteller der Patientenakte',
    rows: {
      cost: 'Was es kostet',
      help: 'Wer hilft, wenn es stockt',
      patient: 'Welche Adresse Patienten sehen',
      time: 'Wie lange es jetzt dauert',
      limits: 'Grenzen',
    },
    personalRows: {
      cost: 'Nichts, wenn du schon ein Postfach hast.',
      help: 'Nur dein Anbieter: Das Callcenter kann nicht eingreifen.',
      patient: 'Deine.',
      time: 'Zwei Minuten, dann geht es los.',
      limits: 'Regeln und Sperren des Anbieters.',
    },
    mailPlusRows: {
      cost: '{{net}} + MwSt., also {{gross}} im Jahr je Nutzer.',
      costLater: 'Jetzt gratis. Ab {{date}}: {{net}} + MwSt., also {{gross}} im Jahr je Nutzer.',
      help: 'Das Callcenter, {{phone}}.',
      patient: 'Die des Mail-Plus-Postfachs.',
      time: 'Zwei Minuten, dann wird es aktiviert.',
      limits: 'Nur angekündigte Pausen.',
    },
    drawing: {
      personal: 'Die E-Mails gehen über den Server deines Anbieters.',
      mailPlus: 'Die E-Mails gehen über den Server des Herstellers der Patientenakte.',
    },
    choosePersonal: 'Eigenes wählen',
    chooseMailPlus: 'Mail Plus wählen',
    chosen: 'Bisher gewählt',
    advice: {
      'has-personal-mailbox':
        'Du nutzt schon ein eigenes Postfach: Das ist für dich der kürzeste Weg.',
    },
  },
  'mail-plus': {
    title: 'Wie fragst du Mail Plus an?',
    lead: 'Schick diese Anfrage oder ruf {{phone}} an. Du bekommst eine Adresse und ein Passwort.',
    leadByPhone:
      'Ruf {{phone}} an und lies diese Anfrage vor. Du bekommst eine Adresse und ein Passwort.',
    cost: 'Es kostet {{net}} + MwSt., also {{gross}} im Jahr je Nutzer.',
    costLater:
      'Jetzt ist es gratis. Ab {{date}} kostet es {{net}} + MwSt., also {{gross}} im Jahr.',
    request: 'Die Anfrage ist schon geschrieben',
    subject: 'Betreff',
    copy: 'Anfrage kopieren',
    compose: 'Im Mailprogramm öffnen',
    asked: 'Ich habe Mail Plus angefragt',
    haveThem: 'Ich habe die Zugangsdaten',
    meanwhile: 'Inzwischen ein eigenes nutzen',
    waiting: {
      title: 'Sind Adresse und Passwort da?',
      lead: 'Du hast Mail Plus am {{date}} angefragt. Wenn Adresse und Passwort da sind, mach hier weiter.',
      noSender:
        'Im Moment kann kein Rezept abgehen. Du kannst inzwischen ein eigenes Postfach nutzen.',
      working: 'Inzwischen gehen Rezepte vom heutigen Postfach ab.',
      arrived: 'Ja, sie sind da',
      again: 'Anfrage noch einmal ansehen',
    },
  },
};
