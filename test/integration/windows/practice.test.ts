import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MailServer, startMailServer } from '../../servers/mail.ts';
import { BOB, type MailUser } from '../../servers/users.ts';
import { type RunOptions, whyNoWindows } from '../../servers/wine.ts';
import { type Installation, installMittente } from './installation.ts';

const DATA = 'C:\\ProgramData\\Mittente';
const STUDIO = "C:\\Studio dell'Età & C";
const SENDERS = `${STUDIO}\\senders.json`;
const TARGET = 'Mittente:localhost/niccolo@acme.test';
const NICCOLO: MailUser = {
  address: 'niccolo@acme.test',
  password: 'pà€s wörd',
  owns: ['niccolo@acme.test'],
};

const windows1252 = (text: string) => iconv.encode(text.replaceAll('\n', '\r\n'), 'windows-1252');
const hexOf = (text: string) => Buffer.from(text, 'utf8').toString('hex').toUpperCase();

const why = whyNoWindows();

describe.skipIf(why !== null)(`a practice on Windows ${why ?? ''}`, () => {
  let installation: Installation;
  let mail: MailServer;

  beforeAll(async () => {
    installation = await installMittente();
    mail = await startMailServer({ users: [NICCOLO, BOB] });
  }, 900_000);

  afterAll(async () => {
    await installation?.close();
    await mail?.stop();
  });

  const mittente = async (words: readonly string[], options: RunOptions = {}) => {
    const env = { STUDIO, ...options.env };
    const ran = await installation.mittente([...words, '--json'], { ...options, env });
    return { ...ran, document: JSON.parse(ran.stdout) };
  };

  const send = () => mittente(['send', '--doctor', 'rossi', '--to', BOB.address]);

  async function apply(password: string) {
    const smtp = { host: 'LocalHost', port: mail.ports.tls, security: 'tls' };
    const doctor = { id: 'rossi', name: 'Dott. Niccolò Rossi', choice: 'personal' };
    const answer = { ...doctor, address: NICCOLO.address, displayName: '"Studio" Però', smtp };
    await installation.write(
      `${STUDIO}\\risposte.json`,
      JSON.stringify({ version: 1, doctors: [answer] }),
    );
    // A relative path, in the folder that the program was started in.
    return await mittente(['apply', '.\\risposte.json', '--secrets', '-'], {
      input: JSON.stringify({ rossi: password }),
      folder: STUDIO,
    });
  }

  it('without a profile keeps its senders in %PROGRAMDATA%', async () => {
    const asked = { id: 'neri', name: 'Dott. Neri', choice: 'mail-plus' };
    await installation.write('C:\\neri.json', JSON.stringify({ version: 1, doctors: [asked] }));
    const { status, stderr } = await mittente(['apply', 'C:\\neri.json']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const written = JSON.parse((await installation.read(`${DATA}\\senders.json`)).toString());
    expect(written.senders).toMatchObject([{ doctorId: 'neri', status: 'awaiting-mail-plus' }]);
  });

  it('finds its profile there, and the doctors that an older program exported', async () => {
    const profile = {
      version: 1,
      record: { name: 'Cartella di prova' },
      doctors: { path: '%STUDIO%\\esportati\\medici.csv' },
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the profile's own notation.
      senders: { path: '${studio}\\senders.json' },
      exports: [
        {
          path: '%Studio%\\posta\\posta-{{doctorId}}.ini',
          template: '.\\modelli/posta.ini.mustache',
          per: 'doctor',
          encoding: 'windows-1252',
          newline: 'crlf',
          escape: 'ini',
        },
      ],
      trust: { caFile: '..\\Mittente\\authority.pem' },
    };
    await installation.write(`${DATA}\\record-profile.json`, JSON.stringify(profile, null, 2));
    await installation.write(
      `${DATA}\\modelli\\posta.ini.mustache`,
      windows1252('; Però\n[Posta]\nNome={{displayName}}\nUtente={{smtp.username}}\n'),
    );
    await installation.write(`${DATA}\\authority.pem`, mail.authority.pem);
    await installation.write(
      `${STUDIO}\\esportati\\medici.csv`,
      windows1252(
        'id;name;contract;senderAddress\nrossi;Dott. Niccolò Rossi;standard;\nverdi;Zoë €;premium;\n',
      ),
    );
    await installation.write(`${STUDIO}\\posta\\altro.txt`, '');
    const { status, document } = await mittente(['status']);
    expect(status).toBe(0);
    expect(document).toMatchObject({
      record: { name: 'Cartella di prova' },
      doctors: [
        { id: 'rossi', name: 'Dott. Niccolò Rossi', status: 'none' },
        { id: 'verdi', name: 'Zoë €', status: 'not-concerned' },
      ],
    });
  });

  it('is told which variable of a path is not set, and where', async () => {
    const profile = `{\n  "version": 1,\n  "record": { "name": "x" },\n  "senders": { "path": "%NOWHERE%\\\\s.json" }\n}`;
    await installation.write('C:\\altro.json', profile);
    const { status, document } = await mittente(['status', '--profile', 'C:\\altro.json']);
    expect(status).toBe(3);
    expect(document.error.code).toBe('file-malformed');
    expect(document.error.message).toContain('NOWHERE');
    expect(document.error.message).toContain('senders.path');
  });

  it('saves nothing when the server refuses the password', async () => {
    const { status, document } = await apply('canary-Wr0ng');
    expect(status).toBe(1);
    expect(document.results[0].diagnosis.cause).toBe('wrong-credentials');
    expect(await installation.credential(TARGET)).toBeNull();
    expect(await installation.list(STUDIO)).toEqual(['esportati', 'posta', 'risposte.json']);
  });

  it('has a sender that a real server proved, its export, and its credential', async () => {
    const { status, document, stderr } = await apply(NICCOLO.password);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(document.results).toMatchObject([{ doctorId: 'rossi', ok: true, saved: true }]);
    expect(await mail.waitForMessages(NICCOLO.address, 1)).toHaveLength(1);

    const written = await installation.read(SENDERS);
    expect(written.toString()).not.toContain('\r');
    expect(JSON.parse(written.toString()).senders).toMatchObject([
      { doctorId: 'rossi', displayName: '"Studio" Però', status: 'verified' },
    ]);
    expect(await installation.read(`${STUDIO}\\posta\\posta-rossi.ini`)).toEqual(
      windows1252('; Però\n[Posta]\nNome="Studio" Però\nUtente=niccolo@acme.test\n'),
    );
    expect(await installation.credential(TARGET)).toEqual({
      target: TARGET,
      user: NICCOLO.address,
      type: 1,
      blob: hexOf(NICCOLO.password),
    });
    expect(await installation.password('localhost', NICCOLO.address)).toBe(hexOf(NICCOLO.password));
  });

  it('sends with the credential that a native program wrote, in UTF-8 and not in UTF-16', async () => {
    const write = (blob: Buffer) => installation.writeCredential(TARGET, NICCOLO.address, blob);
    await write(Buffer.from(NICCOLO.password, 'utf16le'));
    const refused = await send();
    expect(refused.status).toBe(1);
    expect(refused.document.diagnosis.cause).toBe('wrong-credentials');

    await write(Buffer.from(NICCOLO.password, 'utf8'));
    const { status, document } = await send();
    expect({ status, ok: document.ok }).toEqual({ status: 0, ok: true });
    const [arrived] = await mail.waitForMessages(BOB.address, 1);
    expect(arrived).toContain(document.messageId);
    expect(arrived).toContain(`<${NICCOLO.address}>`);
  });

  it('keeps the senders file before the last save, and nothing else of it', async () => {
    const before = await installation.read(SENDERS);
    expect((await apply(NICCOLO.password)).status).toBe(0);
    expect(await installation.read(`${SENDERS}.bak`)).toEqual(before);
    const names = await installation.list(STUDIO);
    expect(names.filter((name) => /\.(mittente-(new|old|journal)|lock)$/.test(name))).toEqual([]);
  });

  it('says that the password is missing where another person is logged in', async () => {
    await installation.deleteCredential(TARGET);
    const missing = await send();
    expect(missing.status).toBe(1);
    expect(missing.document.error.code).toBe('password-missing');
    expect(missing.document.error.message).toContain(NICCOLO.address);
  });

  it('forgets a sender with its credential and its export', async () => {
    expect((await apply(NICCOLO.password)).status).toBe(0);
    expect((await mittente(['remove', '--doctor', 'rossi'])).status).toBe(0);
    expect(await installation.credential(TARGET)).toBeNull();
    expect(await installation.list(`${STUDIO}\\posta`)).toEqual(['altro.txt']);
    const { status, document } = await send();
    expect(status).toBe(1);
    expect(document.error.code).toBe('no-sender');
  });
});
