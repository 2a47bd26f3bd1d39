/**
 * The id of a doctor whose name was typed in: the name in lower-case ASCII letters, digits and
 * hyphens, without titles, and numbered where another doctor has it.
 */
export function doctorIdFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(dott|dottssa|dr|prof)\b\.?(ssa\b\.?)?/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = plain || 'medico';
  let id = base;
  for (let number = 2; taken.includes(id); number += 1) id = `${base}-${number}`;
  return id;
}
