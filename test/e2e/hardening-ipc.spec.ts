import { ipcSchema, MAX_EVENT_SIZE } from '../../electron/ipc-schema.ts';
import { expect, test } from '../support/fixtures.ts';
import { forgeFromPage, forgeFromSecondWindow } from '../support/inside.ts';

const send = ipcSchema.send.channel;
const current = ipcSchema.current.channel;

test.describe('the main process', { tag: '@packaged' }, () => {
  test('listens to the window and to nothing else that was injected', async ({ mittente }) => {
    const forge = await forgeFromPage(mittente.app, mittente.page);
    expect(await forge(current)).toMatchObject({ ok: true });
    expect(await forge(send, { type: 'HOME' })).toEqual({ ok: true, value: null });
    for (const channel of ['mittente:view', 'electron-store-get-data', 'shell', 'mittente:']) {
      expect(await forge(channel)).toContain(`No handler registered for '${channel}'`);
    }
  });

  test('refuses every channel with too few or too many values', async ({ mittente }) => {
    const forge = await forgeFromPage(mittente.app, mittente.page);
    const refused = { ok: false, refusal: 'wrong-arity' };
    expect(await forge(send)).toEqual(refused);
    expect(await forge(send, { type: 'HOME' }, { type: 'HOME' })).toEqual(refused);
    expect(await forge(current, {})).toEqual(refused);
  });

  test('refuses what is not one of the events, exactly', async ({ mittente }) => {
    const forge = await forgeFromPage(mittente.app, mittente.page);
    const events = [
      null,
      'HOME',
      42,
      [],
      [{ type: 'HOME' }],
      {},
      { type: 'NOTHING' },
      { type: 'HOME', more: true },
      { type: 'CHOOSE', choice: 'other' },
      { type: 'OPEN_LINK', link: 'https://example.com' },
      { type: 'SUBMIT_PASSWORD', password: { reveal: 'x' } },
      { type: 'SUBMIT_PASSWORD', password: 'x'.repeat(2000) },
    ];
    for (const event of events) {
      expect([event, await forge(send, event)]).toEqual([
        event,
        { ok: false, refusal: 'wrong-type' },
      ]);
    }
  });

  test('refuses what is larger than any event, without reading it', async ({ mittente }) => {
    const forge = await forgeFromPage(mittente.app, mittente.page);
    const refused = { ok: false, refusal: 'too-large' };
    const long = 'x'.repeat(MAX_EVENT_SIZE);
    expect(await forge(send, { type: 'TYPE_ADDRESS', address: long })).toEqual(refused);
    expect(await forge(send, { type: 'HOME', [long]: 1 })).toEqual(refused);
    expect(await forge(send, Array(MAX_EVENT_SIZE).fill(0))).toEqual(refused);
  });

  test('refuses a second window', async ({ mittente }) => {
    const forge = await forgeFromSecondWindow(mittente.app);
    const refused = { ok: false, refusal: 'foreign-window' };
    expect(await forge(current)).toEqual(refused);
    expect(await forge(send, { type: 'HOME' })).toEqual(refused);
  });

  test('refuses another page in its own window', async ({ mittente }) => {
    const answers = await mittente.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const ask = 'window.mittente.current().then(() => "answered", (error) => error.message)';
      const answers: unknown[] = [];
      for (const url of ['about:blank', 'app://mittente/nothing.html']) {
        await contents?.loadURL(url).catch(() => null);
        answers.push(await contents?.executeJavaScript(ask));
      }
      return answers;
    });
    expect(answers).toEqual(Array(2).fill('mittente:current refused: foreign-page'));
  });
});
