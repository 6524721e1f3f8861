import { printable } from '#main/files/printable.ts';
import type { LoadedTemplate } from '#main/templates/parse-template.ts';
import type { TemplateLibrary } from '#main/templates/template-library.ts';
import { compareVersions } from '#shared/template/version.ts';
import { type CommandIo, UsageError } from './io.ts';
import { readTemplateFile } from './read-template-file.ts';

/** The template a name stands for, a file (`.json`) or an id of the library; without one, the first that ships with the program, which is then said. @throws {UsageError} */
export async function templateOf(
  io: CommandIo,
  name: string | undefined,
  library: TemplateLibrary,
): Promise<LoadedTemplate> {
  if (name?.endsWith('.json')) {
    const { loaded, findings } = await readTemplateFile(io, name);
    for (const finding of findings) io.err(`warning: ${printable(finding)}\n`);
    return loaded;
  }
  const { templates, unreadable } = await library.offered();
  for (const { file, reason } of unreadable) io.err(`${printable(file)}: ${printable(reason)}\n`);
  // An imported newer version of a template stands for its id.
  const offered = templates
    .map(({ loaded }) => loaded)
    .toSorted((left, right) => compareVersions(right.template.version, left.template.version));
  const ids = [...new Set(templates.map(({ loaded }) => loaded.template.id))];
  const found = offered.find(({ template }) => template.id === (name ?? ids[0]));
  if (!found) {
    throw new UsageError(
      name === undefined || ids.length === 0
        ? 'No template is installed.'
        : `There is no template “${name}”: ${ids.join(', ')}.`,
    );
  }
  if (name === undefined && ids.length > 1) {
    const { id, version, title } = found.template;
    io.err(`note: made from ${id} ${version}, “${printable(title)}”. With --template: ${ids.join(', ')}.\n`);
  }
  return found;
}
