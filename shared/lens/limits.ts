import { readLensCondition } from './condition.ts';
import { ownIds } from './ids.ts';
import type { Lens, LensChoice, LensLink, LensQuestion } from './schema.ts';

const TITLE_LIMIT = 128;
const LENS_TEXT_LIMIT = 2048;
/** What the API reference has for the text of a lens, in bytes. */
export const LENS_SIZE_LIMIT = 500_000;

/**
 * What the AWS Well-Architected Tool would not take of a lens, one readable line each (user guide, “Lens
 * format specification”). Groundwork itself is more generous; this is for whoever uploads the file there.
 * What Groundwork alone cannot read is left out.
 * @param size of the file, in bytes
 */
export function lensLimits(lens: Lens, size: number): readonly string[] {
  return [
    ...(size > LENS_SIZE_LIMIT ? [`The file has ${size} bytes; at most ${LENS_SIZE_LIMIT} are allowed.`] : []),
    ...tooLong('The lens', 'name', lens.name, TITLE_LIMIT),
    ...tooLong('The lens', 'description', lens.description, LENS_TEXT_LIMIT),
    ...tooMany('The lens', 'pillars', lens.pillars.length, 10),
    ...lens.pillars.flatMap((pillar) => {
      const at = `Pillar ${pillar.id}`;
      return [
        ...tooLong(at, 'name', pillar.name, TITLE_LIMIT),
        ...tooMany(at, 'questions', pillar.questions.length, 20),
        ...pillar.questions.flatMap(questionLimits),
      ];
    }),
  ];
}

/** One of the `lensLimits` as a note for whoever wrote or exported the lens. */
export function refusedByAws(limit: string): string {
  return `AWS would refuse this: ${limit}`;
}

function questionLimits(question: LensQuestion): readonly string[] {
  const at = `Question ${question.id}`;
  return [
    ...tooLong(at, 'title', question.title, TITLE_LIMIT),
    ...tooLong(at, 'description', question.description ?? '', LENS_TEXT_LIMIT),
    ...linkLimits(at, 'helpfulResource', question.helpfulResource),
    ...tooMany(at, 'choices', question.choices.length, 15),
    ...question.choices.flatMap((choice) => choiceLimits(`${at}, choice ${choice.id}`, choice)),
    ...ruleLimits(at, question),
  ];
}

function choiceLimits(at: string, choice: LensChoice): readonly string[] {
  const more = choice.additionalResources ?? [];
  const count = (wanted: string) => more.flatMap(({ type, content }) => (type === wanted ? content : [])).length;
  return [
    ...tooLong(at, 'title', choice.title, TITLE_LIMIT),
    ...linkLimits(at, 'helpfulResource', choice.helpfulResource),
    ...linkLimits(at, 'improvementPlan', choice.improvementPlan),
    ...(choice.improvementPlan || choice.id.endsWith('_no') ? [] : [`${at}: an improvementPlan is missing.`]),
    ...tooMany(at, 'additional helpful resources', count('HELPFUL_RESOURCE'), 5),
    ...tooMany(at, 'additional improvement plans', count('IMPROVEMENT_PLAN'), 5),
    ...more.flatMap(({ content }) => content.flatMap((link) => linkLimits(at, 'additionalResources', link))),
  ];
}

function ruleLimits(at: string, { choices, riskRules = [] }: LensQuestion): readonly string[] {
  const ids = ownIds(choices.map(({ id }) => id));
  const conditions = riskRules.map(({ condition }) => readLensCondition(condition, ids));
  const isDefault = conditions.map((read) => read.kind === 'read' && read.when === null);
  const last = isDefault.indexOf(true);
  return [
    ...tooMany(at, 'risk rules', riskRules.length, 3),
    ...(new Set(riskRules.map(({ risk }) => risk)).size < riskRules.length
      ? [`${at}: two risk rules name the same risk.`]
      : []),
    ...(last === -1 ? [`${at}: a risk rule with the condition “default” is missing.`] : []),
    ...(last !== -1 && last < riskRules.length - 1 ? [`${at}: no rule after “default” is ever looked at.`] : []),
    ...conditions.flatMap((read, index) =>
      read.kind === 'read' || read.isOurs ? [] : [`${at}: risk rule ${index + 1} cannot be read: ${read.message}.`],
    ),
  ];
}

function linkLimits(at: string, key: string, link: LensLink | undefined): readonly string[] {
  if (!link) return [];
  return [
    ...tooLong(at, `${key} displayText`, link.displayText ?? '', LENS_TEXT_LIMIT),
    ...(link.url && !link.displayText ? [`${at}: ${key} has a url but no displayText.`] : []),
  ];
}

function tooLong(at: string, what: string, text: string, limit: number): readonly string[] {
  return text.length > limit ? [`${at}: the ${what} has ${text.length} characters; at most ${limit} are allowed.`] : [];
}

function tooMany(at: string, what: string, count: number, limit: number): readonly string[] {
  return count > limit ? [`${at}: has ${count} ${what}; at most ${limit} are allowed.`] : [];
}
