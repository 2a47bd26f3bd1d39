/** The messages that leave the program: the test message and the request for Mail Plus. */
export const mail = {
  test: {
    subject: 'Test of the mailbox {{address}}',
    text: 'Hello,\n\nthis is a test message. Mittente sent it from the computer of the practice, with the mailbox {{address}}.\n\nIt shows whether prescriptions can leave from this mailbox. There is no need to answer, and you can delete it.\n\nSender of: {{name}}\nDate of the test: {{date}}\n',
  },
  mailPlusRequest: {
    /** A line of the letter, for a doctor who had an address. */
    current: 'Address used so far: {{address}}\n',
    subject: 'Request for Mail Plus for {{name}}',
    text: 'Hello,\n\nI would like to activate Mail Plus to send prescriptions from the clinical record.\n\nDoctor: {{name}}\nCode in the record: {{id}}\n{{current}}\nPlease send me the credentials (address and password) and the instructions.\n\nThank you and kind regards,\n{{name}}\n',
  },
};
