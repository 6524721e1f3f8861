import { resolve } from 'node:path';
import { explaining } from '../store/failure.ts';
import { nodeFileSystem, readBounded } from '../store/file-system.ts';
import { TEMPLATE_SIZE_LIMIT } from '../store/review-file.ts';
import { type ReadTemplate, readTemplateText } from '../templates/read-template-text.ts';
import type { CommandIo } from './io.ts';

/** Reads a template or a custom lens from a file. @throws {FailureError} */
export async function readTemplateFile(
  io: CommandIo,
  file: string,
  options: Parameters<typeof readTemplateText>[1] = {},
): Promise<ReadTemplate> {
  const path = resolve(io.workingFolder, file);
  return explaining(`${file} could not be read`, async () =>
    readTemplateText(await readBounded(nodeFileSystem, path, TEMPLATE_SIZE_LIMIT), options),
  );
}
