import type { Texts } from '../it/index.ts';
import { cli } from './cli.ts';
import { common } from './common.ts';
import { diagnosis } from './diagnosis.ts';
import { handouts } from './handouts.ts';
import { mail } from './mail.ts';
import { pages } from './pages.ts';
import { problems } from './problems.ts';

export const de: Texts = { common, pages, problems, diagnosis, mail, handouts, cli };
