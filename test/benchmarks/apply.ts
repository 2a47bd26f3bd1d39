import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openManyDoctors } from '../support/many-doctors.ts';
import { compared, type Measurement } from './measurement.ts';
import { unpackCommands } from './programs.ts';

const ROUND_TRIP_MS = 100;
const DOCTORS = 100;
const FEW = 10;
const SERVERS = 4;
/** Logins at a time on one server, as the product limits itself. */
const AT_ONE_SERVER = 2;

/**
 * Round trips of one doctor's proof with STARTTLS, the slower of the two ways: connection, greeting,
 * EHLO, STARTTLS, TLS 1.3, EHLO, AUTH, MAIL, RCPT, DATA, the message, QUIT.
 */
const ROUND_TRIPS = 12;

export const apply: Measurement = {
  name: 'apply',
  title: `apply of ${DOCTORS} doctors over lines with ${ROUND_TRIP_MS} ms, to ${SERVERS} servers`,
  async run(effort) {
    const folder = await mkdtemp(join(tmpdir(), 'mittente-bench-'));
    const program = await unpackCommands(folder);
    const many = await openManyDoctors(DOCTORS, ROUND_TRIP_MS);
    const all: number[] = [];
    const peaks = { few: [] as number[], all: [] as number[] };
    try {
      const rounds = effort.rounds(25);
      for (let round = 0; round < rounds; round += 1) {
        peaks.few.push((await many.apply(program, FEW)).peakMiB);
        const applied = await many.apply(program, DOCTORS);
        if (applied.status !== 0) throw new Error('not every doctor was saved');
        all.push(applied.ms);
        peaks.all.push(applied.peakMiB);
      }
    } finally {
      await many.close();
      await rm(folder, { recursive: true });
    }
    const inSlowestLane = Math.ceil(DOCTORS / SERVERS / AT_ONE_SERVER);
    const ideal = inSlowestLane * ROUND_TRIPS * ROUND_TRIP_MS;
    return [
      compared(
        { what: 'time, start and saves included', unit: 'ms' },
        all,
        'the bare round trips of the slowest lane',
        all.map(() => ideal),
      ),
      compared(
        { what: `peak memory of ${DOCTORS}`, unit: 'MiB' },
        peaks.all,
        `that of ${FEW}`,
        peaks.few,
      ),
    ];
  },
};
