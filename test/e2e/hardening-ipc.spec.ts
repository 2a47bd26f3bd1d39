import { readdir } from 'node:fs/promises';
import { ipcSchema, MAX_EVENT_SIZE } from '../../electron/ipc-schema.ts';
import { it } from '../../src/texts/it/index.ts';
import type { WizardEvent } from '../../src/wizard/events.ts';
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

  test('refuses what only looks like an event, however it is made', async ({ mittente }) => {
    await forgeFromPage(mittente.app, mittente.page);
    const answers = await mittente.page.evaluate((channel) => {
      const { forge } = globalThis as unknown as {
        forge(channel: string, values: unknown[]): Promise<unknown>;
      };
      class Event {
        get type() {
          return 'HOME';
        }
      }
      const circular: Record<string, unknown> = { type: 'HOME' };
      circular.self = circular;
      const made: Record<string, () => unknown> = {
        'a prototype’s type': () => Object.create({ type: 'HOME' }),
        'a class’s getter': () => new Event(),
        'a constructor': () => ({ type: 'HOME', constructor: { prototype: {} } }),
        'a type that is an object': () => ({ type: { toString: 'HOME' } }),
        'a list with a type': () => Object.assign([], { type: 'HOME' }),
        'a map': () => new Map([['type', 'HOME']]),
        'an own circle': () => circular,
        bytes: () => new Uint8Array(8),
        'a date': () => new Date(0),
        'a big number': () => 1n,
        'a getter that throws': () => ({
          get type() {
            throw new Error('from the page');
          },
        }),
        'a proxy that throws': () =>
          new Proxy(
            { type: 'HOME' },
            {
              ownKeys() {
                throw new Error('from the page');
              },
            },
          ),
        'a function': () => ({ type: 'HOME', run: () => 1 }),
      };
      return Promise.all(
        Object.entries(made).map(async ([name, make]) => {
          try {
            return [name, await forge(channel, [make()])] as const;
          } catch (error) {
            return [name, String(error)] as const;
          }
        }),
      );
    }, send);
    for (const [name, answer] of answers) {
      const refused =
        typeof answer === 'string' ? answer : (answer as { refusal?: string }).refusal;
      expect([name, refused]).toEqual([
        name,
        // What cannot be copied between processes does not leave the page.
        expect.stringMatching(/^(wrong-type|too-large|Error: .*|.*could not be cloned.*)$/),
      ]);
      // One line, without the place in our code where it was refused.
      expect(JSON.stringify(answer)).not.toMatch(/\bat .*:\d+|\.(js|ts|cjs)\b/);
    }
  });

  test('takes nothing of a prototype from the page', async ({ mittente }) => {
    const forge = await forgeFromPage(mittente.app, mittente.page);
    const polluting = JSON.parse('{ "type": "HOME", "__proto__": { "polluted": 1 } }');
    await forge(send, polluting);
    expect(await mittente.page.evaluate(() => 'polluted' in {})).toBe(false);
    expect(await mittente.app.evaluate(() => 'polluted' in {})).toBe(false);
  });

  test('does nothing that the page shown does not offer', async ({ mittente, practice }) => {
    const { page } = mittente;
    const forge = await forgeFromPage(mittente.app, page);
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).not.toHaveText(it.pages.loading.title);
    const before = await title.textContent();
    const events: WizardEvent[] = [
      { type: 'SAVE', displayName: 'Dott. Mario Rossi' },
      { type: 'SUBMIT_PASSWORD', password: 'not-asked-for' },
      { type: 'SUBMIT_ADDRESS', address: 'mario.rossi@example.com' },
      {
        type: 'SUBMIT_SERVER',
        server: { host: '127.0.0.1', port: 465, security: 'tls' },
        username: 'rossi',
      },
      { type: 'RETRY' },
      { type: 'TRY_OTHER_SERVER' },
      { type: 'SET_SENDERS_ASIDE' },
      { type: 'MAIL_PLUS_ARRIVED' },
      { type: 'ENTER_PASSWORD', doctorId: 'rossi' },
      { type: 'START_RECHECK', doctorIds: ['rossi'] },
      { type: 'GO_TO_STEP', step: 'done' },
      { type: 'OPEN_DOCTOR', doctorId: '../../rossi' },
      { type: 'OPEN_LINK', link: 'provider-page' },
    ];
    for (const event of events) {
      expect([event, await forge(send, event)]).toEqual([event, { ok: true, value: null }]);
    }
    expect(await title.textContent()).toBe(before);
    expect((await readdir(practice.folder)).sort()).toEqual(['medici.json', 'record-profile.json']);
  });

  test('gives frames that were put into the page nothing, and hears none', async ({ mittente }) => {
    const reached = await mittente.page.evaluate(async () => {
      const put = (properties: Partial<HTMLIFrameElement>) =>
        new Promise<boolean>((resolve) => {
          const frame = Object.assign(document.createElement('iframe'), properties);
          frame.onload = () => {
            try {
              resolve('mittente' in (frame.contentWindow as Window));
            } catch {
              // Of another origin: not even looked into.
              resolve(false);
            }
          };
          document.body.append(frame);
        });
      return [
        await put({ src: 'about:blank' }),
        await put({ srcdoc: '<p>text</p>' }),
        await put({ src: 'data:text/html,<p>text</p>' }),
        await put({ src: URL.createObjectURL(new Blob(['<p>text</p>'], { type: 'text/html' })) }),
      ];
    });
    expect(reached).toEqual([false, false, false, false]);
    const answers = await mittente.app.evaluate(
      async ({ BrowserWindow, ipcMain }, channels) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        // Electron's own table: such a frame has no way to call, so the call is made for it.
        const { _invokeHandlers: handlers } = ipcMain as unknown as {
          _invokeHandlers: Map<string, (event: object, ...values: unknown[]) => Promise<unknown>>;
        };
        const frames = contents?.mainFrame.frames ?? [];
        return Promise.all(
          frames.flatMap((senderFrame) =>
            channels.map((channel) =>
              handlers.get(channel)?.({ sender: contents, senderFrame }, { type: 'HOME' }),
            ),
          ),
        );
      },
      [send, current],
    );
    expect(answers).toEqual(Array(8).fill({ ok: false, refusal: 'foreign-frame' }));
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
