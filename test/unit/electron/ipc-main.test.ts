import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type IpcHandlers, pushToWindow, serveIpc } from '../../../electron/ipc-main.ts';
import { ipcSchema } from '../../../electron/ipc-schema.ts';
import { isOwnPage, PAGE_URL } from '../../../electron/page.ts';
import { wizardEventSchema } from '../../../src/wizard/events.ts';
import { viewOf } from '../../support/substitute/views.ts';

type Handler = (event: IpcMainInvokeEvent, ...values: unknown[]) => Promise<unknown>;

const registered = vi.hoisted(() => new Map<string, unknown>());

vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: unknown) => registered.set(channel, handler) },
}));

const contentsAt = (url: string) => ({ mainFrame: { url } }) as unknown as WebContents;
const view = viewOf({ name: 'loading' });

let own: WebContents | null;
const handle = vi.fn();
const current = vi.fn<IpcHandlers['current']>();
const onFault = vi.fn();

beforeEach(() => {
  vi.resetAllMocks();
  registered.clear();
  current.mockResolvedValue(view);
  own = contentsAt(PAGE_URL);
  const peer = { contents: () => own, isOwnPage };
  const handlers = { send: { schema: wizardEventSchema, handle }, current };
  serveIpc(async () => handlers, peer, onFault);
});

const speak = (name: 'send' | 'current', event: unknown, ...values: unknown[]) =>
  (registered.get(ipcSchema[name].channel) as Handler)(event as IpcMainInvokeEvent, ...values);

const ownEvent = () => ({ sender: own, senderFrame: own?.mainFrame });

describe('the handlers', () => {
  it('serve exactly the channels that the window calls', () => {
    expect([...registered.keys()]).toEqual([ipcSchema.send.channel, ipcSchema.current.channel]);
  });

  it('hand over an event and answer with the view', async () => {
    expect(await speak('send', ownEvent(), { type: 'HOME' })).toEqual({ ok: true, value: null });
    expect(handle).toHaveBeenCalledExactlyOnceWith({ type: 'HOME' });
    expect(await speak('current', ownEvent())).toEqual({ ok: true, value: view });
  });

  it.each([
    ['foreign-window', () => ({ sender: contentsAt(PAGE_URL), senderFrame: own?.mainFrame })],
    ['foreign-frame', () => ({ sender: own, senderFrame: { url: PAGE_URL } })],
    ['foreign-frame', () => ({ sender: own, senderFrame: null })],
  ])('refuse a %s', async (refusal, event) => {
    expect(await speak('send', event(), { type: 'HOME' })).toEqual({ ok: false, refusal });
    expect(await speak('current', event())).toEqual({ ok: false, refusal });
    expect(handle).not.toHaveBeenCalled();
    expect(current).not.toHaveBeenCalled();
  });

  it('refuse everybody while there is no window', async () => {
    const event = ownEvent();
    own = null;
    expect(await speak('current', event)).toEqual({ ok: false, refusal: 'foreign-window' });
  });

  it.each([
    'about:blank',
    'https://mittente/index.html',
    'app://elsewhere/index.html',
    'app://mittente/other.html',
    'app://mittente.example.com/index.html',
    '',
  ])('refuse the page %j', async (url) => {
    own = contentsAt(url);
    const refused = { ok: false, refusal: 'foreign-page' };
    expect(await speak('send', ownEvent(), { type: 'HOME' })).toEqual(refused);
    expect(handle).not.toHaveBeenCalled();
  });

  it('refuse an own key that would change prototypes', async () => {
    const event = JSON.parse('{ "type": "HOME", "__proto__": { "polluted": true } }');
    expect(await speak('send', ownEvent(), event)).toEqual({ ok: false, refusal: 'wrong-type' });
  });

  it('answer an exception with a code, and tell it to nobody but the log', async () => {
    const fault = new Error('with a secret');
    current.mockRejectedValue(fault);
    handle.mockImplementation(() => {
      throw fault;
    });
    const refused = { ok: false, refusal: 'internal' };
    expect(await speak('current', ownEvent())).toEqual(refused);
    expect(await speak('send', ownEvent(), { type: 'HOME' })).toEqual(refused);
    expect(onFault.mock.calls).toEqual([[fault], [fault]]);
  });
});

describe('pushToWindow', () => {
  it('sends to a living window only', () => {
    const send = vi.fn();
    const window = (isDestroyed: boolean) =>
      ({ isDestroyed: () => isDestroyed, send }) as unknown as WebContents;
    pushToWindow('onView', view, null);
    pushToWindow('onView', view, window(true));
    expect(send).not.toHaveBeenCalled();
    pushToWindow('onView', view, window(false));
    expect(send).toHaveBeenCalledExactlyOnceWith(ipcSchema.onView.channel, view);
  });
});
