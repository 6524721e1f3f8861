import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { buildRecord } from '#shared/record/build.ts';
import { envelopeSchema } from '#shared/review/envelope.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { answersItem, carryOver } from '#shared/template/carry.ts';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { questionTemplate } from '#test/support/question-template.ts';
import { rustTemplate, sampleNames, shippedText } from '#test/support/shipped.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

const SHA = 'b'.repeat(64);
const to = (template: Template) => ({ template, sha256: SHA });
const without = (kind: Template['sections'][number]['kind'], template = smallTemplate): Template => ({
  ...template,
  version: '2.0.0',
  sections: template.sections.filter((section) => section.kind !== kind),
});
/** The document without what says which template it is from. */
const content = ({ template: _, ...rest }: ReviewDocument) => canonicalJson(rest);

describe('carryOver', () => {
  it('points to the new version and changes nothing else', () => {
    const review = smallReview({ rule: answered('yes', 'no'), signOff: { approvers: [{ id: 'a', name: 'Ada' }] } });
    const newer = { ...smallTemplate, version: '1.1.0' };
    const { document, left } = carryOver(review, smallTemplate, to(newer));
    expect(document.template).toEqual({ id: 'small', version: '1.1.0', sha256: SHA });
    expect(content(document)).toBe(content(review));
    expect(left).toEqual([]);
  });

  it('lists what the team wrote in a section that is gone, and keeps it', () => {
    const review = smallReview({ strategy: { chosen: 'worker', reason: 'Clear borders.' } });
    const { document, left } = carryOver(review, smallTemplate, to(without('strategy')));
    expect(left).toEqual([
      {
        section: 'strategy',
        sectionTitle: 'Strategy',
        name: '',
        texts: ['chosen: Worker', 'reason: Clear borders.'],
        items: 2,
      },
    ]);
    expect(content(document)).toBe(content(review));
    expect(carryOver(smallReview(), smallTemplate, to(without('strategy'))).left).toEqual([]);
  });

  it('names the items of a section that is gone without the words of the file format', () => {
    const review = smallReview({
      commitments: { commitments: { clippy: { made: true, owner: 'Ada' } } },
      path: { stages: { tooling: { workItem: 'A log filter', criteria: { used: { met: true } } } } },
    });
    const commitments = {
      kind: 'commitments',
      title: 'Promises',
      commitments: [{ id: 'clippy', name: 'Clippy', help: 'h' }],
    };
    const from = templateSchema.parse({ ...smallTemplate, sections: [...smallTemplate.sections, commitments] });
    const { left } = carryOver(review, from, to(without('path')));
    expect(left.find(({ section }) => section === 'commitments')?.texts).toEqual([
      'Clippy › made: yes',
      'Clippy › owner: Ada',
    ]);
    expect(left.find(({ section }) => section === 'path')?.texts).toContain('Tooling › work item: A log filter');
    expect(left.map(({ items }) => items)).toEqual([1, 1]);
  });

  it('lists answers to items that are gone by their names', () => {
    const review = smallReview({
      context: { fields: { purpose: 'Speed', extra: 'More' } },
      risks: {
        assessments: { 'big-bang': { applicable: true, note: 'Feared.' }, 'skipped-tooling': { note: 'Odd.' } },
      },
      decision: { choice: 'defer' },
    });
    const newer = templateSchema.parse({
      ...structuredClone(smallTemplate),
      sections: smallTemplate.sections.map((section) => {
        if (section.kind === 'context') return { ...section, fields: section.fields.slice(0, 1) };
        if (section.kind === 'risks') return { ...section, risks: section.risks.slice(0, 1) };
        if (section.kind === 'decision') return { ...section, choices: section.choices.slice(0, 1) };
        if (section.kind === 'path') return { ...section, stages: section.stages.slice(1), wholesale: null };
        return section;
      }),
    });
    const { left, document } = carryOver(review, smallTemplate, to(newer));
    expect(left.map(({ name, texts }) => [name, texts])).toEqual([
      ['Extra', ['More']],
      ['Big bang', ['applicable: yes', 'note: Feared.']],
      ['No practice', ['note: Odd.']],
      ['Defer', ['Defer']],
    ]);
    expect(content(document)).toBe(content(review));
  });

  it('lists choices and questions of a questionnaire that are gone', () => {
    const review = smallReview({
      questions: {
        answers: {
          backup: { choices: ['auto', 'tested'], answered: true },
          alerts: { notApplicable: true, reason: 'R' },
        },
        actions: [{ id: 'x', question: 'alerts', text: 'Do it' }],
      },
    });
    const newer = templateSchema.parse({
      ...structuredClone(questionTemplate),
      sections: questionTemplate.sections.map((section) =>
        section.kind === 'questions'
          ? {
              ...section,
              groups: section.groups.map((group) => ({
                ...group,
                questions: group.questions
                  .slice(0, 1)
                  .map((entry) => ({ ...entry, rules: [], choices: entry.choices.slice(0, 1) })),
              })),
            }
          : section,
      ),
    });
    const { left } = carryOver(review, questionTemplate, to(newer));
    expect(left.map(({ name }) => name)).toEqual(['Who hears?', 'Restoring is tried', 'Who hears?']);
    expect(left.flatMap(({ texts }) => texts).join('\n')).toContain('Do it');
  });

  it('writes down what a review had left to its template where the new version says otherwise', () => {
    const measure = (unit: string) => ({ id: 'p99', name: 'p99', help: 'h', unit, better: 'lower' });
    const candidate = (id: string, preselected: boolean) => ({ id, name: id, help: 'h', preselected });
    const make = (unit: string, second: boolean) =>
      templateSchema.parse({
        ...structuredClone(smallTemplate),
        sections: [
          ...smallTemplate.sections,
          { kind: 'evidence', title: 'E', measures: [measure(unit)] },
          {
            kind: 'options',
            title: 'O',
            candidates: [candidate('rust', true), candidate('go', second)],
            criteria: [{ id: 'speed', name: 'Speed', help: 'h' }],
          },
        ],
      });
    const review = smallReview({
      evidence: { measures: { p99: { tracked: true, baseline: 100 } } },
      options: { cells: { speed: { rust: { score: 4 } } } },
    });
    const { document } = carryOver(review, make('ms', false), to(make('s', true)));
    expect(document.evidence?.measures.p99).toMatchObject({ baseline: 100, unit: 'ms' });
    expect(document.options?.candidates).toEqual(['rust']);
    const same = carryOver(review, make('ms', false), to(make('ms', false)));
    expect(content(same.document)).toBe(content(review));
  });

  it.each(sampleNames)('loses no text of %s, whatever sections are left', (name) => {
    const review = reviewDocumentSchema.parse(
      envelopeSchema.parse(JSON.parse(shippedText(`templates/samples/${name}.json`))).document,
    );
    fc.assert(
      fc.property(fc.subarray([...rustTemplate.sections], { minLength: 1 }), (sections) => {
        const { document } = carryOver(review, rustTemplate, to({ ...rustTemplate, version: '9.0.0', sections }));
        const back = carryOver(document, { ...rustTemplate, sections }, { template: rustTemplate, sha256: SHA });
        const kept = textsOf(document);
        expect([...textsOf(review)].filter((text) => !kept.has(text))).toEqual([]);
        expect(reviewDocumentSchema.parse(back.document)).toEqual(back.document);
      }),
      { numRuns: 20 },
    );
  });
});

describe('the record', () => {
  it('prints answers without a place, as the screen says', () => {
    const stored = { revision: 2, savedAt: '2026-01-05T00:00:00Z', contentSha256: 'c'.repeat(64) };
    const printed = (review: ReviewDocument, from: Template, template: Template) =>
      JSON.stringify(buildRecord(carryOver(review, from, to(template)).document, template, stored));
    const review = smallReview({
      strategy: { chosen: 'worker', reason: 'Clear borders.' },
      context: { fields: { extra: 'More of it' } },
      rule: { answers: { one: { answer: 'yes', rationale: 'It was hacked.' } }, justification: 'Two is enough.' },
    });
    expect(printed(review, smallTemplate, without('strategy'))).toContain('Clear borders.');
    expect(printed(review, smallTemplate, without('context'))).toContain('More of it');
    const withoutRule = printed(review, smallTemplate, without('rule'));
    for (const text of ['It was hacked.', 'Two is enough.']) expect(withoutRule).toContain(text);
    const asked = smallReview({
      questions: {
        answers: { alerts: { notApplicable: true, reason: 'Nobody calls.' } },
        actions: [{ id: 'x', question: 'alerts', text: 'Buy a phone', owner: 'Bo' }],
      },
    });
    const withoutQuestions = printed(asked, questionTemplate, smallTemplate);
    for (const text of ['Nobody calls.', 'Buy a phone']) expect(withoutQuestions).toContain(text);
    const [section] = questionTemplate.sections;
    if (section?.kind !== 'questions') throw new Error('The template has questions');
    const groups = section.groups.map((group) => ({ ...group, questions: group.questions.slice(0, 1) }));
    const oneQuestion = printed(asked, questionTemplate, { ...questionTemplate, sections: [{ ...section, groups }] });
    for (const text of ['Nobody calls.', 'Buy a phone']) expect(oneQuestion).toContain(text);
  });
});

describe('answersItem', () => {
  it('says whether a review says anything about an item', () => {
    const review = smallReview({ rule: answered('yes'), strategy: { chosen: 'worker' } });
    expect(answersItem(review, 'rule', 'one')).toBe(true);
    expect(answersItem(review, 'rule', 'two')).toBe(false);
    expect(answersItem(review, 'strategy', 'worker')).toBe(true);
    expect(answersItem(smallReview(), 'strategy', 'worker')).toBe(false);
  });
});

function textsOf({ template: _, ...review }: ReviewDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (value: unknown) => {
    if (typeof value === 'string') found.add(value);
    else if (typeof value === 'object' && value !== null) for (const entry of Object.values(value)) collect(entry);
  };
  collect(review);
  return found;
}
