import { spawn } from 'node:child_process';
import path from 'node:path';

interface SystemCommand {
  readonly program: string;
  readonly args: readonly string[];
  /** Windows' own programs read their command line in ways of their own. */
  readonly verbatim?: boolean;
}

/** The command that shows a file in the platform's file manager. */
export function revealCommand(file: string, platform: NodeJS.Platform = process.platform): SystemCommand {
  if (platform === 'win32') return { program: 'explorer.exe', args: [`/select,"${file}"`], verbatim: true };
  if (platform === 'darwin') return { program: 'open', args: ['-R', file] };
  return { program: 'xdg-open', args: [path.posix.dirname(file)] };
}

/** The command that opens a file with the program that the system has for it. */
export function openCommand(file: string, platform: NodeJS.Platform = process.platform): SystemCommand {
  if (platform === 'win32') return { program: 'explorer.exe', args: [`"${file}"`], verbatim: true };
  return { program: platform === 'darwin' ? 'open' : 'xdg-open', args: [file] };
}

/** The command that opens a link in the person's browser. */
export function linkCommand(url: string, platform: NodeJS.Platform = process.platform): SystemCommand {
  // Normalised, so that nothing in it can be taken for an option or a second argument.
  const { href } = new URL(url);
  if (platform === 'win32') return { program: 'rundll32.exe', args: ['url.dll,FileProtocolHandler', href] };
  return { program: platform === 'darwin' ? 'open' : 'xdg-open', args: [href] };
}

/** How long a command is watched for failing, in milliseconds; some openers stay until the browser is closed. */
const WATCH = 3_000;

/** Runs a command, never through a shell. Rejects when it is not there or says that it failed. */
export function openWithSystem({ program, args, verbatim = false }: SystemCommand): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { stdio: 'ignore', detached: true, windowsVerbatimArguments: verbatim });
    const timer = setTimeout(resolve, WATCH);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('exit', (status) => {
      clearTimeout(timer);
      // explorer.exe reports 1 whatever happened.
      if (status === 0 || program === 'explorer.exe') resolve();
      else reject(new Error(`${program} ended with status ${status}.`));
    });
    child.unref();
  });
}
