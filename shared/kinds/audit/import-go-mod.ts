import { LIST_LIMIT } from '#shared/base/limits.ts';
import type { SectionOf } from '#shared/template/template.ts';
import type { Dependency } from './answers.ts';
import { checkedText, moduleKey, suggestCounterpart } from './counterpart.ts';
import { type GoMod, parseGoMod, type RequiredModule } from './go-mod.ts';
import { isOwnFolder } from './go-mod-replace.ts';
import { addedText, firstOf, leftOutTexts, unreadTexts } from './left-out.ts';
import { dependencySchema } from './schema.ts';

export interface AuditImport {
  /** New rows, ready to be appended. */
  readonly added: readonly Dependency[];
  /** Modules that were on the list already. */
  readonly known: number;
  /** Modules left out because other dependencies bring them along. */
  readonly indirect: number;
  /** Paths of modules left out because folders of the same repository stand in for them. */
  readonly own: readonly string[];
  /** Modules left out because the list is full. */
  readonly overflow: number;
  readonly problems: GoMod['problems'];
  readonly summary: string;
}

/** Rows for the modules of a pasted go.mod that the audit does not list yet, with their counterparts. */
export function auditFromGoMod(
  section: SectionOf<'audit'>,
  text: string,
  existing: readonly Dependency[],
  newId: () => string,
): AuditImport {
  const { module: mainModule, required, problems } = parseGoMod(text);
  const direct = required.filter((module) => !module.indirect);
  const isOwn = ({ path, replacement }: RequiredModule) =>
    replacement?.kind === 'folder' && isOwnFolder(replacement.folder, path, mainModule);
  const foreign = direct.filter((module) => !isOwn(module));
  const listed = new Set(existing.map((dependency) => moduleKey(dependency.name)));
  const fresh = foreign.filter(
    (module) => !listed.has(moduleKey(module.path)) && !listed.has(moduleKey(inUse(module))),
  );
  const room = Math.max(0, LIST_LIMIT - existing.length);
  const added = fresh.slice(0, room).map((module) => rowFor(section, module, newId()));
  const found = {
    added,
    known: foreign.length - fresh.length,
    indirect: required.length - direct.length,
    own: direct.filter(isOwn).map(({ path }) => path),
    overflow: fresh.length - added.length,
    problems,
  };
  return { ...found, summary: importText(found) };
}

/** Path of the module that is really compiled in: a fork, where one is used. */
function inUse({ path, replacement }: RequiredModule): string {
  return replacement?.kind === 'module' ? replacement.path : path;
}

function rowFor(section: SectionOf<'audit'>, module: RequiredModule, id: string): Dependency {
  const name = inUse(module);
  // A fork that the table does not know does what the module does that it was made from.
  const row = suggestCounterpart(section, name) ?? suggestCounterpart(section, module.path);
  const checked = row?.checked === undefined ? '' : `; counterpart ${checkedText(row.checked)}`;
  return dependencySchema.parse({ id, name, candidate: row?.candidate ?? '', note: `${standing(module)}${checked}` });
}

/** Which version a go.mod asks for, and what it says of the module beside that. */
function standing({ path, version, replacement }: RequiredModule): string {
  switch (replacement?.kind) {
    case undefined:
      return `${version} in go.mod`;
    case 'folder':
      return `${version} in go.mod, replaced by the folder ${replacement.folder}`;
    case 'module':
      return `${replacement.version} in go.mod${replacement.path === path ? '' : `, in place of ${path}`}`;
  }
}

function importText({ added, known, indirect, own, overflow, problems }: Omit<AuditImport, 'summary'>): string {
  if (added.length + known + indirect + own.length + overflow === 0) {
    return 'No module was found. Paste the text of a go.mod, or the lines of its require block.';
  }
  const replaced =
    own.length > 0
      ? [`${own.length} left out because folders of the same repository replace them: ${firstOf(own)}.`]
      : [];
  return [
    addedText(added),
    ...leftOutTexts({ known, indirect, overflow }, 'module', { after: replaced }),
    ...unreadTexts(problems),
  ].join(' ');
}
