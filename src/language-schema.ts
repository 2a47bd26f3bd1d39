import { LANGUAGES } from './language.ts';
import { z } from './zod.ts';

export const languageSchema = z.enum(LANGUAGES);

/** A text of the data files (catalogue, campaign), which carry their own translations. */
export const localizedSchema = z.object({ it: z.string(), en: z.string(), de: z.string() });

export type Localized = z.infer<typeof localizedSchema>;
