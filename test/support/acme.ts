import type { Catalogue } from '../../src/providers/catalogue.ts';
import type { MailServer } from '../servers/mail.ts';

/** The test mail server as a technician would describe it, in `providers.json`. */
export function acmeCatalogue(mail: MailServer): Catalogue {
  const text = (value: string) => ({ it: value, en: value, de: value });
  return {
    version: 1,
    providers: [
      {
        id: 'acme',
        name: 'Acme',
        kind: 'mailbox',
        domains: ['acme.test'],
        mx: [],
        ns: [],
        mxRanges: [],
        servers: [
          { host: 'localhost', port: mail.ports.tls, security: 'tls' },
          { host: 'localhost', port: mail.ports.starttls, security: 'starttls' },
        ],
        username: 'address',
        password: 'account',
        state: 'works',
        hint: text('Serve la password della casella.'),
        preparation: null,
        help: 'https://example.com/help',
        limits: {
          perDay: 500,
          perHour: null,
          perMinute: null,
          recipientsPerMessage: 5,
          source: 'https://example.com/limits',
        },
        limitsNote: null,
        from: null,
        sources: [{ url: null, where: 'the test server', date: '2026', fact: 'servers' }],
        checked: '2026-11-22',
      },
    ],
  };
}
