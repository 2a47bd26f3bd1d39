import { type ProvenSender, proven } from '../../../src/handouts/proven.ts';
import { storedSender } from '../wizard/world.ts';

export const NOW = new Date('2026-11-22T10:15:00.000Z');

export function provenSender(changes: Partial<ProvenSender> = {}): ProvenSender {
  const sender = proven(storedSender('rossi', { doctorName: 'Dott. Mario Rossi', ...changes }));
  if (sender === null) throw new Error('the stored sender is proven');
  return sender;
}

/** The entities that values are escaped with. */
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x2F': '/',
  '#x3D': '=',
  '#x60': '`',
};

/** What a reader sees of a page. */
export function textOf(html: string): string {
  const [, body = ''] = html.split('<body');
  return body
    .replace(/^[^>]*>|<[^>]+>/g, ' ')
    .replace(/&(#?\w+);/g, (_entity, name: string) => CHARACTERS[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
