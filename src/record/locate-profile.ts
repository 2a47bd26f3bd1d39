import path from 'node:path';

export const PROFILE_NAME = 'record-profile.json';

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
}

export interface LocateOptions extends Surroundings {
  /** What `--profile` says; it is taken as it is, even when there is no such file. */
  readonly explicit: string | null;
  /** The folder of the executable; null when the program runs in plain Node. */
  readonly executableDir: string | null;
  readonly exists: (file: string) => boolean;
}

/** The rules of paths of the machine that the profile is for. */
export function pathsOf(platform: NodeJS.Platform): path.PlatformPath {
  return platform === 'win32' ? path.win32 : path.posix;
}

/**
 * The per-machine data folder: `%PROGRAMDATA%\Mittente` on Windows, elsewhere
 * `$XDG_DATA_HOME/mittente` (XDG Base Directory Specification; default `~/.local/share`).
 */
export function dataFolder({ env, platform }: Surroundings): string {
  const { join, isAbsolute } = pathsOf(platform);
  if (platform === 'win32') {
    return join(variable('PROGRAMDATA', { env, platform }) ?? 'C:\\ProgramData', 'Mittente');
  }
  const data = env.XDG_DATA_HOME;
  return data !== undefined && isAbsolute(data)
    ? join(data, 'mittente')
    : join(env.HOME ?? '/', '.local', 'share', 'mittente');
}

/** Where the record profile is; null: there is none, the built-in one serves. */
export function locateProfile(options: LocateOptions): string | null {
  const { explicit, executableDir, exists, platform } = options;
  if (explicit !== null) return path.resolve(explicit);
  const { join, dirname } = pathsOf(platform);
  const folders = [
    ...(executableDir === null ? [] : [executableDir, dirname(executableDir)]),
    dataFolder(options),
  ];
  return folders.map((folder) => join(folder, PROFILE_NAME)).find(exists) ?? null;
}

/** An environment variable; Windows does not tell capitals from small letters in their names. */
export function variable(name: string, { env, platform }: Surroundings): string | undefined {
  if (platform !== 'win32') return env[name];
  const key = Object.keys(env).find((known) => known.toUpperCase() === name.toUpperCase());
  return key === undefined ? undefined : env[key];
}

/** `%NAME%` and `${NAME}` replaced by their values; `missing` is the first that has none. */
export function expandVariables(
  text: string,
  surroundings: Surroundings,
): { readonly text: string; readonly missing: string | null } {
  let missing: string | null = null;
  const expanded = text.replace(
    /%([A-Za-z_][\w()]*)%|\$\{([A-Za-z_]\w*)\}/g,
    (whole: string, windows: string | undefined, unix: string | undefined) => {
      const name = windows ?? unix ?? '';
      const value = variable(name, surroundings);
      if (value === undefined) missing ??= name;
      return value ?? whole;
    },
  );
  return { text: expanded, missing };
}
