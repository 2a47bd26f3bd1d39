import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { contractSchemas } from '../src/record/schemas.ts';

/** Writes the JSON Schemas of the files that other programs read or write. */
const folder = path.join(import.meta.dirname, '..', 'assets', 'contract');
await mkdir(folder, { recursive: true });
for (const [name, content] of contractSchemas()) await writeFile(path.join(folder, name), content);
