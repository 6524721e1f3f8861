import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface HostOptions {
  /** Absolute; null takes the platform's own place. */
  readonly dataFolder: string | null;
  /** 0 takes a free one. */
  readonly port: number;
  readonly open: boolean;
  /** Files to be shown, as whole paths. */
  readonly files: readonly string[];
}

export type ParsedOptions =
  | { readonly kind: 'run'; readonly options: HostOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const HELP = `Groundwork in a browser, without Electron: [options] [FILE …]

  FILE         a review, a record (PDF) or a backup to show; where Groundwork is open already, it is shown there
  --data DIR   keep the reviews in this folder
  --port N     use this port (1 to 65535); otherwise a free one
  --no-open    open no window; only print the address
  --help       print this
`;

/** Reads the command line of the loopback host. */
export function parseOptions(argv: readonly string[]): ParsedOptions {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.help) return { kind: 'help' };
    if (values.data === '') return wrong('--data needs a folder.');
    const port = values.port === undefined ? 0 : Number(values.port);
    if (values.port !== undefined && !(/^\d+$/.test(values.port) && port >= 1 && port <= 65535)) {
      return wrong(`--port needs a number from 1 to 65535, not “${values.port}”.`);
    }
    const files = positionals.map((file) => path.resolve(file));
    const missing = files.find((file) => !existsSync(file));
    if (missing !== undefined) return wrong(`There is no file ${missing}.`);
    const dataFolder = values.data === undefined ? null : path.resolve(values.data);
    return {
      kind: 'run',
      options: { dataFolder, port, open: !values['no-open'], files },
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): ParsedOptions {
  return { kind: 'wrong', message: `${message}\nRun with --help for the options.` };
}
