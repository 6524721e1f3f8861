import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { COMMON_PARTS, LENS_CANDIDATE } from './common-parts.ts';
import { readLensCondition } from './condition.ts';
import { ownId, ownIds } from './ids.ts';
import {
  foreignPart,
  type Lens,
  type LensChoice,
  type LensLink,
  type LensObject,
  type LensQuestion,
  type LensRisk,
} from './schema.ts';

export interface ImportedLens {
  readonly template: Template;
  /** What could not be taken over as it stands, one readable line each. */
  readonly findings: readonly string[];
}

interface Options {
  /** Version of the template, as a lens file has none. */
  readonly version?: string;
}

/**
 * A complete template from a custom lens: its pillars as groups of questions, with a context before and a
 * decision and signatures after them. Foreign ids are kept beside ours, so that `exportLens` gives the same
 * lens back. A rule whose condition cannot be read is kept as text and named in the findings.
 */
export function importLens(lens: Lens, { version = '1.0.0' }: Options = {}): ImportedLens {
  const findings: string[] = [];
  const groupIds = ownIds(lens.pillars.map(({ id }) => id));
  const questionIds = ownIds(lens.pillars.flatMap(({ questions }) => questions.map(({ id }) => id)));
  const groups = lens.pillars.map((pillar) => ({
    id: groupIds.get(pillar.id),
    foreignId: pillar.id,
    name: pillar.name,
    ...importForeign('pillar', pillar),
    questions: pillar.questions.map((question) => ({
      ...importQuestion(question, findings),
      id: questionIds.get(question.id),
    })),
  }));
  const template = templateSchema.parse({
    format: 'groundwork-template',
    formatVersion: 1,
    id: `lens-${ownId(lens.name)}`.slice(0, 64),
    version,
    title: lens.name,
    summary: lens.description,
    candidate: LENS_CANDIDATE,
    sections: [
      COMMON_PARTS.context,
      { ...COMMON_PARTS.questions, ...importForeign('lens', lens), groups },
      COMMON_PARTS.decision,
      COMMON_PARTS.signOff,
    ],
  });
  return { template, findings };
}

function importQuestion(question: LensQuestion, findings: string[]) {
  const choiceIds = ownIds(question.choices.map(({ id }) => id));
  return {
    foreignId: question.id,
    name: question.title,
    help: question.description ?? '',
    resource: importLink(question.helpfulResource),
    choices: question.choices.map((choice) => ({ ...importChoice(choice), id: choiceIds.get(choice.id) })),
    rules: importRules(question, choiceIds, findings),
    ...importForeign('question', question),
  };
}

function importChoice(choice: LensChoice) {
  return {
    foreignId: choice.id,
    name: choice.title,
    help: choice.description ?? '',
    resource: importLink(choice.helpfulResource),
    improvement: importLink(choice.improvementPlan),
    more: (choice.additionalResources ?? []).map((entry) => ({
      kind: entry.type === 'IMPROVEMENT_PLAN' ? 'improvement' : 'resource',
      links: entry.content.map(ownLink),
      ...importForeign('resources', entry),
    })),
    none: choice.id.endsWith('_no'),
    ...importForeign('choice', choice),
  };
}

const RISKS = { NO_RISK: 'none', MEDIUM_RISK: 'medium', HIGH_RISK: 'high' } as const satisfies Record<LensRisk, string>;

function importRules(
  { id, title, riskRules = [] }: LensQuestion,
  choiceIds: ReadonlyMap<string, string>,
  findings: string[],
) {
  return riskRules.map((rule) => {
    const { condition, risk } = rule;
    const read = readLensCondition(condition, choiceIds);
    const foreign = importForeign('riskRule', rule);
    if (read.kind === 'read') return { when: read.when, risk: RISKS[risk], ...foreign };
    findings.push(
      `Question ${id} “${title}”: the condition “${shortened(condition)}” for ${risk} cannot be read: ${read.message}. ` +
        'It is kept as it stands; the question has no rating where this or a later rule would decide.',
    );
    return { unread: condition, risk: RISKS[risk], ...foreign };
  });
}

/** Null for a link with nothing in it. */
function importLink(link: LensLink | undefined) {
  return link && (link.displayText || link.url || foreignPart('link', link)) ? ownLink(link) : null;
}

function ownLink(link: LensLink) {
  return { text: link.displayText ?? '', url: link.url ?? '', ...importForeign('link', link) };
}

/** What the format does not know, kept so that it goes back into the lens. */
function importForeign(kind: LensObject, entry: Readonly<Record<string, unknown>>) {
  const foreign = foreignPart(kind, entry);
  return foreign && { foreign };
}

function shortened(text: string): string {
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
