import type { HandoutPrinter } from './handout-file.ts';
import type { RecordPrinter } from './record-file.ts';

/** Prints in this thread; the libraries are large, so they are loaded at the first record. */
export function printHere(appFolder: string): RecordPrinter {
  let printer: RecordPrinter | undefined;
  return async (job, options) => {
    const { recordPrinter } = await import('./record-file.ts');
    printer ??= recordPrinter(appFolder);
    return printer(job, options);
  };
}

/** The same for run sheets and blank workbooks. */
export function printHandoutHere(appFolder: string): HandoutPrinter {
  return async (job, options) => {
    const { handoutPrinter } = await import('./handout-file.ts');
    return handoutPrinter(appFolder)(job, options);
  };
}
