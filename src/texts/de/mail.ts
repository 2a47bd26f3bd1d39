/** The messages that leave the program: the test message and the request for Mail Plus. */
export const mail = {
  test: {
    subject: 'Test des Postfachs {{address}}',
    text: 'Guten Tag,\n\ndies ist eine Testnachricht. Mittente hat sie vom Computer der Praxis über das Postfach {{address}} verschickt.\n\nSie zeigt, ob Rezepte von diesem Postfach abgehen können. Du musst nicht antworten und kannst sie löschen.\n\nAbsender von: {{name}}\nDatum des Tests: {{date}}\n',
  },
  mailPlusRequest: {
    /** A line of the letter, for a doctor who had an address. */
    current: 'Bisherige Adresse: {{address}}\n',
    subject: 'Anfrage für Mail Plus für {{name}}',
    text: 'Guten Tag,\n\nich möchte Mail Plus aktivieren, um Rezepte aus der Patientenakte zu verschicken.\n\nArzt: {{name}}\nCode in der Akte: {{id}}\n{{current}}\nBitte senden Sie mir die Zugangsdaten (Adresse und Passwort) und die Anleitung.\n\nVielen Dank und freundliche Grüße\n{{name}}\n',
  },
};
