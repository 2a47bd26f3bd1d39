/** C0 and C1 controls, and Unicode's own line and paragraph separators (UAX #14). */
export const CONTROL_CHARACTER = /[\p{Cc}\u2028\u2029]/u;
