import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/diagnosis/diagnose.ts';
import { fold, withoutRepeatedCode } from '../../../src/diagnosis/fold.ts';
import { readable, withoutLogFrame } from '../../../src/diagnosis/log-lines.ts';

const reason = (line: string) => withoutLogFrame(readable(fold(line)));

describe('of a mail server’s log line only the reason is left', () => {
  test.each([
    [
      'Postfix, sending',
      'Aug 27 07:12:19 mx postfix/smtp[76]: A4997FB6AA: to=<b@example.com>, relay=none, delay=91, delays=0.01/0.03/91/0, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.1]:25: Connection timed out)',
      '(connect to : connection timed out) 4.4.1',
    ],
    [
      'Postfix, receiving',
      'postfix/smtpd[4006]: NOQUEUE: reject: RCPT from unknown[192.0.2.8]: 554 5.7.1 <b@example.com>: Relay access denied; from=<a@example.com> to=<b@example.com> proto=ESMTP helo=<pc>',
      '554 5.7.1 <b@example.com>: relay access denied',
    ],
    [
      'Exim',
      '2024-02-13 14:39:22 1RookS-000Pg8-VO == b@example.com R=dnslookup T=remote_smtp defer (-44) H=mx.example.com [192.0.2.90]: SMTP error from remote mail server after RCPT TO:<b@example.com>: 450 4.3.2 Too many mails',
      'b@example.com : 450 4.3.2 too many mails',
    ],
    [
      'sendmail',
      'sendmail[12566]: u31FFPtp032300: to=<b@example.com>, delay=00:00:15, mailer=esmtp, pri=34527, relay=mx.example.com., dsn=4.0.0, stat=Deferred: Connection refused by mx.example.com.',
      'connection refused by mx.example.com. 4.0.0',
    ],
    [
      'qmail',
      'delivery 10: failure: Connected_to_192.0.2.3_but_sender_was_rejected./Remote_host_said:_553_5.1.8_Domain_does_not_exist/',
      'connected to 553 5.1.8 domain does not exist/',
    ],
  ])('%s', (_name, line, left) => {
    expect(reason(line)).toBe(left);
  });

  test('a frame without a reason, and any other text, stay as they are', () => {
    const bare = 'sm-mta[1]: x1: to=<b@example.com>, dsn=4.0.0, stat=Deferred';
    expect(reason(bare)).not.toBe('');
    expect(reason('535 5.7.8 Error: authentication failed')).toBe(
      '535 5.7.8 error: authentication failed',
    );
  });

  test('the name of the relay is not read as the refusal of a relay', () => {
    const line =
      'postfix/smtp[1]: 15310CA01C5: to=<b@example.com>, relay=smtp.example.com[192.0.2.117]:587, dsn=5.1.0, status=bounced (host smtp.example.com[192.0.2.117] said: 550 5.1.0 Authentication required (in reply to MAIL FROM command))';
    expect(explain({ text: line })).toMatchObject({ cause: 'auth-missing', stage: 'mail-from' });
  });
});

test('a reply that a log joined into one line reads without its repeated code', () => {
  expect(
    withoutRepeatedCode('550-5.7.1 not authorized to 550-5.7.1 send email 550 5.7.1 directly'),
  ).toBe('550-5.7.1 not authorized to send email directly');
  expect(withoutRepeatedCode('550 no, see 550 instead')).toBe('550 no, see 550 instead');
});
