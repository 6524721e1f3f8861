import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Started {
  readonly isPackaged: boolean;
  readonly execPath: string;
  readonly env: NodeJS.ProcessEnv;
}

/**
 * The folder `data` beside the program, where there is one: on a stick, say. What is started may lie elsewhere than what runs, as
 * a portable program of Windows and an AppImage are unpacked first, and they say where they were started from.
 */
export function portableDataFolder({ isPackaged, execPath, env }: Started): string | null {
  if (!isPackaged) return null;
  const bundle = /^(.*)[/\\][^/\\]+\.app[/\\]Contents[/\\]MacOS[/\\][^/\\]+$/.exec(execPath)?.[1];
  const beside = env.PORTABLE_EXECUTABLE_DIR ?? (env.APPIMAGE ? dirname(env.APPIMAGE) : (bundle ?? dirname(execPath)));
  const folder = join(beside, 'data');
  return existsSync(folder) ? folder : null;
}
