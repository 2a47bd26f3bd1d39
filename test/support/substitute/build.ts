import { cp, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { projectFolder } from '../../../scripts/process.ts';

/** Where the substitute program lies once it is built. */
export const substituteFolder = join(projectFolder, '.cache', 'substitute');

/** A page that shows the wizard's view as it is, for tests of what lies around the page. */
const PAGE = `<!doctype html>
<html lang="it">
  <meta charset="utf-8" />
  <title>Mittente</title>
  <link rel="stylesheet" href="./page.css" />
  <main><pre></pre></main>
  <script type="module" src="./page.js"></script>
</html>
`;

const PAGE_STYLE = 'main { color: rgb(1, 2, 3); }\n';

const PAGE_SCRIPT = `const show = (view) => {
  document.querySelector('pre').textContent = JSON.stringify(view.page);
};
window.mittente.onView(show);
show(await window.mittente.current());
`;

/** Builds the program around the substitute wizard; `renderer` is a built page to use instead. */
export async function buildSubstitute(renderer: string | null = null): Promise<string> {
  await bundle('test/support/substitute/main.ts', 'main.js', 'es');
  await bundle('electron/preload.ts', 'preload.cjs', 'cjs');
  const page = join(substituteFolder, 'renderer');
  await mkdir(page, { recursive: true });
  if (renderer) await cp(renderer, page, { recursive: true });
  else {
    await writeFile(join(page, 'index.html'), PAGE);
    await writeFile(join(page, 'page.css'), PAGE_STYLE);
    await writeFile(join(page, 'page.js'), PAGE_SCRIPT);
  }
  return join(substituteFolder, 'main.js');
}

/** Builds one program into the folder of the substitute. */
export async function bundle(entry: string, name: string, format: 'es' | 'cjs'): Promise<void> {
  const config: InlineConfig = {
    configFile: false,
    root: projectFolder,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['electron', 'keytar'] },
    build: {
      ssr: join(projectFolder, entry),
      outDir: substituteFolder,
      emptyOutDir: false,
      minify: false,
      target: 'node20',
      rolldownOptions: {
        external: ['electron', 'keytar'],
        // One file: the gallery lays it beside a page of its own.
        output: { format, entryFileNames: name, codeSplitting: false },
      },
    },
  };
  await build(config);
}
