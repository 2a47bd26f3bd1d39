import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { whyNoWindows } from '../../servers/wine.ts';
import { type Installation, installMittente } from '../windows/installation.ts';
import { deployProfile, edit } from './shipped.ts';

const FOLDER = 'C:\\Cartella clinica';
const FILE = `${FOLDER}\\posta-rossi.ini`;
const LIMITS = { perHour: null, perMinute: 20, recipientsPerMessage: 100, source: null };

const sender = (over: object = {}) => ({
  doctorId: 'rossi',
  doctorName: 'Dott. Niccolò Rossi',
  choice: 'personal',
  address: 'niccolo.rossi@example.test',
  displayName: 'Studio Rossi',
  provider: null,
  smtp: {
    host: 'smtp.example.test',
    port: 587,
    security: 'starttls',
    auth: 'password',
    username: 'niccolo.rossi@example.test',
  },
  credential: { service: '', account: '' },
  limits: { perDay: 500, ...LIMITS },
  status: 'verified',
  verified: null,
  ...over,
});

const why = whyNoWindows();

describe.skipIf(why !== null)(`the profile for INI files ${why ?? ''}`, () => {
  let installation: Installation;

  beforeAll(async () => {
    installation = await installMittente();
    await deployProfile('ini', installation.windows.here(FOLDER));
  }, 900_000);

  afterAll(async () => {
    await installation?.close();
  });

  const save = (over: object) =>
    installation.save({
      profile: `${FOLDER}\\record-profile.json`,
      sender: sender(over),
      password: 'x',
      now: '2026-11-22T10:15:00.000Z',
    });

  /** What a Windows program is given, in both of the system's ways. */
  const read = async (section: string, ...keys: string[]) => {
    const values = await installation.ini(FILE, section, keys);
    return Object.fromEntries(keys.map((key, at) => [key, values[at]]));
  };
  const both = (value: string) => [value, value];

  it('gives a Windows program everything that it needs to send', async () => {
    expect(await save({})).toMatchObject({ ok: true });
    const who = ['Medico', 'NomeMedico', 'Indirizzo', 'NomeVisualizzato', 'Stato'];
    expect(await read('Mittente', ...who)).toEqual({
      Medico: both('rossi'),
      NomeMedico: both('Dott. Niccolò Rossi'),
      Indirizzo: both('niccolo.rossi@example.test'),
      NomeVisualizzato: both('Studio Rossi'),
      Stato: both('verified'),
    });
    expect(await read('SMTP', 'Server', 'Porta', 'TlsImplicito', 'Utente')).toEqual({
      Server: both('smtp.example.test'),
      Porta: both('587'),
      TlsImplicito: both('0'),
      Utente: both('niccolo.rossi@example.test'),
    });
    const limits = ['AlGiorno', 'AllOra', 'AlMinuto', 'DestinatariPerMessaggio'];
    expect(await read('Limiti', ...limits)).toEqual({
      AlGiorno: both('500'),
      AllOra: both(''),
      AlMinuto: both('20'),
      DestinatariPerMessaggio: both('100'),
    });
  });

  it.each([
    ['  blanks at both ends  ', '"in quotes"'],
    ["'in apostrophes'", '"'],
    ['a;b ; c', '; at the beginning'],
    ['# 1', 'a=b'],
    ['[Mittente]', 'C:\\n\\t\\'],
    ['Però, perché, più: àèìòù ÀÈÌÒÙ', '€ – “dolci” ‘Œ’ ÿ Ž'],
    ['""twice""', `"mixed'`],
    ['%PATH% {{address}}', ' "blanks around quotes" '],
  ])('gives back unchanged: %s and %s', async (doctorName, displayName) => {
    expect(await save({ doctorName, displayName })).toMatchObject({ ok: true });
    expect(await read('Mittente', 'NomeMedico', 'NomeVisualizzato')).toEqual({
      NomeMedico: both(doctorName),
      NomeVisualizzato: both(displayName),
    });
  });

  it('writes nothing rather than a name with a letter that Windows-1252 lacks', async () => {
    const before = await installation.read(FILE);
    const problem = { code: 'value-not-writable', which: 'export', key: 'displayName' };
    expect(await save({ displayName: 'Łukasz' })).toMatchObject({ ok: false, problem });
    expect(await installation.read(FILE)).toEqual(before);
  });

  it('takes every name once its encoding is UTF-16', async () => {
    const profile = installation.windows.here(`${FOLDER}\\record-profile.json`);
    await edit(profile, (text) => text.replace('windows-1252', 'utf-16le'));
    const displayName = ' Łukasz Ποσειδῶν 😀 ';
    expect(await save({ displayName })).toMatchObject({ ok: true });
    const { NomeVisualizzato } = await read('Mittente', 'NomeVisualizzato');
    expect(NomeVisualizzato?.[0]).toBe(displayName);
  });
});
