import { LIST_LIMIT } from '#shared/base/fields.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type Dependency, toolState } from './answers.ts';
import { type GoMod, parseGoMod } from './go-mod.ts';
import { dependencySchema } from './schema.ts';

export type Counterpart = SectionOf<'audit'>['counterparts'][number];

/**
 * The row of the table (from the source `go-to-rust`) for a library, by the name people type (`zap`) or its module
 * path with or without a version (`github.com/go-chi/chi/v5`); the closest match wins. Null when none.
 */
export function suggestCounterpart(section: SectionOf<'audit'>, name: string): Counterpart | null {
  const wanted = normalName(name);
  if (wanted === '') return null;
  let best: { readonly row: Counterpart; readonly closeness: number } | null = null;
  for (const row of section.counterparts) {
    const closeness = Math.max(
      ...row.modules.map((path) => moduleCloseness(normalName(path), wanted)),
      ...row.current.map((current) => nameCloseness(normalName(current), wanted)),
    );
    if (closeness > (best?.closeness ?? 0)) best = { row, closeness };
  }
  return best?.row ?? null;
}

/** Lower case, without version (`@v1.2.3`, `/v5`, `.v3`) and slashes at the end. */
function normalName(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/\/+$/, '')
    .replace(/[/.]v\d+$/, '');
}

/** 1000 and up for a module path, longest first; 0 for no match. */
function moduleCloseness(path: string, wanted: string): number {
  return wanted === path || wanted.startsWith(`${path}/`) ? 1000 + path.length : 0;
}

/** 2000 for the very name, up to 500 for one that ends a module path, longest first; 0 for no match. */
function nameCloseness(current: string, wanted: string): number {
  if (current === wanted) return 2000;
  return wanted.endsWith(`/${current}`) ? Math.min(500, current.length) : 0;
}

export interface AuditImport {
  /** New rows, ready to be appended. */
  readonly added: readonly Dependency[];
  /** Modules that were on the list already. */
  readonly known: number;
  /** Modules left out because other dependencies bring them along. */
  readonly indirect: number;
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
  const { required, problems } = parseGoMod(text);
  const direct = required.filter((module) => !module.indirect);
  const listed = new Set(existing.map((dependency) => normalName(dependency.name)));
  const fresh = direct.filter((module) => !listed.has(normalName(module.path)));
  const room = Math.max(0, LIST_LIMIT - existing.length);
  const added = fresh.slice(0, room).map(({ path, version }) =>
    dependencySchema.parse({
      id: newId(),
      name: path,
      candidate: suggestCounterpart(section, path)?.candidate ?? '',
      note: `${version} in go.mod`,
    }),
  );
  const found = {
    added,
    known: direct.length - fresh.length,
    indirect: required.length - direct.length,
    overflow: fresh.length - added.length,
    problems,
  };
  return { ...found, summary: importText(found) };
}

function importText({ added, known, indirect, overflow, problems }: Omit<AuditImport, 'summary'>): string {
  if (added.length + known + indirect + overflow === 0) {
    return 'No module was found. Paste the text of a go.mod, or the lines of its require block.';
  }
  const suggested = added.filter((dependency) => dependency.candidate !== '').length;
  return [
    `${added.length} to add, ${suggested} with a counterpart from the table.`,
    ...(known > 0 ? [`${known} already on the list.`] : []),
    ...(indirect > 0 ? [`${indirect} left out because other modules bring them along.`] : []),
    ...(overflow > 0 ? [`${overflow} left out because the list holds ${LIST_LIMIT} rows at most.`] : []),
    ...(problems.length > 0 ? ['Some lines could not be read.'] : []),
  ].join(' ');
}

/** Sums over the audit; `days` in person days. */
export interface AuditTotals {
  readonly all: number;
  readonly ready: number;
  readonly partial: number;
  readonly missing: number;
  /** Without a status yet. */
  readonly open: number;
  /** Effort to close the gaps of partial and missing counterparts. */
  readonly days: number;
  /** Partial and missing counterparts that nobody has estimated, so that `days` is too low. */
  readonly unestimated: number;
  readonly toolsReady: number;
  readonly tools: number;
  readonly summary: string;
}

/** Totals of the audit; null when the template has none. */
export function auditTotals(review: ReviewDocument, template: Template): AuditTotals | null {
  const section = sectionOf(template, 'audit');
  if (!section) return null;
  const { dependencies } = partOf(review, 'audit');
  const count = (status: Dependency['status']) => dependencies.filter((entry) => entry.status === status).length;
  const gaps = dependencies.filter(({ status }) => status === 'partial' || status === 'missing');
  const totals = {
    all: dependencies.length,
    ready: count('ready'),
    partial: count('partial'),
    missing: count('missing'),
    open: count(null),
    // Tenths are kept exact, as people enter half days.
    days: Math.round(gaps.reduce((sum, entry) => sum + (entry.days ?? 0), 0) * 1000) / 1000,
    unestimated: gaps.filter((entry) => entry.days === null).length,
    toolsReady: section.toolchain.filter((tool) => toolState(review, tool.id).ready).length,
    tools: section.toolchain.length,
  };
  return { ...totals, summary: totalsText(totals) };
}

/** Dependencies without a counterpart: somebody has to write it. */
export function auditGaps(review: ReviewDocument): readonly Dependency[] {
  return partOf(review, 'audit').dependencies.filter((entry) => entry.status === 'missing');
}

function totalsText({ all, ready, partial, missing, open, days, unestimated }: Omit<AuditTotals, 'summary'>): string {
  if (all === 0) return 'No dependencies are listed yet.';
  const dependencies = all === 1 ? '1 dependency' : `${all} dependencies`;
  const effort = `${days} person ${days === 1 ? 'day' : 'days'} to close the gaps`;
  const more = unestimated > 0 ? `, and ${unestimated} without an estimate` : '';
  return `${dependencies}: ${ready} ready, ${partial} partial, ${missing} missing${open > 0 ? `, ${open} open` : ''}. ${effort}${more}.`;
}
