import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { losslessCompressPng, pngQuantize } from '@napi-rs/image';
import { build } from 'vite';
import { LANGUAGES, type Language } from '../src/language.ts';
import { languageSchema } from '../src/language-schema.ts';
import { z } from '../src/zod.ts';
import { contactSheet } from '../test/screens/contact-sheet.ts';
import { type Fixture, fixturesIn } from '../test/screens/fixtures.ts';
import { LOOKS, type Look, openGallery } from '../test/screens/gallery.ts';
import { GUIDE_PICTURES } from '../test/screens/guide-pictures.ts';
import { pictureSheets } from '../test/screens/sheet-pictures.ts';
import { main, projectFolder, Stop } from './process.ts';
import { openSession } from './session.ts';
import { ensureSystem } from './system.ts';

const folder = join(projectFolder, 'screens');

/** What `--only` calls the sheets, and the name of their folder. */
const HANDOUTS = 'handouts';

const USAGE = `Usage: npm run screens -- [--only PAGE|handouts] [--language it|en|de] [--look NAME]
       npm run screens -- --docs     the pictures of the guides, in docs/pictures
Looks: ${LOOKS.map(({ name }) => name).join(', ')}`;

interface Shots {
  readonly title: string;
  readonly look: Look;
  readonly fixtures: readonly Fixture[];
  readonly place: string;
}

interface Wanted {
  readonly shots: readonly Shots[];
  /** The languages in which the sheets are pictured. */
  readonly sheets: readonly Language[];
  /** The guides' pictures are small and lie among the documents; others have a page that shows all. */
  readonly docs: boolean;
  /** Only some pages: the pictures of the others stay. */
  readonly some: boolean;
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      language: { type: 'string' },
      look: { type: 'string' },
      docs: { type: 'boolean', default: false },
    },
  });
  const language = z.optional(languageSchema).safeParse(values.language);
  const looks = LOOKS.filter(({ name }) => values.look === undefined || name === values.look);
  if (!language.success || looks.length === 0) throw new Stop(USAGE);
  if (values.docs) return { shots: [guideShots()], sheets: [], docs: true, some: false };
  const languages = language.data === undefined ? LANGUAGES : [language.data];
  if (values.only === HANDOUTS) return { shots: [], sheets: languages, docs: false, some: true };
  const shots = languages.flatMap((each) => shotsIn(each, each === languages[0], looks));
  const chosen = shots.map((shot) => ({
    ...shot,
    fixtures: shot.fixtures.filter(({ page }) => !values.only || page === values.only),
  }));
  if (chosen.every(({ fixtures }) => fixtures.length === 0)) {
    throw new Stop(`No page "${values.only}".`);
  }
  const some = values.only !== undefined;
  return { shots: chosen, sheets: some ? [] : languages, docs: false, some };
}

const shotsIn = (language: Language, first: boolean, looks: readonly Look[]): Shots[] =>
  looks
    .filter((look) => first || !look.colours)
    .map((look) => ({
      title: `${language} ${look.name}`,
      look,
      fixtures: fixturesIn(language),
      place: join(folder, language, look.name),
    }));

function guideShots(): Shots {
  const fixtures = fixturesIn('it').filter((fixture) => GUIDE_PICTURES.includes(nameOf(fixture)));
  if (fixtures.length !== GUIDE_PICTURES.length) throw new Stop('A picture of the guides is gone.');
  const [look] = LOOKS as readonly [Look];
  return { title: 'guides', look, fixtures, place: join(projectFolder, 'docs', 'pictures') };
}

/** The sheets and the window's pages; resolves to the exit status. */
async function takePictures(choice: Wanted): Promise<number> {
  for (const language of choice.sheets) {
    const count = await pictureSheets(language, join(folder, HANDOUTS, language));
    console.log(`${count} pictures of handouts in ${language}`);
  }
  return choice.shots.length === 0 ? 0 : takeScreens(choice);
}

/** Pictures of every page and state, in the real window fed with made-up views. */
async function takeScreens({ shots, docs, some }: Wanted): Promise<number> {
  const program = join(projectFolder, '.cache', 'screens');
  await build({
    configFile: join(projectFolder, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(program, 'renderer') },
  });
  const gallery = await openGallery(program);
  let count = 0;
  try {
    for (const { title, look, fixtures, place } of shots) {
      if (!some) await rm(place, { recursive: true, force: true });
      await mkdir(place, { recursive: true });
      await gallery.wear(look);
      const names = fixtures.map((fixture) => `${nameOf(fixture)}.png`);
      for (const [at, fixture] of fixtures.entries()) {
        const file = join(place, names[at] ?? '');
        await gallery.show(fixture);
        await gallery.picture(file);
        await gallery.leave(fixture);
        if (docs) await makeSmall(file);
        count += 1;
      }
      if (!docs) await writeFile(join(place, 'index.html'), contactSheet(title, names));
    }
  } finally {
    await gallery.close();
  }
  for (const complaint of gallery.complaints()) console.error(complaint);
  const where = docs ? (shots[0]?.place ?? folder) : folder;
  console.log(`${count} pictures in ${relative(process.cwd(), where)}`);
  return gallery.complaints().length === 0 ? 0 : 1;
}

/** A window has few colours: a palette of 256 shows the same in a fifth of the bytes. */
async function makeSmall(file: string): Promise<void> {
  const few = await pngQuantize(await readFile(file), {
    minQuality: 80,
    maxQuality: 100,
    speed: 1,
  });
  await writeFile(file, await losslessCompressPng(few));
}

const nameOf = ({ page, state }: Fixture) => `${page}.${state}`;

await main(async () => {
  const choice = wanted();
  if (choice.sheets.length > 0) ensureSystem('paper');
  const session = await openSession({ keyring: 'existing-or-private', display: true });
  try {
    Object.assign(process.env, session.env);
    return await takePictures(choice);
  } finally {
    await session.close();
  }
});
