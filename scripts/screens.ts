import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';
import { LANGUAGES, type Language, languageSchema } from '../src/language.ts';
import { contactSheet } from '../test/screens/contact-sheet.ts';
import { type Fixture, fixturesIn } from '../test/screens/fixtures.ts';
import { LOOKS, type Look, openGallery } from '../test/screens/gallery.ts';
import { main, projectFolder, Stop } from './process.ts';
import { openSession } from './session.ts';

const folder = join(projectFolder, 'screens');

const USAGE = `Usage: npm run screens -- [--only PAGE] [--language it|en|de] [--look NAME]
Looks: ${LOOKS.map(({ name }) => name).join(', ')}`;

interface Wanted {
  readonly page: string | undefined;
  readonly languages: readonly Language[];
  readonly looks: readonly Look[];
}

function wanted(): Wanted {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      language: { type: 'string' },
      look: { type: 'string' },
    },
  });
  const language = languageSchema.optional().safeParse(values.language);
  const looks = LOOKS.filter(({ name }) => values.look === undefined || name === values.look);
  if (!language.success || looks.length === 0) throw new Stop(USAGE);
  return {
    page: values.only,
    languages: language.data === undefined ? LANGUAGES : [language.data],
    looks,
  };
}

/** Pictures of every page and state, in the real window fed with made-up views. */
async function takeScreens({ page, languages, looks }: Wanted): Promise<number> {
  const program = join(projectFolder, '.cache', 'screens');
  await build({
    configFile: join(projectFolder, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: join(program, 'renderer') },
  });
  const shots = languages.flatMap((language) => {
    const fixtures = fixturesIn(language).filter((fixture) => !page || fixture.page === page);
    return looks
      .filter((look) => language === languages[0] || !look.colours)
      .map((look) => ({ language, look, fixtures }));
  });
  if (shots.every(({ fixtures }) => fixtures.length === 0)) throw new Stop(`No page "${page}".`);
  const gallery = await openGallery(program);
  let count = 0;
  try {
    for (const { language, look, fixtures } of shots) {
      const place = join(folder, language, look.name);
      if (page === undefined) await rm(place, { recursive: true, force: true });
      await mkdir(place, { recursive: true });
      await gallery.wear(look);
      for (const fixture of fixtures) {
        await gallery.show(fixture);
        await gallery.picture(join(place, fileName(fixture)));
        await gallery.leave(fixture);
        count += 1;
      }
      const names = fixtures.map(fileName);
      await writeFile(join(place, 'index.html'), contactSheet(`${language} ${look.name}`, names));
    }
  } finally {
    await gallery.close();
  }
  for (const complaint of gallery.complaints()) console.error(complaint);
  console.log(`${count} pictures in ${relative(process.cwd(), folder)}`);
  return gallery.complaints().length === 0 ? 0 : 1;
}

const fileName = ({ page, state }: Fixture) => `${page}.${state}.png`;

await main(async () => {
  const choice = wanted();
  const session = await openSession({ keyring: 'existing-or-private', display: true });
  try {
    Object.assign(process.env, session.env);
    return await takeScreens(choice);
  } finally {
    await session.close();
  }
});
