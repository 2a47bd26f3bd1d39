import { coldStart } from './cold-start.ts';
import type { Measurement } from './measurement.ts';
import { memory } from './memory.ts';
import { payload } from './payload.ts';

/** Every measurement, in the order of the report. */
export const MEASUREMENTS: readonly Measurement[] = [coldStart, memory, payload];
