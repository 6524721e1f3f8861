import { LIST_LIMIT } from '#shared/base/limits.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import { changePart } from '#shared/review/edit-part.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { type Dependency, type ToolState, toolState } from './answers.ts';
import { isFromTable, suggestCandidate } from './package-counterpart.ts';
import { dependencySchema, toolSchema } from './schema.ts';

const NO_TOOL: ToolState = toolSchema.parse({});

/** An empty line of the audit. */
export function newDependency(id: string): Dependency {
  return dependencySchema.parse({ id });
}

/** Adds lines at the end, as many as the list has room for. */
export function addDependencies(document: ReviewDocument, added: readonly Dependency[]): ReviewDocument {
  const { dependencies } = partOf(document, 'audit');
  return setDependencies(document, [...dependencies, ...added].slice(0, Math.max(LIST_LIMIT, dependencies.length)));
}

/** Replaces the lines of the audit. */
function setDependencies(document: ReviewDocument, dependencies: readonly Dependency[]): ReviewDocument {
  return changePart(document, 'audit', { dependencies });
}

/** Changes parts of one line. */
export function changeDependency(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Dependency, 'id'>>,
): ReviewDocument {
  const { dependencies } = partOf(document, 'audit');
  return setDependencies(
    document,
    dependencies.map((entry) => (entry.id === id ? { ...entry, ...change } : entry)),
  );
}

/** Removes one line. */
export function removeDependency(document: ReviewDocument, id: string): ReviewDocument {
  const { dependencies } = partOf(document, 'audit');
  return setDependencies(
    document,
    dependencies.filter((entry) => entry.id !== id),
  );
}

/**
 * Names what is used now. The counterpart of the table comes along where nobody has written one of
 * their own; a name that the table does not know leaves what stands there.
 */
export function nameDependency(
  document: ReviewDocument,
  section: SectionOf<'audit'>,
  id: string,
  name: string,
): ReviewDocument {
  const before = partOf(document, 'audit').dependencies.find((entry) => entry.id === id);
  if (!before) return document;
  const isOwn = before.candidate !== '' && !isFromTable(section, before.candidate);
  const candidate = (isOwn ? null : suggestCandidate(section, name)) ?? before.candidate;
  return changeDependency(document, id, { name, candidate });
}

/** Says whether the team can work with a tool, or what is missing. */
export function editTool(document: ReviewDocument, tool: string, change: Partial<ToolState>): ReviewDocument {
  const { toolchain } = partOf(document, 'audit');
  const entry = { ...toolState(document, tool), ...change };
  return changePart(document, 'audit', { toolchain: withEntry(toolchain, tool, entry, NO_TOOL) });
}
