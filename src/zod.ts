import * as z from 'zod/mini';

// To compile a check pays after some hundred values; a start checks a handful, each kind once.
z.config({ ...z.locales.en(), jitless: true });

/** A text with something in it. */
export const someText = () => z.string().check(z.minLength(1));

/** A text with something besides the space around it, which goes. */
export const trimmedText = () => z.string().check(z.trim(), z.minLength(1));

/** A whole number above zero. */
export const count = () => z.int().check(z.positive());

export { z };
