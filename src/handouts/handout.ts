import { readFile } from 'node:fs/promises';
import { assetPath } from '../assets.ts';
import type { Language } from '../language.ts';
import { HANDOUT_ASSETS } from './handout-assets.ts';

export type PaperSize = 'A4' | 'A5';

/** A sheet ready to be put on paper. */
export interface Handout {
  /** What the PDF calls itself. */
  readonly title: string;
  /** Proposed for the PDF, with its ending. */
  readonly fileName: string;
  /** A whole page, without script, for the style and fonts of the `handouts` folder beside it. */
  readonly html: string;
  readonly paper: PaperSize;
}

/** What a template is filled with. */
export interface Sheet {
  readonly template: 'notice' | 'summary' | 'work-report';
  readonly language: Language;
  readonly paper: PaperSize;
  readonly title: string;
  /** Whose sheet it is: part of the proposed file name. */
  readonly of: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** Fills a sheet's template; every value is text and is escaped as such. */
export async function makeHandout(sheet: Sheet): Promise<Handout> {
  const { title, paper, language, values } = sheet;
  const file = assetPath(`${HANDOUT_ASSETS}/${sheet.template}.html.mustache`);
  const template = await readFile(file, 'utf8');
  const { default: mustache } = await import('mustache');
  const html = mustache.render(template, { ...values, title, language, paper });
  return { title, paper, html, fileName: fileName([title, paper === 'A4' ? '' : paper, sheet.of]) };
}

/** What Windows takes in a name, of a length that leaves room for the folder. */
function fileName(parts: readonly string[]): string {
  const name = parts
    .filter((part) => part !== '')
    .join(' - ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 120)
    .trim();
  return `${name}.pdf`;
}

/** An address for a line that may break before its domain and nowhere else while it fits. */
export function addressParts(address: string): { readonly local: string; readonly domain: string } {
  const at = address.lastIndexOf('@');
  return { local: address.slice(0, at), domain: address.slice(at) };
}

/** How large a sheet is set, so that long names and addresses still fit on its one page. */
export function sizeOf(sender: {
  readonly address: string;
  readonly doctorName: string;
  readonly displayName: string;
}): 'large' | 'medium' | 'small' {
  const { address, doctorName, displayName } = sender;
  const names = Math.max(doctorName.length, displayName.length);
  if (address.length <= 26 && names <= 40) return 'large';
  return address.length <= 45 && names <= 60 ? 'medium' : 'small';
}
