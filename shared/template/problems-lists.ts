import { assertNever } from '#shared/base/assert-never.ts';
import type { Path, ShapeSection } from './problem.ts';

/** A list of a section whose ids have to differ. */
export interface ItemList {
  readonly path: Path;
  readonly items: readonly { readonly id: string; readonly sources?: readonly string[] }[];
}

/** Every list of a section, nested ones too, by its path in the section. */
export function itemLists(entry: ShapeSection): readonly ItemList[] {
  switch (entry.kind) {
    case 'context':
      return [list('fields', entry.fields)];
    case 'screening':
      return [list('fit', entry.fit), list('misfit', entry.misfit), list('motivations', entry.motivations)];
    case 'rule':
      return [list('questions', entry.questions), list('outcomes', entry.outcomes)];
    case 'questions':
      return questionLists(entry);
    case 'options':
      return optionLists(entry);
    case 'path':
      return [list('stages', entry.stages), ...entry.stages.flatMap(stageLists)];
    case 'strategy':
      return [list('questions', entry.questions), list('strategies', entry.strategies), list('rules', entry.rules)];
    case 'risks':
      return [
        list('groups', entry.groups),
        list('risks', entry.risks),
        ...entry.risks.map(({ mitigations }, index) => at(['risks', index, 'mitigations'], mitigations)),
      ];
    case 'evidence':
      return [list('measures', entry.measures)];
    case 'audit':
      return [list('counterparts', entry.counterparts), list('toolchain', entry.toolchain)];
    case 'training':
      return [list('topics', entry.topics), list('phases', entry.phases)];
    case 'commitments':
      return [list('commitments', entry.commitments)];
    case 'decision':
      return [list('choices', entry.choices)];
    case 'sign-off':
      return [];
    default:
      return assertNever(entry);
  }
}

/** Items outside of lists that name sources, by their path in the section. */
export function singleItems(
  entry: ShapeSection,
): readonly { readonly path: Path; readonly sources: readonly string[] }[] {
  switch (entry.kind) {
    case 'path':
      return entry.wholesale ? [{ path: ['wholesale'], sources: entry.wholesale.sources }] : [];
    case 'training':
      return entry.protectedTime ? [{ path: ['protectedTime'], sources: entry.protectedTime.sources }] : [];
    case 'options':
      return [
        ...(entry.split ? [{ path: ['split'], sources: entry.split.sources }] : []),
        ...entry.criteria.flatMap((criterion, index) =>
          Object.entries(criterion.cells).map(([id, cell]) => ({
            path: ['criteria', index, 'cells', id],
            sources: cell.sources,
          })),
        ),
      ];
    default:
      return [];
  }
}

function questionLists(entry: Extract<ShapeSection, { kind: 'questions' }>): readonly ItemList[] {
  return [
    list('groups', entry.groups),
    ...entry.groups.flatMap(({ questions }, group) => [
      at(['groups', group, 'questions'], questions),
      ...questions.map(({ choices }, question) => at(['groups', group, 'questions', question, 'choices'], choices)),
    ]),
  ];
}

function optionLists(entry: Extract<ShapeSection, { kind: 'options' }>): readonly ItemList[] {
  return [
    list('candidates', entry.candidates),
    list('criteria', entry.criteria),
    list('projectKinds', entry.projectKinds),
    ...(entry.split ? [at(['split', 'parts'], entry.split.parts)] : []),
  ];
}

function stageLists(
  stage: Extract<ShapeSection, { kind: 'path' }>['stages'][number],
  index: number,
): readonly ItemList[] {
  return [
    at(['stages', index, 'exitCriteria'], stage.exitCriteria),
    ...(stage.skipRisk ? [at(['stages', index, 'skipRisk', 'mitigations'], stage.skipRisk.mitigations)] : []),
  ];
}

function list(key: string, items: ItemList['items']): ItemList {
  return { path: [key], items };
}

function at(path: Path, items: ItemList['items']): ItemList {
  return { path, items };
}
