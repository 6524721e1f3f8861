import { TEMPLATE_SIZE_LIMIT } from '#main/templates/parse-template.ts';
import { type ReadTemplate, readTemplateText } from '#main/templates/read-template-text.ts';
import type { CommandIo } from './io.ts';
import { readNamed } from './read-named.ts';

/** Reads a template or a custom lens from a file. @throws {FailureError} */
export async function readTemplateFile(
  io: CommandIo,
  file: string,
  options: Parameters<typeof readTemplateText>[1] = {},
): Promise<ReadTemplate> {
  return readTemplateText(await readNamed(io, file, TEMPLATE_SIZE_LIMIT), options);
}
