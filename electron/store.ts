import ElectronStore from 'electron-store';
import { closeStoreChannel } from './ipc-main.ts';

/** Values that the program remembers between two starts. Never a password. */
export interface Store {
  /** The value as it was stored, to be validated by whoever asked; undefined for none. */
  get(key: string): unknown;
  set(key: string, value: unknown): void;
}

/**
 * The file in the user's data folder. What it holds is convenience: a corrupt file starts
 * afresh, a folder that cannot be written keeps the values until the program ends.
 */
export function openStore(onFault: (error: unknown) => void): Store {
  const memory = new Map<string, unknown>();
  const file = attempt(() => new ElectronStore({ name: 'state', clearInvalidConfig: true }));
  closeStoreChannel();
  return {
    get: (key) => (memory.has(key) ? memory.get(key) : attempt(() => file?.get(key))),
    set(key, value) {
      memory.set(key, value);
      attempt(() => file?.set(key, value));
    },
  };

  function attempt<Value>(action: () => Value): Value | undefined {
    try {
      return action();
    } catch (error) {
      onFault(error);
      return undefined;
    }
  }
}
