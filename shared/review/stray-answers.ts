import { skipRiskId } from '#shared/kinds/risks/risks.ts';
import { type SectionKind, sectionOf, type Template } from '#shared/template/template.ts';
import { type ReviewDocument, stagePlan } from './review.ts';

/** Something a review says about an item that a template does not have. */
export interface StrayAnswer {
  /** Section in which the item would stand. */
  readonly section: SectionKind;
  /** Where it stands in the document, such as `rule.answers`. */
  readonly path: string;
  readonly id: string;
  /** Ids that the template has at this place. */
  readonly known: readonly string[];
  /** The answer itself; the id where the document only names it. */
  readonly value: unknown;
}

type Keyed = Readonly<Record<string, unknown>>;

/**
 * What a review says about things that the template does not have, in the order of the document.
 * Such answers stay in the document; screens show none of them.
 */
export function strayAnswers(review: ReviewDocument, template: Template): readonly StrayAnswer[] {
  const { context, rule, path, strategy, risks, decision } = review;
  const fields = ids(sectionOf(template, 'context')?.fields);
  const questions = ids(sectionOf(template, 'rule')?.questions);
  const stages = sectionOf(template, 'path')?.stages ?? [];
  const strategySection = sectionOf(template, 'strategy');
  const riskIds = [
    ...ids(sectionOf(template, 'risks')?.risks),
    ...ids(stages).map(skipRiskId),
    ...ids(review.risks.own),
  ];
  return [
    ...strayKeys('context', 'context.fields', context.fields, fields),
    ...screeningStrays(review, template),
    ...strayKeys('rule', 'rule.answers', rule.answers, questions),
    ...questionStrays(review, template),
    ...optionStrays(review, template),
    ...strayKeys('path', 'path.stages', path.stages, ids(stages)),
    ...stages.flatMap((stage) =>
      strayKeys(
        'path',
        `path.stages.${stage.id}.criteria`,
        stagePlan(review, stage.id).criteria,
        ids(stage.exitCriteria),
      ),
    ),
    ...strayKeys('strategy', 'strategy.answers', strategy.answers, ids(strategySection?.questions)),
    ...strayId('strategy', 'strategy.chosen', strategy.chosen, ids(strategySection?.strategies)),
    ...strayKeys('strategy', 'strategy.rules', strategy.rules, ids(strategySection?.rules)),
    ...strayKeys('risks', 'risks.assessments', risks.assessments, riskIds),
    ...planStrays(review, template),
    ...strayId('decision', 'decision.choice', decision.choice, ids(sectionOf(template, 'decision')?.choices)),
    ...strayId('decision', 'decision.stage', decision.stage, ids(stages)),
  ];
}

function screeningStrays({ screening }: ReviewDocument, template: Template): readonly StrayAnswer[] {
  const section = sectionOf(template, 'screening');
  return [
    ...strayKeys('screening', 'screening.signals', screening?.signals, [...ids(section?.fit), ...ids(section?.misfit)]),
    ...strayId('screening', 'screening.motivation', screening?.motivation, ids(section?.motivations)),
  ];
}

function questionStrays({ questions }: ReviewDocument, template: Template): readonly StrayAnswer[] {
  const known = (sectionOf(template, 'questions')?.groups ?? []).flatMap((group) => group.questions);
  return [
    ...strayKeys('questions', 'questions.answers', questions?.answers, ids(known)),
    ...known.flatMap((question) => {
      const taken = questions?.answers[question.id]?.choices ?? [];
      const path = `questions.answers.${question.id}.choices`;
      return taken.flatMap((choice) => strayId('questions', path, choice, ids(question.choices)));
    }),
    ...(questions?.actions ?? []).flatMap((action, index) =>
      strayId('questions', `questions.actions.${index}.question`, action.question, ids(known), action),
    ),
  ];
}

function optionStrays({ options }: ReviewDocument, template: Template): readonly StrayAnswer[] {
  const section = sectionOf(template, 'options');
  const candidates = [...ids(section?.candidates), ...ids(options?.own)];
  const criteria = ids(section?.criteria);
  const parts = section?.split?.parts;
  return [
    ...(options?.candidates ?? []).flatMap((id) => strayId('options', 'options.candidates', id, candidates)),
    ...strayKeys('options', 'options.weights', options?.weights, criteria),
    ...strayKeys('options', 'options.cells', options?.cells, criteria),
    ...criteria.flatMap((id) => strayKeys('options', `options.cells.${id}`, options?.cells[id], candidates)),
    ...strayId('options', 'options.projectKind', options?.projectKind, ids(section?.projectKinds)),
    ...strayKeys('options', 'options.split.parts', options?.split.parts, ids(parts)),
    ...ids(parts).flatMap((id) =>
      strayId('options', `options.split.parts.${id}.candidate`, options?.split.parts[id]?.candidate, candidates),
    ),
  ];
}

function planStrays(
  { evidence, audit, training, commitments }: ReviewDocument,
  template: Template,
): readonly StrayAnswer[] {
  const measures = [...ids(sectionOf(template, 'evidence')?.measures), ...ids(evidence?.own)];
  const tools = ids(sectionOf(template, 'audit')?.toolchain);
  const topics = ids(sectionOf(template, 'training')?.topics);
  const promised = ids(sectionOf(template, 'commitments')?.commitments);
  return [
    ...strayKeys('evidence', 'evidence.measures', evidence?.measures, measures),
    ...strayKeys('audit', 'audit.toolchain', audit?.toolchain, tools),
    ...strayKeys('training', 'training.topics', training?.topics, topics),
    ...strayKeys('commitments', 'commitments.commitments', commitments?.commitments, promised),
  ];
}

function strayKeys(
  section: SectionKind,
  path: string,
  entries: Keyed | undefined,
  known: readonly string[],
): readonly StrayAnswer[] {
  return Object.entries(entries ?? {}).flatMap(([id, value]) => strayId(section, path, id, known, value));
}

function strayId(
  section: SectionKind,
  path: string,
  id: string | null | undefined,
  known: readonly string[],
  value: unknown = id,
): readonly StrayAnswer[] {
  return id === null || id === undefined || known.includes(id) ? [] : [{ section, path, id, known, value }];
}

function ids(rows: readonly { readonly id: string }[] = []): readonly string[] {
  return rows.map((row) => row.id);
}
