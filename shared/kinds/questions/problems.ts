import {
  conditionProblems,
  type ItemList,
  idsOf,
  listAt,
  nestedList,
  type Path,
  type ShapeOf,
  type TemplateProblem,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function questionLists(entry: ShapeOf<'questions'>): readonly ItemList[] {
  return [
    listAt('groups', entry.groups),
    ...entry.groups.flatMap(({ questions }, group) => [
      nestedList(['groups', group, 'questions'], questions),
      ...questions.map(({ choices }, question) =>
        nestedList(['groups', group, 'questions', question, 'choices'], choices),
      ),
    ]),
  ];
}

/** References, conditions and limits beyond unique ids and sources. */
export function questionProblems(entry: ShapeOf<'questions'>, path: Path): readonly TemplateProblem[] {
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
