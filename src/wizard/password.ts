import type { Provider } from '../providers/catalogue.ts';

export type PasswordProblem = 'empty' | 'line-break';

/**
 * A password as it was meant: line ends that came along with a paste go, and so do the blanks in
 * which providers group the characters of an app password. Those of an account password stay:
 * they can be part of it.
 */
export function cleanPassword(typed: string, provider: Provider | null | undefined): string {
  const pasted = typed.replace(/^[\r\n\t]+|[\r\n\t]+$/g, '');
  const grouped =
    provider?.password === 'app-password' || /^([a-z]{4}[ \u00a0]){3}[a-z]{4}$/.test(pasted.trim());
  return grouped ? pasted.replace(/\s/g, '') : pasted;
}

export function passwordProblem(password: string): PasswordProblem | null {
  if (password.trim() === '') return 'empty';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a control character cannot be part of a login
  return /[\u0000-\u001f]/.test(password) ? 'line-break' : null;
}
