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
