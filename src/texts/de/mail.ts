/** The messages that leave the program: the test message and the request for Mail Plus. */
export const mail = {
  test: {
    subject: 'Test des Postfachs {{address}}',
    text: 'Guten Tag,\n\ndies ist eine Testnachricht. Mittente hat sie vom Computer der Praxis über das Postfach {{address}} verschickt.\n\nSie zeigt, ob Rezepte von diesem Postfach abgehen können. Eine Antwort ist nicht nötig, die Nachricht kann gelöscht werden.\n\nAbsender für: {{name}}\nDatum des Tests: {{date}}\n',
  },
  mailPlusRequest: {
    subject: 'Anfrage für Mail Plus für {{name}}',
    text: 'Guten Tag,\n\nich möchte Mail Plus aktivieren, um Rezepte aus der Patientenakte zu verschicken.\n\nArzt oder Ärztin: {{name}}\nCode in der Akte: {{id}}\nBisherige Adresse: {{current}}\n\nBitte senden Sie mir die Zugangsdaten (Adresse und Passwort) und die Anleitung.\n\nVielen Dank und freundliche Grüße\n{{name}}\n',
  },
};
