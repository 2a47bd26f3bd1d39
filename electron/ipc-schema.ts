import type { WizardEvent } from '../src/wizard/events.ts';
import type { WizardView } from '../src/wizard/view.ts';
import type { MittenteApi } from './api.ts';

/** The window tells the main process something. `value` exists for the types only. */
interface Tell<Value> {
  readonly kind: 'tell';
  readonly channel: string;
  readonly value?: Value;
}

/** The window asks the main process for something. */
interface Ask<Value> {
  readonly kind: 'ask';
  readonly channel: string;
  readonly value?: Value;
}

/** The main process pushes something to the window. */
interface Push<Value> {
  readonly kind: 'push';
  readonly channel: string;
  readonly value?: Value;
}

type Entry = Tell<unknown> | Ask<unknown> | Push<unknown>;

const tell = <Value>(channel: string): Tell<Value> => ({ kind: 'tell', channel });
const ask = <Value>(channel: string): Ask<Value> => ({ kind: 'ask', channel });
const push = <Value>(channel: string): Push<Value> => ({ kind: 'push', channel });

/**
 * Every way between the window and the main process. The handlers in main, the preload's
 * functions, the window's types and the test double all derive from this constant.
 */
export const ipcSchema = {
  send: tell<WizardEvent>('mittente:send'),
  current: ask<WizardView>('mittente:current'),
  onView: push<WizardView>('mittente:view'),
};

export type IpcSchema = typeof ipcSchema;

export type ValueOf<E extends Entry> = NonNullable<E['value']>;

/** Names of the schema's entries of one kind. */
export type NamesOf<Kind extends Entry['kind']> = {
  [Name in keyof IpcSchema]: IpcSchema[Name]['kind'] extends Kind ? Name : never;
}[keyof IpcSchema];

/** Largest event that the main process reads, in UTF-16 units and values: a page types far less. */
export const MAX_EVENT_SIZE = 16 * 1024;

/** Why the main process does not do what was asked; all that ever crosses back. */
export const IPC_REFUSALS = [
  'foreign-window',
  'foreign-frame',
  'foreign-page',
  'wrong-arity',
  'wrong-type',
  'too-large',
  'internal',
] as const;

export type IpcRefusal = (typeof IPC_REFUSALS)[number];

export type IpcAnswer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: IpcRefusal };

/** What carries the messages: Electron's ipcRenderer in the product, a double in tests. */
export interface IpcTransport {
  invoke(channel: string, ...values: unknown[]): Promise<unknown>;
  /** Calls the listener with each pushed value; the function returned ends that. */
  listen(channel: string, listener: (value: unknown) => void): () => void;
}

type RendererSide<E extends Entry> =
  E extends Tell<infer Value>
    ? (value: Value) => void
    : E extends Ask<infer Value>
      ? () => Promise<Value>
      : E extends Push<infer Value>
        ? (listener: (value: Value) => void) => () => void
        : never;

function connect(entry: Entry, transport: IpcTransport): unknown {
  const invoke = async (...values: unknown[]) => {
    const answer = (await transport.invoke(entry.channel, ...values)) as IpcAnswer<unknown>;
    if (!answer.ok) throw new Error(`${entry.channel} refused: ${answer.refusal}`);
    return answer.value;
  };
  switch (entry.kind) {
    case 'tell':
      return (value: unknown) => {
        // One way for the caller, who can do nothing about a refusal; it is the developer's to see.
        invoke(value).catch((error: unknown) => console.error(String(error)));
      };
    case 'ask':
      return () => invoke();
    case 'push':
      return (listener: (value: unknown) => void) => transport.listen(entry.channel, listener);
  }
}

/** The window's functions over a transport. */
export function createApi(transport: IpcTransport): MittenteApi {
  const functions = Object.entries(ipcSchema).map(([name, entry]) => [
    name,
    connect(entry, transport),
  ]);
  const api: { [Name in keyof IpcSchema]: RendererSide<IpcSchema[Name]> } =
    Object.fromEntries(functions);
  return api;
}
