import { cli } from './cli.ts';
import { common } from './common.ts';
import { diagnosis } from './diagnosis.ts';
import { handouts } from './handouts.ts';
import { mail } from './mail.ts';
import { pages } from './pages.ts';
import { problems } from './problems.ts';

/** The source of every text: the other languages have exactly these keys. */
export const it = { common, pages, problems, diagnosis, mail, handouts, cli };

type SameKeys<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends readonly string[]
      ? readonly string[]
      : SameKeys<Source[Key]>;
};

export type Texts = SameKeys<typeof it>;
