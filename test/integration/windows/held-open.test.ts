import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { UNKNOWN_LIMITS } from '../../../src/providers/catalogue.ts';
import { whyNoWindows } from '../../servers/wine.ts';
import { type Installation, installMittente, untilThere } from './installation.ts';

const FOLDER = 'C:\\Cartella';
const PROFILE = `${FOLDER}\\record-profile.json`;
const SENDERS = `${FOLDER}\\senders.json`;
const EXPORT = `${FOLDER}\\posta-rossi.ini`;
const HOST = 'smtp.example.test';
const USERNAME = 'mario.rossi@example.test';
const ALL_FILES = [
  'medici.json',
  'posta-rossi.ini',
  'posta.ini.mustache',
  'record-profile.json',
  'senders.json',
  'senders.json.bak',
];

const hex = (text: string) => Buffer.from(text, 'utf8').toString('hex').toUpperCase();

function sender(displayName: string) {
  const smtp = { host: HOST, port: 465, security: 'tls', auth: 'password', username: USERNAME };
  return {
    doctorId: 'rossi',
    doctorName: 'Dott. Mario Rossi',
    choice: 'personal',
    address: USERNAME,
    displayName,
    provider: null,
    smtp,
    credential: { service: '', account: '' },
    limits: UNKNOWN_LIMITS,
    status: 'verified',
    verified: null,
  };
}

const why = whyNoWindows();

describe.skipIf(why !== null)(`a file that another program holds open ${why ?? ''}`, () => {
  let installation: Installation;

  const save = (name: string, password: string) =>
    installation.save({
      profile: PROFILE,
      sender: sender(name),
      password,
      now: '2026-11-22T10:15:00.000Z',
    });

  const mittente = async (...words: string[]) => {
    const ran = await installation.mittente([...words, '--profile', PROFILE, '--json']);
    return { status: ran.status, document: JSON.parse(ran.stdout) };
  };

  const state = async () => ({
    senders: await installation.read(SENDERS),
    exported: await installation.read(EXPORT),
    password: await installation.password(HOST, USERNAME),
    files: await installation.list(FOLDER),
  });

  beforeAll(async () => {
    installation = await installMittente();
    const profile = {
      version: 1,
      record: { name: 'Cartella di prova' },
      doctors: { path: 'medici.json' },
      senders: { path: 'senders.json' },
      exports: [
        {
          path: 'posta-{{doctorId}}.ini',
          template: 'posta.ini.mustache',
          per: 'doctor',
          escape: 'ini',
        },
      ],
    };
    await installation.write(PROFILE, JSON.stringify(profile));
    await installation.write(
      `${FOLDER}\\medici.json`,
      JSON.stringify([{ id: 'rossi', name: 'Dott. Mario Rossi' }]),
    );
    await installation.write(`${FOLDER}\\posta.ini.mustache`, '[Posta]\nNome={{displayName}}\n');
  }, 900_000);

  beforeEach(async () => {
    expect(await save('before', 'first')).toMatchObject({ ok: true });
    expect(await save('as it was', 'pàss')).toMatchObject({ ok: true });
    expect(await state()).toMatchObject({ password: hex('pàss'), files: ALL_FILES });
  });

  afterAll(async () => {
    await installation?.close();
  });

  it.each([
    ['senders', SENDERS],
    ['doctors', `${FOLDER}\\medici.json`],
  ])('without any sharing is told as in use: %s', async (_which, file) => {
    const before = await state();
    const release = await installation.hold(file, 'none');
    const { status, document } = await mittente('status');
    expect(status).toBe(3);
    expect(document).toMatchObject({ doctors: [], error: { code: 'file-busy' } });
    expect(document.error.message).toContain(file.split('\\').at(-1));
    await release();
    expect((await mittente('status')).status).toBe(0);
    expect(await state()).toEqual(before);
  });

  it.each([
    ['senders.json', SENDERS],
    ['an export', EXPORT],
  ])('stops a save, and everything is as it was: %s', async (_which, file) => {
    const before = await state();
    const release = await installation.hold(file, 'read');
    const saved = await save('after', 'new pässword');
    const problem = { code: 'file-busy', file, restored: true };
    expect(saved).toMatchObject({ ok: false, problem });
    await release();
    expect(await state()).toEqual(before);
  });

  it('stops a removal, and the sender keeps its password', async () => {
    const before = await state();
    const release = await installation.hold(SENDERS, 'read');
    const { status, document } = await mittente('remove', '--doctor', 'rossi');
    expect(status).toBe(3);
    expect(document.error.code).toBe('file-busy');
    await release();
    expect(await state()).toEqual(before);
  });

  it('is waited for: a save goes on when it is let go', async () => {
    const release = await installation.hold(SENDERS, 'read');
    const saving = save('after', 'new pässword');
    await untilThere(installation.windows.here(`${SENDERS}.mittente-new`));
    await release();
    expect(await saving).toMatchObject({ ok: true });
    const after = await state();
    expect(after).toMatchObject({ password: hex('new pässword'), files: ALL_FILES });
    expect(JSON.parse(after.senders.toString()).senders[0].displayName).toBe('after');
    expect(after.exported.toString()).toBe('[Posta]\nNome=after\n');
  });
});
