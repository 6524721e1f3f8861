import type { Assessment } from '#shared/kinds/risks/answers.ts';
import {
  byExposure,
  type ExposureTime,
  OWN_GROUP,
  PLAN_GROUP,
  type ReviewRisk,
  riskGaps,
  risksInCell,
} from '#shared/kinds/risks/risks.ts';
import type { SectionOf } from '#shared/template/template.ts';

export type RiskFilter = 'all' | 'to-do' | 'applicable' | 'not-applicable';
export type RiskOrder = 'template' | ExposureTime;

/** A cell of one of the heat maps. */
export interface Cell {
  readonly time: ExposureTime;
  readonly likelihood: number;
  readonly impact: number;
}

/** What the team wants to see of the list of risks. */
export interface RiskView {
  readonly filter: RiskFilter;
  readonly order: RiskOrder;
  readonly search: string;
  readonly cell: Cell | null;
}

export const WHOLE_LIST: RiskView = { filter: 'all', order: 'template', search: '', cell: null };

export interface RiskGroup {
  readonly id: string;
  readonly name: string;
  readonly risks: readonly ReviewRisk[];
}

/**
 * The risk that is being worked on, with its assessment when it was opened. Filter and order go by
 * that one, so that the risk stays in its place while the team changes it.
 */
export interface OpenRisk {
  readonly id: string;
  readonly assessment: Assessment;
}

/** The risks a view shows, in groups; empty groups are left out. */
export function arrange(
  risks: readonly ReviewRisk[],
  section: SectionOf<'risks'>,
  view: RiskView,
  open: OpenRisk | null,
): readonly RiskGroup[] {
  const names = groupNames(section);
  const shown = risks
    .map((risk) => asOpened(risk, open))
    .filter((risk) => matches(risk, view, names.get(risk.group) ?? ''));
  const groups = view.order === 'template' ? byGroup(shown, names) : byLevel(shown, view.order);
  const current = new Map(risks.map((risk) => [risk.id, risk]));
  return groups
    .map((group) => ({ ...group, risks: group.risks.flatMap(({ id }) => current.get(id) ?? []) }))
    .filter((group) => group.risks.length > 0);
}

/** How many risks each filter would show. */
export function filterCounts(risks: readonly ReviewRisk[]): Readonly<Record<RiskFilter, number>> {
  const count = (filter: RiskFilter) => risks.filter((risk) => passes(risk, filter)).length;
  return {
    all: risks.length,
    'to-do': count('to-do'),
    applicable: count('applicable'),
    'not-applicable': count('not-applicable'),
  };
}

function asOpened(risk: ReviewRisk, open: OpenRisk | null): ReviewRisk {
  return open?.id === risk.id ? { ...risk, assessment: open.assessment } : risk;
}

function matches(risk: ReviewRisk, view: RiskView, group: string): boolean {
  if (!passes(risk, view.filter)) return false;
  const { cell } = view;
  if (cell && risksInCell([risk], cell.time, cell.likelihood, cell.impact).length === 0) return false;
  const words = plain(view.search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const { note, reason, responseNote, actions } = risk.assessment;
  const text = plain(
    [risk.name, risk.help, risk.why, group, note, reason, responseNote]
      .concat(actions.flatMap((action) => [action.text, action.owner]))
      .join(' '),
  );
  return words.every((word) => text.includes(word));
}

function passes(risk: ReviewRisk, filter: RiskFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'to-do':
      return riskGaps(risk).length > 0;
    case 'applicable':
      return risk.assessment.applicable === true;
    case 'not-applicable':
      return risk.assessment.applicable === false;
  }
}

function groupNames(section: SectionOf<'risks'>): ReadonlyMap<string, string> {
  return new Map([
    ...section.groups.map((group) => [group.id, group.name] as const),
    [PLAN_GROUP, 'Raised by the path'],
    [OWN_GROUP, 'Our own risks'],
  ]);
}

function byGroup(risks: readonly ReviewRisk[], names: ReadonlyMap<string, string>): readonly RiskGroup[] {
  return [...names].map(([id, name]) => ({ id, name, risks: risks.filter((risk) => risk.group === id) }));
}

function byLevel(risks: readonly ReviewRisk[], time: ExposureTime): readonly RiskGroup[] {
  const rated = byExposure(risks, time);
  const others = risks.filter((risk) => !rated.includes(risk));
  const applies = (risk: ReviewRisk) => risk.assessment.applicable !== false;
  return [
    { id: 'rated', name: 'Highest exposure first', risks: rated },
    { id: 'not-rated', name: 'Not rated yet', risks: others.filter(applies) },
    { id: 'not-applicable', name: 'Not applicable', risks: others.filter((risk) => !applies(risk)) },
  ];
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
