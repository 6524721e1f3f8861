import { rulesOf } from '#shared/kinds/index.ts';
import {
  duplicates,
  idsOf,
  type KnownIds,
  type Path,
  type ShapeSection,
  type TemplateProblem,
  unknown,
} from './problem.ts';
import type { TemplateShape } from './shape.ts';
import { votePlaces } from './votes.ts';

export type { TemplateProblem } from './problem.ts';

/** What the shape alone cannot say: unique ids, known references, readable conditions. */
export function templateProblems(template: TemplateShape): readonly TemplateProblem[] {
  const known: KnownIds = {
    risks: idsOf(template.sections.flatMap((entry) => (entry.kind === 'risks' ? entry.risks : []))),
    ruleQuestions: idsOf(template.sections.flatMap((entry) => (entry.kind === 'rule' ? entry.questions : []))),
    phases: idsOf(template.sections.flatMap((entry) => (entry.kind === 'training' ? entry.phases : []))),
  };
  const sources = idsOf(template.sources);
  return [
    ...duplicates(template.sources, ['sources'], (source) => source.id),
    ...duplicates(template.sections, ['sections'], (entry) => entry.kind),
    ...voteProblems(template),
    ...template.sections.flatMap((entry, index) => {
      const path = ['sections', index];
      return [...itemProblems(entry, sources, path), ...rulesOf(entry.kind).relationProblems(entry, path, known)];
    }),
  ];
}

/** Places to vote on that stand twice, or where nothing can be voted on. */
function voteProblems(template: TemplateShape): readonly TemplateProblem[] {
  const known = new Set(votePlaces(template).map(({ place }) => place));
  const named = template.votes ?? [];
  return [
    ...duplicates(named, ['votes'], (place) => place),
    ...named.flatMap((place, index) => unknown('place to vote on', place, known, ['votes', index])),
  ];
}

/** Ids that stand twice in a list, and sources that the template does not name. */
function itemProblems(entry: ShapeSection, sources: ReadonlySet<string>, path: Path): readonly TemplateProblem[] {
  return [
    ...rulesOf(entry.kind)
      .itemLists(entry)
      .flatMap(({ path: list, items }) => [
        ...duplicates(items, [...path, ...list], (row) => row.id),
        ...items.flatMap((row, index) => sourceProblems(row.sources ?? [], sources, [...path, ...list, index])),
      ]),
    ...rulesOf(entry.kind)
      .singleItems(entry)
      .flatMap((item) => sourceProblems(item.sources, sources, [...path, ...item.path])),
  ];
}

function sourceProblems(
  named: readonly string[],
  sources: ReadonlySet<string>,
  path: Path,
): readonly TemplateProblem[] {
  return named.flatMap((source) => unknown('source', source, sources, [...path, 'sources']));
}
