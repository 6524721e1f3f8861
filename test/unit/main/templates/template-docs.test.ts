import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { readForeignReview } from '#main/store/foreign-review.ts';
import { misfits } from '#main/store/template-fit.ts';
import { parseTemplate } from '#main/templates/parse-template.ts';
import { builtInTemplates } from '#main/templates/template-library.ts';
import { reviewFileJsonSchema, templateJsonSchema } from '#shared/json-schemas.ts';
import { questionRisk } from '#shared/kinds/questions/questions.ts';
import { templateSchema } from '#shared/template/schema.ts';
import { templateShape } from '#shared/template/shape.ts';
import { sectionOf } from '#shared/template/template.ts';
import { fencedBlocks, rustTemplate, shippedText } from '#test/support/shipped.ts';

const TEMPLATES = 'docs/templates.md';
const REVIEWS = 'docs/review-format.md';

/** Names of all fields of a schema; the template inside a review file has its own page. */
function fieldNames(schema: unknown): readonly string[] {
  if (Array.isArray(schema)) return schema.flatMap(fieldNames);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => [
    ...(key === 'properties' && typeof value === 'object' && value !== null ? Object.keys(value) : []),
    ...fieldNames(value),
  ]);
}

function unmentioned(names: readonly string[], page: string): readonly string[] {
  const text = shippedText(page);
  return [...new Set(names)].filter((name) => !text.includes(`\`${name}\``) && !text.includes(`"${name}"`));
}

describe(TEMPLATES, () => {
  const [example, ...others] = fencedBlocks(TEMPLATES, 'json');

  it('has one example, which is a valid template with every kind of section', () => {
    expect(others).toEqual([]);
    const { error, data } = templateSchema.safeParse(JSON.parse(example ?? ''));
    expect(error).toBeUndefined();
    const kinds = templateShape.shape.sections.element.options.map((section) => section.shape.kind.value);
    expect(data?.sections.map(({ kind }) => kind).toSorted()).toEqual(kinds.toSorted());
  });

  it('shows conditions that hold as the page says', () => {
    const template = templateSchema.parse(JSON.parse(example ?? ''));
    expect(sectionOf(template, 'rule')?.outcomes.map(({ when }) => when)).toEqual([
      'toil && !extensions',
      'toil',
      null,
    ]);
  });

  it('shows rules of a multiple-choice question, of which the first that holds counts', () => {
    const template = templateSchema.parse(JSON.parse(example ?? ''));
    const question = sectionOf(template, 'questions')?.groups[0]?.questions[0];
    const risks = [['made', 'restored'], ['made'], ['nothing']].map(
      (choices) => question && questionRisk(question, { choices, answered: true, notApplicable: false, reason: '' }),
    );
    expect(risks).toEqual(['none', 'medium', 'high']);
  });

  it('mentions every field', () => {
    expect(unmentioned(fieldNames(templateJsonSchema()), TEMPLATES)).toEqual([]);
  });
});

describe(REVIEWS, () => {
  const examples = fencedBlocks(REVIEWS, 'json');
  const schema = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(reviewFileJsonSchema());
  const { template: _, ...properties } = schema.properties;
  const ownSchema = { properties };
  const loaded = parseTemplate(rustTemplate);
  const templates = builtInTemplates(loaded.ok ? [loaded.loaded] : []);

  it('has a shortest and a full example', () => {
    expect(examples).toHaveLength(2);
  });

  it.each(examples.map((text, index) => [index + 1, text] as const))(
    'shows with example %i a file that can be imported and fits the template',
    async (_, text) => {
      const { document, template } = await readForeignReview(text, templates);
      expect(misfits(document, template.template)).toEqual([]);
    },
  );

  it('uses in the full example every field but hashes, versions, questions and those of a signature and after it', () => {
    const used = new Set([...(examples.at(-1) ?? '').matchAll(/"([^"]+)":/g)].map((match) => match[1]));
    expect(new Set(fieldNames(ownSchema).filter((name) => !used.has(name)))).toEqual(
      new Set([
        'sha256',
        'stampSha256',
        'version',
        'approver',
        'verdict',
        'comment',
        'typedName',
        'drawing',
        'signedAt',
        'contentSha256',
        'certificate',
        'issuer',
        'questions',
        'answered',
        'choices',
        'notApplicable',
        'risk',
        'action',
        'closed',
        'closings',
        'predictions',
        'statements',
        'given',
        'chances',
        'tripwires',
        'sign',
        'threshold',
        'where',
        'followUp',
        'filing',
        'tags',
        'archivedAt',
        'closedAt',
        'closing',
        'deciding',
        'quorum',
        'decider',
        'changedAt',
        'advice',
        'followed',
        'why',
        'witnessedInstead',
        'supersedes',
        'supersededBy',
        'deprecated',
        'number',
        'content',
        'at',
      ]),
    );
  });

  it('mentions every field', () => {
    expect(unmentioned(fieldNames(ownSchema), REVIEWS)).toEqual([]);
  });
});
