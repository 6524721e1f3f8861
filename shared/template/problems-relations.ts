import {
  conditionProblems,
  idsOf,
  type Path,
  type ShapeOf,
  type ShapeSection,
  type TemplateProblem,
  unknown,
} from './problem.ts';

/** Ids that sections of other kinds refer to. */
export interface KnownIds {
  readonly risks: ReadonlySet<string>;
  readonly ruleQuestions: ReadonlySet<string>;
}

/** References, conditions and limits of one section beyond unique ids and sources. */
export function relationProblems(entry: ShapeSection, known: KnownIds, path: Path): readonly TemplateProblem[] {
  switch (entry.kind) {
    case 'screening':
      return screeningProblems(entry, known, path);
    case 'rule':
      return ruleProblems(entry, path);
    case 'questions':
      return questionProblems(entry, path);
    case 'options':
      return optionProblems(entry, path);
    case 'path':
      return unknown('risk', entry.wholesale?.risk, known.risks, [...path, 'wholesale', 'risk']);
    case 'strategy':
      return strategyProblems(entry, path);
    case 'risks':
      return riskProblems(entry, path);
    case 'evidence':
      return evidenceProblems(entry, known, path);
    case 'audit':
      return unknown('risk', entry.gapRisk, known.risks, [...path, 'gapRisk']);
    case 'training':
      return trainingProblems(entry, known, path);
    case 'commitments':
      return entry.commitments.flatMap(({ risk }, index) =>
        unknown('risk', risk, known.risks, [...path, 'commitments', index, 'risk']),
      );
    default:
      return [];
  }
}

function screeningProblems(entry: ShapeOf<'screening'>, known: KnownIds, path: Path): readonly TemplateProblem[] {
  const fit = idsOf(entry.fit);
  const conditions = (['fit', 'misfit'] as const).flatMap((side) =>
    entry[side].flatMap(({ clash }, index) =>
      conditionProblems(clash?.when ?? null, 'question', known.ruleQuestions, [...path, side, index, 'clash', 'when']),
    ),
  );
  // Both lists share the answers, so an id may stand in only one of them.
  const shared = entry.misfit.flatMap(({ id }, index) =>
    fit.has(id) ? [{ path: [...path, 'misfit', index], message: `"${id}" stands among the fit signals too` }] : [],
  );
  return [...conditions, ...shared];
}

function ruleProblems(rule: ShapeOf<'rule'>, path: Path): readonly TemplateProblem[] {
  const known = idsOf(rule.questions);
  return rule.outcomes.flatMap(({ when }, index) => {
    const at = [...path, 'outcomes', index, 'when'];
    const last = index === rule.outcomes.length - 1;
    const message = 'the last outcome, and only that one, leaves out its condition (null)';
    return [
      ...(last === (when === null) ? [] : [{ path: at, message }]),
      ...conditionProblems(when, 'question', known, at),
    ];
  });
}

function questionProblems(entry: ShapeOf<'questions'>, path: Path): readonly TemplateProblem[] {
  const all = entry.groups.flatMap(({ questions }, group) =>
    questions.map((question, index) => ({ question, group, path: [...path, 'groups', group, 'questions', index] })),
  );
  const firstGroup = new Map(all.toReversed().map(({ question, group }) => [question.id, group]));
  return all.flatMap(({ question, group, path: at }) => {
    const choices = idsOf(question.choices);
    return [
      // Answers are kept by question id. An id that stands twice in one group is reported with the group's list.
      ...(firstGroup.get(question.id) === group
        ? []
        : [{ path: at, message: `"${question.id}" stands in an earlier group too` }]),
      ...question.rules.flatMap(({ when }, index) =>
        conditionProblems(when, 'choice', choices, [...at, 'rules', index, 'when']),
      ),
    ];
  });
}

function optionProblems(entry: ShapeOf<'options'>, path: Path): readonly TemplateProblem[] {
  const known = idsOf(entry.candidates);
  const reviewed = entry.candidates.flatMap(({ isReviewed }, index) => (isReviewed ? [index] : []));
  return [
    ...reviewed.slice(1).map((index) => ({
      path: [...path, 'candidates', index, 'isReviewed'],
      message: 'Only one candidate can be the one under review',
    })),
    ...entry.criteria.flatMap(({ cells }, index) =>
      Object.keys(cells).flatMap((id) => unknown('candidate', id, known, [...path, 'criteria', index, 'cells', id])),
    ),
    ...entry.projectKinds.flatMap(({ candidates }, index) =>
      candidates.flatMap((id, position) =>
        unknown('candidate', id, known, [...path, 'projectKinds', index, 'candidates', position]),
      ),
    ),
    ...(entry.split?.parts ?? []).flatMap(({ candidate }, index) =>
      unknown('candidate', candidate, known, [...path, 'split', 'parts', index, 'candidate']),
    ),
  ];
}

function strategyProblems(entry: ShapeOf<'strategy'>, path: Path): readonly TemplateProblem[] {
  const known = idsOf(entry.questions);
  return entry.strategies.flatMap(({ fits }, index) =>
    conditionProblems(fits, 'question', known, [...path, 'strategies', index, 'fits']),
  );
}

/** Groups of risks that the path raises or the team adds, beside those of the template. */
const RESERVED_GROUPS: ReadonlySet<string> = new Set(['plan', 'own']);

function riskProblems(entry: ShapeOf<'risks'>, path: Path): readonly TemplateProblem[] {
  const groups = idsOf(entry.groups);
  return [
    ...entry.groups.flatMap(({ id }, index) =>
      RESERVED_GROUPS.has(id)
        ? [{ path: [...path, 'groups', index, 'id'], message: `"${id}" is kept for the program; use another id` }]
        : [],
    ),
    ...entry.risks.flatMap(({ id, group }, index) => [
      ...unknown('group', group, groups, [...path, 'risks', index, 'group']),
      ...(id.startsWith('skipped-')
        ? [
            {
              path: [...path, 'risks', index, 'id'],
              message: 'ids that begin with "skipped-" are kept for skipped stages; use another id',
            },
          ]
        : []),
    ]),
  ];
}

function evidenceProblems(entry: ShapeOf<'evidence'>, known: KnownIds, path: Path): readonly TemplateProblem[] {
  return [
    ...unknown('risk', entry.unmeasuredRisk, known.risks, [...path, 'unmeasuredRisk']),
    ...unknown('risk', entry.overpromisedRisk, known.risks, [...path, 'overpromisedRisk']),
    ...entry.measures.flatMap(({ range, better }, index) => {
      if (!range) return [];
      const rises = range.from <= range.to;
      if (range.from === range.to || rises === (better === 'higher')) return [];
      const message = `"from" is the smaller gain and "to" the larger one; where ${better} is better, "to" is the ${better} figure`;
      return [{ path: [...path, 'measures', index, 'range'], message }];
    }),
  ];
}

function trainingProblems(entry: ShapeOf<'training'>, known: KnownIds, path: Path): readonly TemplateProblem[] {
  return [
    ...unknown('risk', entry.protectedTimeRisk, known.risks, [...path, 'protectedTimeRisk']),
    ...entry.phases.flatMap(({ fromWeek, toWeek }, index) =>
      fromWeek > toWeek
        ? [{ path: [...path, 'phases', index, 'toWeek'], message: 'the phase ends before it begins' }]
        : [],
    ),
  ];
}
