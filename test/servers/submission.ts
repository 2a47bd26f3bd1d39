import type { Identity } from './certificates.ts';
import type { Conversation, Script } from './scripted.ts';

/** The moments at which a submission server speaks. */
export const MOMENTS = [
  'greeting',
  'ehlo',
  'starttls',
  'ehlo-tls',
  'auth',
  'mail-from',
  'rcpt-to',
  'data',
  'content',
] as const;

export type Moment = (typeof MOMENTS)[number];

/** What to do instead of the honest reply. `line` is the command it would have answered. */
export type Misdeed = (conversation: Conversation, line: string) => void | Promise<void>;

export interface SubmissionWish {
  readonly identity: Identity;
  readonly security: 'starttls' | 'tls';
  readonly misdeeds?: Partial<Record<Moment, Misdeed>>;
  /** What EHLO offers over TLS. */
  readonly offers?: readonly string[];
}

/** The account that an honest server knows. */
export const ACCOUNT = { username: 'alice@acme.test', password: 'Canary-Pa55+word' } as const;

const HONEST: Readonly<Record<Moment, string>> = {
  greeting: '220 mail.acme.test ESMTP ready\r\n',
  ehlo: '250-mail.acme.test\r\n250-SIZE 1000000\r\n250 STARTTLS\r\n',
  starttls: '220 2.0.0 go ahead\r\n',
  'ehlo-tls': '',
  auth: '235 2.7.0 welcome\r\n',
  'mail-from': '250 2.1.0 ok\r\n',
  'rcpt-to': '250 2.1.5 ok\r\n',
  data: '354 go ahead\r\n',
  content: '250 2.0.0 queued\r\n',
};

/** A submission server that is honest but for the moments at which it was told not to be. */
export function submission(wish: SubmissionWish): Script {
  const offers = ['mail.acme.test', ...(wish.offers ?? ['SIZE 1000000', 'AUTH PLAIN LOGIN'])];
  const ehloReply = offers
    .map((offer, index) => `250${index === offers.length - 1 ? ' ' : '-'}${offer}\r\n`)
    .join('');
  const honest = { ...HONEST, 'ehlo-tls': ehloReply };

  return async (conversation) => {
    let secured = false;
    const speak = async (moment: Moment, line = ''): Promise<void> => {
      const misdeed = wish.misdeeds?.[moment];
      if (misdeed) await misdeed(conversation, line);
      else conversation.send(honest[moment]);
    };
    if (wish.security === 'tls') secured = await conversation.startTls(wish.identity);
    await speak('greeting');
    for (;;) {
      const line = await conversation.line();
      if (line === null) return;
      const verb = line.split(' ')[0]?.toUpperCase();
      if (verb === 'EHLO') await speak(secured ? 'ehlo-tls' : 'ehlo', line);
      else if (verb === 'STARTTLS') {
        await speak('starttls', line);
        secured = await conversation.startTls(wish.identity);
      } else if (verb === 'AUTH') await speak('auth', line);
      else if (verb === 'MAIL') await speak('mail-from', line);
      else if (verb === 'RCPT') await speak('rcpt-to', line);
      else if (verb === 'DATA') {
        await speak('data', line);
        await untilDot(conversation);
        await speak('content', line);
      } else if (verb === 'QUIT') {
        conversation.send('221 bye\r\n');
        conversation.cut();
      } else conversation.send('502 5.5.1 what?\r\n');
    }
  };
}

async function untilDot(conversation: Conversation): Promise<void> {
  let line = await conversation.line();
  while (line !== null && line !== '.') line = await conversation.line();
}
