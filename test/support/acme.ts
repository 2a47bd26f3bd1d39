import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Catalogue, UNKNOWN_LIMITS } from '../../src/providers/catalogue.ts';
import type { MailUser } from '../servers/users.ts';
import { makePractice, type PracticeFolder, type PracticeOptions } from './record.ts';

/** A mail server on `localhost`: where it listens, and who vouches for it. */
export interface AcmeServer {
  readonly ports: { readonly tls: number; readonly starttls: number };
  readonly authority: { readonly pem: string };
}

/** The test mail server as a technician would describe it, in `providers.json`. */
function acmeCatalogue(mail: AcmeServer): Catalogue {
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

/** A practice whose doctors have mailboxes on the test server. */
export async function makeAcmePractice(
  mail: AcmeServer,
  options: PracticeOptions = {},
): Promise<PracticeFolder> {
  const practice = await makePractice({
    caFile: './authority.pem',
    providers: acmeCatalogue(mail),
    ...options,
  });
  await writeFile(join(practice.folder, 'authority.pem'), mail.authority.pem);
  return practice;
}

/** A sender as an earlier run proved it. */
export function storedSender(
  mail: AcmeServer,
  doctorId: string,
  doctorName: string,
  { address }: MailUser,
) {
  const { tls: port } = mail.ports;
  return {
    doctorId,
    doctorName,
    choice: 'personal',
    address,
    displayName: doctorName,
    provider: 'acme',
    smtp: { host: 'localhost', port, security: 'tls', auth: 'password', username: address },
    credential: { service: 'Mittente:localhost', account: address },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: { at: '2026-11-20T09:00:00.000Z', messageId: null },
  };
}
