import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app } from 'electron';
import { hardenProcess } from '../../electron/hardening.ts';
import { createPaper } from '../../electron/paper.ts';
import { registerPageScheme } from '../../electron/protocol.ts';
import type { NamedSheet } from './sheets.ts';

/** Makes the PDF of every sheet listed in a JSON file, as the program would, in a folder. */
const [list = '', assets = '', target = ''] = process.argv.slice(-3);

hardenProcess();
registerPageScheme();
app.on('window-all-closed', () => {
  // Each sheet has a window of its own: between two of them there is none.
});
app
  .whenReady()
  .then(async () => {
    const paper = createPaper(assets, () => null);
    const sheets: NamedSheet[] = JSON.parse(await readFile(list, 'utf8'));
    for (const { name, handout } of sheets) {
      const pdf = await paper.pdf(handout);
      if (!pdf.ok) throw new Error(`${name}: ${pdf.problem.detail}`);
      await writeFile(join(target, `${name}.pdf`), pdf.value);
    }
    app.exit(0);
  })
  .catch((error: unknown) => {
    console.error(error);
    app.exit(1);
  });
