import { type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import type { z } from '../src/zod.ts';
import {
  type IpcAnswer,
  type IpcRefusal,
  type IpcSchema,
  ipcSchema,
  MAX_EVENT_SIZE,
  type NamesOf,
  type ValueOf,
} from './ipc-schema.ts';
import { isLargerThan } from './size.ts';

/** What main does for each entry of the schema; a forgotten one, or its check, does not compile. */
export type IpcHandlers = {
  readonly [Name in NamesOf<'tell'>]: {
    readonly schema: z.ZodMiniType<ValueOf<IpcSchema[Name]>>;
    readonly handle: (value: ValueOf<IpcSchema[Name]>) => void;
  };
} & {
  readonly [Name in NamesOf<'ask'>]: () => Promise<ValueOf<IpcSchema[Name]>>;
};

/** The only page that may speak to the main process. */
export interface IpcPeer {
  /** The window's contents, or null while there is no window. */
  contents(): WebContents | null;
  isOwnPage(url: string): boolean;
}

/** Who speaks, as far as it matters; null when it is the window's own page. */
export function refuseSpeaker(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  peer: IpcPeer,
): IpcRefusal | null {
  const own = peer.contents();
  if (own === null || event.sender !== own) return 'foreign-window';
  const frame = event.senderFrame;
  // A frame that is gone, or has moved on since it spoke, is null.
  if (frame === null || frame !== own.mainFrame) return 'foreign-frame';
  return peer.isOwnPage(frame.url) ? null : 'foreign-page';
}

/**
 * Serves the schema's channels to one window. `handlers` is called for what the page may ask, which
 * waits for them. `onFault` hears of exceptions, which are bugs.
 */
export function serveIpc(
  handlers: () => Promise<IpcHandlers>,
  peer: IpcPeer,
  onFault: (error: unknown) => void,
): void {
  serve(ipcSchema.send.channel, 1, async ([value]) => {
    if (isLargerThan(value, MAX_EVENT_SIZE)) return refused('too-large');
    const { schema, handle } = (await handlers()).send;
    const parsed = schema.safeParse(value);
    if (!parsed.success) return refused('wrong-type');
    handle(parsed.data);
    return { ok: true, value: null };
  });
  serve(ipcSchema.current.channel, 0, async () => {
    const { current } = await handlers();
    return { ok: true, value: await current() };
  });

  function serve(
    channel: string,
    arity: number,
    answer: (values: unknown[]) => Promise<IpcAnswer<unknown>>,
  ): void {
    ipcMain.handle(channel, async (event, ...values): Promise<IpcAnswer<unknown>> => {
      try {
        const refusal = refuseSpeaker(event, peer);
        if (refusal) return refused(refusal);
        return values.length === arity ? await answer(values) : refused('wrong-arity');
      } catch (error) {
        onFault(error);
        return refused('internal');
      }
    });
  }
}

/** Pushes to the window, if there is one that still lives. */
export function pushToWindow<Name extends NamesOf<'push'>>(
  name: Name,
  value: ValueOf<IpcSchema[Name]>,
  contents: WebContents | null,
): void {
  if (contents && !contents.isDestroyed()) contents.send(ipcSchema[name].channel, value);
}

/** Closes the channel that electron-store opens for renderers; ours has no use for it. */
export function closeStoreChannel(): void {
  ipcMain.removeAllListeners('electron-store-get-data');
}

function refused(refusal: IpcRefusal): IpcAnswer<never> {
  return { ok: false, refusal };
}
