import { cpus, release, totalmem, type } from 'node:os';
import { electronRuntime } from '../../scripts/runtime.ts';

/** What a ratio was measured on. */
export interface Environment {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGiB: number;
  readonly kernel: string;
  readonly node: string;
  readonly electron: string;
  readonly at: string;
}

export async function describeEnvironment(): Promise<Environment> {
  const { version, official } = await electronRuntime();
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: `${type()} ${release()}`,
    node: process.version,
    electron: official ? version : `${version} (the stand-in)`,
    at: new Date().toISOString(),
  };
}
