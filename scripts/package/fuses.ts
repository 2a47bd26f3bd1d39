import {
  type FuseConfig,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';
import type { ElectronRuntime } from '../runtime.ts';

/** A value for every fuse: one that is forgotten here, or new in Electron, does not compile. */
export type EveryFuse = Readonly<Record<FuseV1Options, boolean>>;

/** What the executable of a release can still be talked into, decided when it is packaged. */
export const releaseFuses: EveryFuse = {
  // Malware would run code of its own under our name, with a signature that is trusted.
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  // A debugger reads passwords as they are typed.
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  // The window keeps nothing on disk; should Chromium ever write a cookie, it is not readable.
  [FuseV1Options.EnableCookieEncryption]: true,
  // Electron checks the archive on Windows and macOS; on Linux only its owner guards it.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // There is no such snapshot: a file of that name would be code that nobody checked.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Pages come from app://, never from file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own default: without it, WebAssembly checks its bounds in slower code.
  [FuseV1Options.WasmTrapHandlers]: true,
};

/**
 * The fuses to set in this runtime. The official one must have exactly ours; a stand-in may be too
 * old for the newest, which are left out.
 */
export async function fusesFor(runtime: ElectronRuntime): Promise<FuseConfig> {
  const all = {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // A changed executable starts on Apple's own processors only with a signature, be it ad hoc.
    resetAdHocDarwinSignature: true,
    ...releaseFuses,
  } as const;
  if (runtime.official) return all;
  const wire = await getCurrentFuseWire(runtime.executable);
  const known = Object.entries(all).filter(([fuse]) => Number.isNaN(Number(fuse)) || fuse in wire);
  return Object.fromEntries(known) as FuseConfig;
}

/** Opens the inspector of a copy, through which Playwright drives it; nothing else changes. */
export async function makeInspectable(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
