/**
 * Domains that Italian doctors' mailboxes are at, most common first: the targets of spelling
 * corrections. Names shorter than five letters are left out: too many real domains are near.
 */
export const POPULAR_DOMAINS: readonly string[] = [
  'gmail.com',
  'libero.it',
  'hotmail.it',
  'hotmail.com',
  'virgilio.it',
  'yahoo.it',
  'yahoo.com',
  'outlook.it',
  'outlook.com',
  'icloud.com',
  'alice.it',
  'tiscali.it',
  'fastwebnet.it',
  'inwind.it',
  'aliceposta.it',
  'vodafone.it',
  'googlemail.com',
  'protonmail.com',
];

/** Names that are a mail domain under one ending only: any other ending is a slip. */
export const ONE_ENDING: ReadonlySet<string> = new Set([
  'gmail',
  'googlemail',
  'icloud',
  'libero',
  'virgilio',
  'fastwebnet',
  'inwind',
  'aliceposta',
]);

/** Mistyped endings that are real countries: corrected in popular domains only. */
export const REAL_ENDINGS: ReadonlySet<string> = new Set(['co', 'cm', 'om']);

/** Endings that fingers produce and no popular provider uses. */
export const MISTYPED_ENDINGS: Readonly<Record<string, string>> = {
  ti: 'it',
  iit: 'it',
  itt: 'it',
  tit: 'it',
  ut: 'it',
  ot: 'it',
  iy: 'it',
  i: 'it',
  t: 'it',
  con: 'com',
  co: 'com',
  cm: 'com',
  om: 'com',
  cpm: 'com',
  vom: 'com',
  xom: 'com',
  cim: 'com',
  ocm: 'com',
  cmo: 'com',
  comm: 'com',
  coom: 'com',
  ccom: 'com',
  come: 'com',
};
