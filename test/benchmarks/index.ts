import { apply } from './apply.ts';
import { coldStart } from './cold-start.ts';
import { discovery } from './discovery.ts';
import { login } from './login.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { payload } from './payload.ts';
import { save } from './save.ts';

/** Every measurement, in the order of the report. */
export const MEASUREMENTS: readonly Measurement[] = [
  coldStart,
  login,
  discovery,
  save,
  apply,
  memory,
  payload,
];
