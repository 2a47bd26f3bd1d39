import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../../scripts/process.ts';

export interface DocsPage {
  /** Path from the project's folder. */
  readonly name: string;
  readonly text: string;
}

const inDocs = readdirSync(join(projectFolder, 'docs'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => join('docs', name));

/** Every page that people read about the project. */
export const PAGES: readonly DocsPage[] = ['README.md', 'SECURITY.md', ...inDocs].map((name) => ({
  name,
  text: readFileSync(join(projectFolder, name), 'utf8'),
}));

const FENCE = /^```.*?^```$/gms;

/** A page without its blocks of code. */
export const proseOf = ({ text }: DocsPage): string => text.replaceAll(FENCE, '');

/** What a page sets as code: blocks line by line, and pieces within sentences. */
export function codeOf(page: DocsPage): string[] {
  const blocks = [...page.text.matchAll(FENCE)].flatMap(([block]) =>
    block.split('\n').slice(1, -1),
  );
  const pieces = [...proseOf(page).matchAll(/`([^`]+)`/g)].map(([, piece = '']) => piece);
  return [...blocks, ...pieces.map((piece) => piece.replaceAll(/\s+/g, ' '))];
}

/** What a heading is linked by, as GitHub makes it; repeated headings are not told apart. */
export function anchorsOf({ text }: DocsPage): Set<string> {
  const headings = [...text.replaceAll(FENCE, '').matchAll(/^#+ (.*)$/gm)].map(([, title = '']) =>
    title
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\p{M} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
  const named = [...text.matchAll(/<a id="([^"]+)">/g)].map(([, id = '']) => id);
  return new Set([...headings, ...named]);
}
