/** Licences of code that is shipped inside the product: permissive ones, and the font's. */
export const shippedLicences = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
];

/** Licences of tools that build and test, and are never shipped. */
export const toolLicences = [
  ...shippedLicences,
  'CC0-1.0',
  'EPL-2.0',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
];

/**
 * Whether an SPDX licence expression (SPDX specification 2.3, annex D) can be met with allowed
 * licences only. Nested alternatives are not taken apart: they count as not allowed.
 */
export function isAllowed(expression: string, allowed: readonly string[]): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((licence) => allowed.includes(licence.trim())));
}
