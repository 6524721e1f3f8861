import { canonicalJson } from '#shared/base/canonical-json.ts';
import type { ChoiceQuestion, QuestionChoice, QuestionGroup } from '#shared/kinds/questions/questions.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { ADDED_SECTIONS, COMMON_PARTS, LENS_CANDIDATE } from './common-parts.ts';
import { writeLensCondition } from './condition.ts';
import { lensIds } from './ids.ts';
import {
  LENS_SCHEMA_VERSION,
  type Lens,
  type LensChoice,
  type LensLink,
  type LensQuestion,
  lensSchema,
} from './schema.ts';

export type ExportedLens =
  | {
      readonly kind: 'exported';
      readonly lens: Lens;
      /** What the lens does not hold or holds in another way, one readable line each. */
      readonly findings: readonly string[];
    }
  | { readonly kind: 'refused'; readonly problems: readonly string[] };

const RISKS = { none: 'NO_RISK', medium: 'MEDIUM_RISK', high: 'HIGH_RISK' } as const;

/**
 * The questions of a template as a custom lens. Nothing is lost that a lens can hold; what it cannot hold is
 * named. Refused when there are no questions, or when leaving a rule out would change the rating.
 */
export function exportLens(template: Template): ExportedLens {
  const section = sectionOf(template, 'questions');
  if (!section) {
    return { kind: 'refused', problems: ['The template has no section of kind “questions”; a lens is made of one.'] };
  }
  const problems: string[] = [];
  const findings = [...surroundings(template)];
  const groupIds = lensIds(section.groups);
  // One set, as question ids are unique in the whole lens.
  const questionIds = lensIds(section.groups.flatMap(({ questions }) => questions));
  const pillars = section.groups.map((group) => {
    findings.push(...lostOfGroup(group));
    return {
      id: groupIds.get(group.id) ?? group.id,
      name: group.name,
      ...group.foreign,
      questions: group.questions.map((question) =>
        exportQuestion(question, questionIds.get(question.id) ?? question.id, findings, problems),
      ),
    };
  });
  const lens: Lens = {
    schemaVersion: LENS_SCHEMA_VERSION,
    name: template.title,
    description: template.summary,
    ...section.foreign,
    pillars,
  };
  // Such as an address that is no web address, which a template may hold and a lens may not.
  const faults = lensSchema.safeParse(lens).error?.issues ?? [];
  problems.push(...faults.map(({ path, message }) => `${path.join('.')} of the lens: ${message}.`));
  if (problems.length > 0) return { kind: 'refused', problems };
  const renamed = [...renames(section.groups, groupIds), ...renames(section.groups.flatMap(questionsOf), questionIds)];
  return {
    kind: 'exported',
    lens,
    findings: [...findings, ...renamed],
  };
}

function exportQuestion(question: ChoiceQuestion, id: string, findings: string[], problems: string[]): LensQuestion {
  const choiceIds = lensIds(question.choices);
  const at = `Question “${question.name}”`;
  findings.push(...lostOfQuestion(question, at), ...renames(question.choices, choiceIds, `${at}: `));
  const riskRules = question.rules.map(({ when, unread, risk, foreign }) => {
    const condition = unread ?? writeLensCondition(when, choiceIds);
    if (condition === null) problems.push(`${at}: the condition “${when}” is too long for a lens when spelled out.`);
    return { condition: condition ?? '', risk: RISKS[risk], ...foreign };
  });
  return {
    id,
    title: question.name,
    ...(question.help !== '' && { description: question.help }),
    ...(question.resource && { helpfulResource: lensLink(question.resource) }),
    choices: question.choices.map((choice) => exportChoice(choice, choiceIds.get(choice.id) ?? choice.id)),
    riskRules,
    ...question.foreign,
  };
}

function exportChoice({ name, help, resource, improvement, more, foreign }: QuestionChoice, id: string): LensChoice {
  return {
    id,
    title: name,
    ...(help !== '' && { description: help }),
    ...(resource && { helpfulResource: lensLink(resource) }),
    ...(improvement && { improvementPlan: lensLink(improvement) }),
    ...(more.length > 0 && {
      additionalResources: more.map(({ kind, links, foreign: own }) => ({
        type: kind === 'improvement' ? ('IMPROVEMENT_PLAN' as const) : ('HELPFUL_RESOURCE' as const),
        content: links.map(lensLink),
        ...own,
      })),
    }),
    ...foreign,
  };
}

function lensLink({ text, url, foreign }: NonNullable<QuestionChoice['resource']>): LensLink {
  return { ...(text !== '' && { displayText: text }), ...(url !== '' && { url }), ...foreign };
}

function questionsOf({ questions }: QuestionGroup): QuestionGroup['questions'] {
  return questions;
}

/** What stands around the questions; the sections that every import adds are no loss. */
function surroundings({ sections, sources, candidate }: Template): readonly string[] {
  const added = new Set(ADDED_SECTIONS.map(canonicalJson));
  const lost = sections.flatMap((entry) => {
    const { kind, title, intro } = entry;
    if (kind !== 'questions') return added.has(canonicalJson(entry)) ? [] : [`the section “${title}” (${kind})`];
    const usual = title === COMMON_PARTS.questions.title && intro === COMMON_PARTS.questions.intro;
    return usual ? [] : ['the title and the introduction of the questions'];
  });
  if (sources.length > 0) lost.push('the list of sources');
  if (candidate !== '' && candidate !== LENS_CANDIDATE) lost.push('the candidate');
  return lost.map((what) => `A lens has no place for ${what}; left out.`);
}

function lostOfGroup({ name, help }: QuestionGroup): readonly string[] {
  return help === '' ? [] : [`Group “${name}”: a pillar has no help; it is left out.`];
}

function lostOfQuestion({ sources }: ChoiceQuestion, at: string): readonly string[] {
  return sources.length > 0 ? [`${at}: a lens has no sources; they are left out.`] : [];
}

/** Foreign ids that a lens cannot hold. Own ids are made fit without a word. */
function renames(
  rows: readonly { readonly id: string; readonly foreignId: string }[],
  ids: ReadonlyMap<string, string>,
  at = '',
): readonly string[] {
  return rows
    .filter(({ id, foreignId }) => foreignId !== '' && ids.get(id) !== foreignId)
    .map(({ id, foreignId }) => `${at}the id “${foreignId}” becomes “${ids.get(id)}”, as a lens asks for.`);
}
