import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { loadBuiltIn } from '#main/store/built-in.ts';
import { misfits } from '#main/store/template-fit.ts';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { departures, owesReason } from '#shared/departures/departures.ts';
import { ruleResult } from '#shared/kinds/decision/decision.ts';
import { gainsOf } from '#shared/kinds/evidence/gains.ts';
import { trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import type { Evidence } from '#shared/kinds/parts.ts';
import { pathWarnings } from '#shared/kinds/path/path.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { envelopeSchema } from '#shared/review/envelope.ts';
import { reviewProgress } from '#shared/review/progress.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { ROOT } from '#test/support/project.ts';
import { sampleNames, shippedTemplates, shippedText } from '#test/support/shipped.ts';

const DISCORD = 'discord-read-states';
const TYPESCRIPT = 'typescript-native-port';
const GRAB = 'grab-counter-service';
const PRISMA = 'prisma-query-engine';
const FIGMA = 'figma-multiplayer';
const TURBOREPO = 'turborepo-port';

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function sampleFile(name: string) {
  return envelopeSchema.parse(JSON.parse(shippedText(`templates/samples/${name}.json`)));
}

function sample(name: string): ReviewDocument {
  return reviewDocumentSchema.parse(sampleFile(name).document);
}

function templateOf(review: ReviewDocument): Template {
  const template = shippedTemplates.get(review.template.id);
  if (!template) throw new Error(`no template ${review.template.id}`);
  return template;
}

function evidenceOf(review: ReviewDocument): readonly Evidence[] {
  return [...review.context.evidence, ...Object.values(review.rule.answers).flatMap((answer) => answer.evidence)];
}

it('ships six samples', () => {
  expect(new Set(sampleNames)).toEqual(new Set([DISCORD, GRAB, PRISMA, TYPESCRIPT, FIGMA, TURBOREPO]));
});

it('loads them as the program does, in the order of order.txt, without a problem', async () => {
  const appFolder = ROOT;
  const { templates, samples, problems } = await loadBuiltIn(nodeFileSystem, appFolder);
  expect(problems).toEqual([]);
  expect(templates.map(({ template }) => template.id)).toEqual(['rust-adoption', 'quick-review', 'adopt-technology']);
  expect(samples.map(({ id }) => id)).toEqual([DISCORD, TYPESCRIPT, GRAB, PRISMA, FIGMA, TURBOREPO]);
});

describe.each(sampleNames)('%s', (name) => {
  const file = sampleFile(name);
  const review = sample(name);
  const template = templateOf(review);

  it('names the template by its present address', () => {
    const { id, version } = template;
    const right = { id, version, sha256: sha256(canonicalJson(template)) };
    const fixed = sha256(canonicalJson({ ...review, template: right }));
    expect(
      review.template,
      `the template has changed: in ${name}.json set document.template to ${JSON.stringify(right)} and the sha256 beside document to ${fixed}`,
    ).toEqual(right);
  });

  it('carries the hash of its document', () => {
    const right = sha256(canonicalJson(file.document));
    expect(file.sha256, `in ${name}.json set the sha256 beside document to ${right}`).toBe(right);
  });

  it('says everything that a review can say, so that nothing hangs on a default', () => {
    expect(file.document).toEqual(review);
  });

  it('is complete but for the signatures', () => {
    const open = reviewProgress(review, template, sha256(signedContent(review))).flatMap(
      (section) => section.openPoints,
    );
    expect(open.filter((point) => point.section !== 'sign-off')).toEqual([]);
    expect(open.length).toBe(review.signOff.approvers.length);
    expect(review.signOff.signatures).toEqual([]);
  });

  it('gives a reason for every departure that it shows', () => {
    expect(departures(review, template).filter(owesReason)).toEqual([]);
  });

  it('has no reason for a departure that is not there', () => {
    const ids = departures(review, template).map(({ id }) => id);
    expect(Object.keys(review.decision.departureReasons ?? {}).filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('uses only keys that the template has', () => {
    expect(misfits(review, template)).toEqual([]);
  });

  it('fills in every context field and assesses every risk', () => {
    const context = sectionOf(template, 'context');
    expect(Object.keys(review.context.fields).toSorted()).toEqual(context?.fields.map(({ id }) => id).toSorted());
    expect(Object.keys(review.risks.assessments).toSorted()).toEqual(
      risksOf(review, template)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  it('takes over mitigations that the template has', () => {
    const unknown = risksOf(review, template).flatMap((risk) =>
      risk.assessment.actions.filter(
        ({ mitigation }) => mitigation !== null && !risk.mitigations.some(({ id }) => id === mitigation),
      ),
    );
    expect(unknown).toEqual([]);
  });

  it('says that it is a reconstruction and names roles instead of people', () => {
    expect(review.reconstruction).toContain('public sources');
    expect(review.reconstruction).toContain('did not use this workbook');
    const people = [
      review.context.facilitator,
      ...review.context.participants.map((person) => person.name),
      ...review.signOff.approvers.map((person) => person.name),
      ...Object.values(review.rule.answers).flatMap((answer) => answer.dissent.map((entry) => entry.name)),
      ...review.decision.dissent.map((entry) => entry.name),
      ...Object.values(review.path.stages).flatMap((stage) => (stage.owner === '' ? [] : [stage.owner])),
      ...Object.values(review.risks.assessments).flatMap((entry) => entry.actions.map((action) => action.owner)),
      ...review.decision.conditions.map((condition) => condition.owner),
      ...(review.audit?.dependencies ?? []).map((dependency) => dependency.owner),
      ...Object.values(review.training?.topics ?? {}).map((topic) => topic.who),
      ...Object.values(review.commitments?.commitments ?? {}).flatMap(({ owner }) => (owner === '' ? [] : [owner])),
    ];
    expect(
      people.filter((person) => !/\(role\)$|^(Author|Reviewer) of the sample$|^Sample author$/.test(person)),
    ).toEqual([]);
  });

  it('has evidence of every kind, with public links, sources for all figures and measures that exist', () => {
    const evidence = evidenceOf(review);
    const measures = trackedMeasures(review, template).map(({ id }) => id);
    const kinds = new Set(['text', 'link', 'figure', ...(sectionOf(template, 'evidence') ? ['measure'] : [])]);
    expect(new Set(evidence.map(({ kind }) => kind))).toEqual(kinds);
    for (const entry of evidence) {
      if (entry.kind === 'link') expect(new URL(entry.url).protocol).toBe('https:');
      if (entry.kind === 'measure') expect(measures).toContain(entry.measure);
      if (entry.kind === 'figure') expect([entry.value, entry.unit, entry.source]).not.toContain('');
    }
  });

  it('records a dissent and options with points for and against', () => {
    const answers = Object.values(review.rule.answers).flatMap((answer) => answer.dissent);
    expect([...answers, ...review.decision.dissent].length).toBeGreaterThan(0);
    expect(review.decision.options.map(({ id }) => id)).toContain(review.decision.chosenOption);
    for (const { pros, cons } of review.decision.options) {
      expect(pros.length).toBeGreaterThan(0);
      expect(cons.length).toBeGreaterThan(0);
    }
  });
});

describe('the Read States sample', () => {
  const review = sample(DISCORD);

  it('goes from “consider” to adopting Rust for the service stage', () => {
    expect(ruleResult(review, templateOf(review))?.settled?.id).toBe('consider');
    expect([review.decision.choice, review.decision.stage]).toEqual(['adopt', 'service']);
    expect(pathWarnings(review, templateOf(review)).map(({ kind }) => kind)).toEqual([
      'late-start',
      'skipped',
      'skipped',
    ]);
  });

  it('leaves out the figures that only retellings have', () => {
    const text = shippedText(`templates/samples/${DISCORD}.json`);
    expect(text).not.toMatch(/\b\d+(\.\d+)?\s?(ms|µs|us|microseconds|milliseconds)\b|\d\s?%/);
  });
});

describe('the TypeScript sample', () => {
  const review = sample(TYPESCRIPT);

  it('decides against what the rule leans to, and justifies it', () => {
    expect(ruleResult(review, templateOf(review))?.settled?.id).toBe('consider');
    expect(review.decision.choice).toBe('stay');
    expect(departures(review, templateOf(review)).map(({ id }) => id)).toEqual(['rule', 'screening']);
    expect(review.decision.contradictionReason).toMatch(/garbage collector.*circles/s);
  });

  it('says of every timing that it was read in a secondary source', () => {
    const figures = evidenceOf(review).filter((entry) => entry.kind === 'figure');
    expect(figures.length).toBeGreaterThan(0);
    expect(figures.filter(({ source }) => !source.includes('secondary'))).toEqual([]);
    expect(evidenceOf(review).filter((entry) => entry.kind === 'text' && /\d\s?s\b/.test(entry.text))).toEqual([]);
  });
});

describe('the Counter Service sample', () => {
  const review = sample(GRAB);

  it('counts what a memory bug would cause, and so comes to “consider”', () => {
    expect(review.rule.answers.safety?.answer).toBe('yes');
    expect(ruleResult(review, templateOf(review))?.settled?.id).toBe('consider');
    expect([review.decision.choice, review.decision.stage]).toEqual(['adopt', 'service']);
  });

  it('departs from what the sources say of its kind of project, and says why', () => {
    const found = departures(review, templateOf(review)).find(({ id }) => id === 'project-kind');
    expect(found?.reason).toMatch(/queries a second/);
  });

  it('promises no gain in latency', () => {
    expect(review.evidence?.measures.p99?.note).toContain('Similar, possibly slightly worse');
    expect(review.evidence?.measures.p99?.measured).toBeNull();
    expect(JSON.stringify(review)).not.toMatch(/\d\s?(ms|µs)\b/);
  });

  it('names the savings that disagree only to set them aside', () => {
    const withoutNote = { ...review, context: { ...review.context, evidence: [] } };
    expect(JSON.stringify(review.context.evidence)).toMatch(/70 %.*a fifth.*80 %.*77\.5 %/);
    expect(JSON.stringify(withoutNote)).not.toMatch(/\b(70|80) %/);
  });
});

describe('the query engine sample', () => {
  const review = sample(PRISMA);

  it('leaves Rust by the technology-neutral template, and keeps it where it helps', () => {
    expect([review.template.id, review.current.split(',')[0]]).toEqual(['adopt-technology', 'Rust']);
    expect(ruleResult(review, templateOf(review))?.settled?.id).toBe('go-ahead');
    expect(review.options?.split.chosen).toBe(true);
  });

  it('shows the measures that became worse beside those that became better', () => {
    const relations = gainsOf(review, templateOf(review)).map(({ measure, measured }) => [
      measure.id,
      measured?.relation,
    ]);
    expect(Object.fromEntries(relations)).toEqual({
      size: 'unknown',
      'find-many': 'unknown',
      'get-by-id': 'wrong-way',
      'list-query': 'wrong-way',
    });
  });
});

describe('the multiplayer sample', () => {
  const review = sample(FIGMA);

  it('adopts a part and gives up the whole', () => {
    expect(ruleResult(review, templateOf(review))?.settled?.id).toBe('consider');
    expect([review.decision.choice, review.decision.stage]).toEqual(['adopt', 'library']);
    expect(review.path.stages.service?.state).toBe('skipped');
  });
});

describe('the build tool sample', () => {
  const review = sample(TURBOREPO);

  it('is ported to the end although the rule gives no verdict', () => {
    expect(ruleResult(review, templateOf(review))?.settled?.id).toBe('inconclusive');
    expect(Object.values(review.path.stages).map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(JSON.stringify(review)).toContain('Speed is not');
  });
});
