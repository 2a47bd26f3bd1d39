import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, type Session, session, type WebContents } from 'electron';
import type { Handout } from '../src/handouts/handout.ts';
import type { Paper, PaperFault } from '../src/handouts/paper.ts';
import { fail, type Result, succeed } from '../src/result.ts';
import { confined } from './confined.ts';
import { PAGE_HOST, PAGE_SCHEME } from './page.ts';
import { type Asked, fileOf, nothing, respond, type Served, serve } from './protocol.ts';

/** A sheet has a style and fonts, and nothing else: no script, no picture, no network. */
export const SHEET_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** The partition of the sheets' session, in memory, apart from the window's. */
export const SHEET_PARTITION = 'sheets';

/**
 * Sheets on paper and as PDF, each in a window of its own that nobody sees, that runs no script and
 * is gone afterwards. `folder` holds their style and fonts; `parent` is asked where to save.
 */
export function createPaper(folder: string, parent: () => BrowserWindow | null): Paper {
  const open = new Map<string, string>();
  let own: Session | null = null;
  let count = 0;

  const answer = async (request: Asked): Promise<Served> => {
    const [name = '', ...deeper] = (request.method === 'GET' && fileOf(request.url)) || [];
    if (name === '' || deeper.length > 0) return nothing();
    const html = open.get(name);
    if (html !== undefined) return respond(html, name, SHEET_POLICY);
    const content = await readFile(join(folder, name)).catch(() => null);
    return content === null ? nothing() : respond(content, name, SHEET_POLICY);
  };

  async function withSheet<Value>(
    { html }: Handout,
    action: (contents: WebContents) => Promise<Value>,
  ): Promise<Result<Value, PaperFault>> {
    if (own === null) {
      own = session.fromPartition(SHEET_PARTITION);
      serve(own, answer);
    }
    count += 1;
    const name = `sheet-${count}.html`;
    open.set(name, html);
    const window = new BrowserWindow({
      show: false,
      // It is put on paper, never on the screen.
      paintWhenInitiallyHidden: false,
      webPreferences: { ...confined(own), javascript: false },
    });
    try {
      await window.loadURL(`${PAGE_SCHEME}://${PAGE_HOST}/${name}`);
      return succeed(await action(window.webContents));
    } catch (error) {
      return fail({ detail: error instanceof Error ? error.message : String(error) });
    } finally {
      open.delete(name);
      if (!window.isDestroyed()) window.destroy();
    }
  }

  return {
    print: (handout) => withSheet(handout, (contents) => printed(contents, handout)),
    pdf: (handout) =>
      withSheet(handout, (contents) =>
        contents.printToPDF({
          pageSize: handout.paper,
          preferCSSPageSize: true,
          printBackground: true,
          generateTaggedPDF: true,
          generateDocumentOutline: true,
        }),
      ),
    async askWhere(fileName) {
      const options = {
        defaultPath: join(documents(), fileName),
        filters: [{ name: 'PDF', extensions: ['pdf'] }],
      };
      const window = parent();
      const { filePath } = await (window
        ? dialog.showSaveDialog(window, options)
        : dialog.showSaveDialog(options));
      return filePath || null;
    },
  };
}

/** The system's dialog; rejects with its reason when it did not print. */
function printed(contents: WebContents, { paper }: Handout): Promise<'printed' | 'cancelled'> {
  return new Promise((resolve, reject) => {
    contents.print({ printBackground: true, pageSize: paper }, (success, reason) => {
      if (success) resolve('printed');
      // Electron has no other sign of a person who changed their mind.
      else if (/cancel/i.test(reason)) resolve('cancelled');
      else reject(new Error(reason));
    });
  });
}

/** Where a person looks for documents; a folder that was moved away has no path. */
function documents(): string {
  try {
    return app.getPath('documents');
  } catch {
    return app.getPath('home');
  }
}
