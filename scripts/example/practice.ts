import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalogue, UNKNOWN_LIMITS } from '../../src/providers/catalogue.ts';
import type { RecordProfileFile } from '../../src/record/profile.ts';
import { projectFolder } from '../process.ts';
import { type DemoMailServer, startDemoMailServer } from './mail-server.ts';
import { DEMO_MAILBOXES } from './mailboxes.ts';

/** A practice to try everything on: three doctors, a mail server, and nothing outside a folder. */
export interface ExamplePractice {
  readonly folder: string;
  readonly profile: string;
  /** Where the accepted messages lie. */
  readonly mail: string;
  close(): Promise<void>;
}

export async function openExamplePractice(
  report: (line: string) => void,
): Promise<ExamplePractice> {
  const folder = await mkdtemp(join(tmpdir(), 'mittente-example-'));
  const mail = join(folder, 'mail');
  await mkdir(mail);
  const server = await startDemoMailServer(mail, report);
  const profile = join(folder, 'record-profile.json');
  await copyFile(
    join(projectFolder, 'assets', 'example', 'medici.json'),
    join(folder, 'medici.json'),
  );
  await writeFile(join(folder, 'authority.pem'), server.authority);
  await writeJson(profile, recordProfile());
  await writeJson(join(folder, 'providers.json'), demoCatalogue(server));
  return {
    folder,
    profile,
    mail,
    close: async () => {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function recordProfile(): RecordProfileFile {
  return {
    version: 1,
    record: { name: 'Cartella Clinica Parmenide' },
    doctors: { path: './medici.json' },
    senders: { path: './senders.json' },
    exports: [],
    trust: { caFile: './authority.pem' },
    example: { mailboxes: DEMO_MAILBOXES.map((mailbox) => ({ ...mailbox })) },
  };
}

/** The demonstration provider, added as a technician would add one: in a file beside the profile. */
function demoCatalogue({ host, tlsPort, starttlsPort }: DemoMailServer): Catalogue {
  return {
    version: 1,
    providers: [
      {
        id: 'demo',
        name: 'Posta di prova',
        kind: 'mailbox',
        domains: ['demo.test'],
        mx: [],
        ns: [],
        mxRanges: [],
        servers: [
          { host, port: tlsPort, security: 'tls' },
          { host, port: starttlsPort, security: 'starttls' },
        ],
        username: 'address',
        password: 'account',
        state: 'works',
        hint: {
          it: 'È una casella di prova. La password è scritta in alto.',
          en: 'This is a demonstration mailbox. Its password is shown at the top.',
          de: 'Das ist ein Übungspostfach. Das Passwort steht oben.',
        },
        preparation: null,
        help: null,
        limits: UNKNOWN_LIMITS,
        limitsNote: null,
        from: null,
        sources: [
          {
            url: null,
            where: 'the example practice',
            date: 'made at each start',
            fact: 'server and mailboxes',
          },
        ],
        checked: '2026-11-22',
      },
    ],
  };
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
