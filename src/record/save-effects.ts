import { createFiles, type Files } from './files.ts';
import { createLock, type Lock } from './lock.ts';

/** What a save does to the world besides the keychain. */
export interface SaveEffects {
  readonly files: Files;
  readonly lock: Lock;
}

export const defaultEffects: SaveEffects = { files: createFiles(), lock: createLock() };
