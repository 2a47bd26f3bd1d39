import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { app } from 'electron';

/**
 * Must run before the single-instance lock is asked for: where the data folder takes no file (a full
 * disk, somebody else's folder), Chromium finds no lock, takes this for a second start, and the
 * program would end without a word. Such a start works in a temporary folder, and remembers nothing.
 */
export function ensureDataFolder(onFault: (error: unknown) => void): void {
  const folder = app.getPath('userData');
  try {
    mkdirSync(folder, { recursive: true });
    rmdirSync(mkdtempSync(join(folder, 'try-')));
  } catch (error) {
    onFault(error);
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'mittente-')));
  }
}
