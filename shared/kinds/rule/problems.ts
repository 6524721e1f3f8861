import {
  conditionProblems,
  type ItemList,
  idsOf,
  listAt,
  type Path,
  type ShapeOf,
  type TemplateProblem,
} from '#shared/template/problem.ts';

/** Every list of a section, nested ones too. */
export function ruleLists(section: ShapeOf<'rule'>): readonly ItemList[] {
  return [listAt('questions', section.questions), listAt('outcomes', section.outcomes)];
}

/** References, conditions and limits beyond unique ids and sources. */
export function ruleProblems(rule: ShapeOf<'rule'>, path: Path): readonly TemplateProblem[] {
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
