import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * Path of a file or folder that the product reads at run time, such as `campaign.json`. The assets
 * lie beside `src` in the project, and beside or above the bundles in `dist`, packaged or not.
 */
export function assetPath(name: string): string {
  return fileURLToPath(new URL(name, folder));
}

const beside = new URL('./assets/', import.meta.url);
const folder = existsSync(fileURLToPath(beside)) ? beside : new URL('../assets/', import.meta.url);
