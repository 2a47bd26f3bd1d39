import { cp, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copySheetFonts } from '../../scripts/build.ts';
import { projectFolder, run, Stop } from '../../scripts/process.ts';
import { electronArguments, electronRuntime } from '../../scripts/runtime.ts';
import { assetPath } from '../../src/assets.ts';
import { HANDOUT_ASSETS } from '../../src/handouts/handout-assets.ts';
import type { Language } from '../../src/language.ts';
import { bundle, substituteFolder } from '../support/substitute/build.ts';
import { contactSheet } from './contact-sheet.ts';
import { sheetsIn } from './sheets.ts';

/** Dots to the inch: enough to judge type by. */
const RESOLUTION = '80';

/** Pictures of every page of every sheet in one language; resolves to how many there are. */
export async function pictureSheets(language: Language, folder: string): Promise<number> {
  const work = await mkdtemp(join(tmpdir(), 'mittente-sheets-'));
  try {
    const assets = join(work, 'assets');
    await cp(assetPath(HANDOUT_ASSETS), assets, { recursive: true });
    await copySheetFonts(assets);
    const list = join(work, 'sheets.json');
    await writeFile(list, JSON.stringify(await sheetsIn(language)));
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
    await makePdfs([list, assets, folder], work);
    for (const name of await readdir(folder)) await picture(folder, name);
  } finally {
    await rm(work, { recursive: true, force: true, maxRetries: 5 });
  }
  const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png'));
  await writeFile(join(folder, 'index.html'), contactSheet(`${language} handouts`, pictures));
  return pictures.length;
}

async function makePdfs(words: readonly string[], userData: string): Promise<void> {
  await bundle('test/screens/sheets-main.ts', 'sheets.js', 'es');
  const { executable } = await electronRuntime();
  const status = await run(executable, [
    ...electronArguments(),
    `--user-data-dir=${join(userData, 'data')}`,
    join(substituteFolder, 'sheets.js'),
    ...words,
  ]);
  if (status !== 0) throw new Stop('The sheets could not be made.');
}

async function picture(folder: string, pdf: string): Promise<void> {
  const words = [
    '-png',
    '-r',
    RESOLUTION,
    join(folder, pdf),
    join(folder, pdf.replace(/\.pdf$/, '')),
  ];
  const status = await run('pdftoppm', words, { cwd: projectFolder });
  if (status !== 0) throw new Stop(`${pdf} could not be read.`);
}
