import { z } from 'zod';

export const LANGUAGES = ['it', 'en', 'de'] as const;

export const languageSchema = z.enum(LANGUAGES);

export type Language = z.infer<typeof languageSchema>;

/** A text of the data files (catalogue, campaign), which carry their own translations. */
export const localizedSchema = z.object({ it: z.string(), en: z.string(), de: z.string() });

export type Localized = z.infer<typeof localizedSchema>;
