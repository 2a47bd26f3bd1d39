/**
 * An id for a doctor who is typed in: the name in plain letters without its titles, and a number
 * if another doctor has it.
 */
export function idFromName(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(dott\.?(\s*ssa)?|dottoressa|dottore|dr\.?|prof\.?(\s*ssa)?)(?=[\s.])/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  const base = plain || 'medico';
  let id = base;
  for (let number = 2; taken.has(id); number += 1) id = `${base}-${number}`;
  return id;
}
