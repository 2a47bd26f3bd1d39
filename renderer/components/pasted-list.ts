export interface PastedLine {
  readonly address: string;
  /** null: the line holds an address alone. */
  readonly password: string | null;
}

/**
 * What was copied from a table: a line for each doctor, address and password in two columns. null:
 * one address alone, which the field takes by itself. Blanks can be part of a password, so they stay.
 */
export function parsePasted(text: string): readonly PastedLine[] | null {
  if (!/[\t\r\n]/.test(text.trim())) return null;
  const lines = text.replace(/(\r?\n|\r)$/, '').split(/\r?\n|\r/);
  return lines.map((line) => {
    const [address = '', password = ''] = line.split('\t');
    return { address: address.trim(), password: password === '' ? null : password };
  });
}
