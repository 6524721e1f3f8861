import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { type Dependency, toolState } from './answers.ts';

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
