import { describe, expect, it } from 'vitest';
import { suggestCounterpart } from '#shared/kinds/audit/counterpart.ts';
import { criterionWeight } from '#shared/kinds/options/option-sums.ts';
import { comparedCandidates, optionRanking } from '#shared/kinds/options/options.ts';
import { screeningResult } from '#shared/kinds/screening/screening.ts';
import { strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { envelopeSchema } from '#shared/review/envelope.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { type SectionKind, type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { sampleNames, shippedTemplates, shippedText } from '#test/support/shipped.ts';

function sample(name: string): ReviewDocument {
  const { document } = envelopeSchema.parse(JSON.parse(shippedText(`templates/samples/${name}.json`)));
  return reviewDocumentSchema.parse(document);
}

function shipped<Kind extends SectionKind>(template: Template | undefined, kind: Kind): SectionOf<Kind> {
  const section = template && sectionOf(template, kind);
  if (!section) throw new Error(`the template has no section ${kind}`);
  return section;
}

/** Keys of a part that none of the rows has. */
function stray(part: object | undefined, ...rows: readonly (readonly { readonly id: string }[])[]): readonly string[] {
  const known = new Set(rows.flat().map(({ id }) => id));
  return Object.keys(part ?? {}).filter((key) => !known.has(key));
}

/** The samples of templates that have every section; those of the half-hour template have six. */
const wholeSamples = sampleNames.filter((name) => sample(name).template.id !== 'quick-review');

describe.each(wholeSamples)('%s', (name) => {
  const review = sample(name);
  const template = shippedTemplates.get(review.template.id);
  const screening = shipped(template, 'screening');
  const options = shipped(template, 'options');
  const strategy = shipped(template, 'strategy');
  const evidence = shipped(template, 'evidence');
  const audit = shipped(template, 'audit');
  const training = shipped(template, 'training');
  const commitments = shipped(template, 'commitments');

  it('uses every section', () => {
    for (const part of ['screening', 'options', 'evidence', 'audit', 'training', 'commitments'] as const) {
      expect(review[part], part).toBeDefined();
    }
    expect(Object.values(review.screening?.signals ?? {}).some(({ present }) => present)).toBe(true);
    expect(Object.keys(review.strategy.answers ?? {}).toSorted()).toEqual(
      strategy.questions.map(({ id }) => id).toSorted(),
    );
    expect(Object.keys(review.strategy.rules ?? {})).toHaveLength(strategy.rules.length);
    expect(Object.keys(review.commitments?.commitments ?? {})).toHaveLength(commitments.commitments.length);
    expect(review.audit?.dependencies.length).toBeGreaterThan(2);
    expect(review.training?.protectedTimeNote).not.toBe('');
  });

  it('answers only what the template asks', () => {
    const candidates = [...options.candidates, ...(review.options?.own ?? [])];
    expect([
      ...stray(review.screening?.signals, screening.fit, screening.misfit),
      ...stray(review.options?.weights, options.criteria, review.options?.ownCriteria ?? []),
      ...stray(review.options?.cells, options.criteria, review.options?.ownCriteria ?? []),
      ...Object.values(review.options?.cells ?? {}).flatMap((cells) => stray(cells, candidates)),
      ...stray(review.options?.split.parts, options.split?.parts ?? []),
      ...stray(review.strategy.answers, strategy.questions),
      ...stray(review.strategy.rules, strategy.rules),
      ...stray(review.evidence?.measures, evidence.measures, review.evidence?.own ?? []),
      ...stray(review.audit?.toolchain, audit.toolchain),
      ...stray(review.training?.topics, training.topics),
      ...stray(review.commitments?.commitments, commitments.commitments),
    ]).toEqual([]);
  });

  it('says how it knows: a note to every signal, a reason to every score, a method to every number', () => {
    expect(Object.values(review.screening?.signals ?? {}).filter(({ note }) => note === '')).toEqual([]);
    expect(
      Object.values(review.options?.cells ?? {})
        .flatMap(Object.values)
        .filter(({ reason }) => reason === ''),
    ).toEqual([]);
    const measures = Object.values(review.evidence?.measures ?? {});
    expect(measures.filter(({ baseline, method, by }) => baseline !== null && (method === '' || by === ''))).toEqual(
      [],
    );
  });

  it('scores every candidate by six to twelve criteria, and takes the one that leads', () => {
    const counted = options.criteria.filter((criterion) => criterionWeight(review, criterion) > 0);
    expect(counted.length).toBeGreaterThanOrEqual(6);
    expect(counted.length).toBeLessThanOrEqual(12);
    expect(comparedCandidates(review, options).length).toBeGreaterThanOrEqual(2);
    const ranking = template && optionRanking(review, template);
    expect(ranking?.missing).toBe(0);
    const taken = { 'typescript-native-port': 'go', 'prisma-query-engine': 'candidate' }[name] ?? 'rust';
    expect(ranking?.leaders.map(({ candidate }) => candidate.id)).toEqual([taken]);
  });

  it('has signals that go together with the answers to the rule', () => {
    expect(template && screeningResult(review, template)?.clashes).toEqual([]);
  });

  it('takes a strategy that the answers do not rule out', () => {
    const chosen = template && strategyFits(review, template).find((fit) => fit.strategy.id === review.strategy.chosen);
    expect(chosen?.suitability).toBe(name === 'typescript-native-port' ? 'open' : 'fits');
  });
});

describe('the audit of the Rust template', () => {
  const audit = shipped(shippedTemplates.get('rust-adoption'), 'audit');

  it.each([
    ['zap', 'tracing + tracing-subscriber'],
    ['go.uber.org/zap', 'tracing + tracing-subscriber'],
    ['github.com/go-chi/chi/v5', 'axum'],
    ['github.com/labstack/echo/v4', 'axum'],
    ['google.golang.org/grpc', 'tonic + prost'],
    ['gorm.io/gorm', 'sqlx, sea-orm or diesel'],
    ['github.com/golang-migrate/migrate/v4', 'sqlx migrate or refinery'],
    ['github.com/spf13/viper', 'config or figment'],
    ['github.com/urfave/cli/v2', 'clap'],
    ['github.com/stretchr/testify', 'built-in tests, rstest, assert_matches'],
    ['github.com/cenkalti/backoff/v4', 'backon'],
    ['golang.org/x/sync', 'tokio::spawn + JoinSet'],
  ])('offers for %s its counterpart', (current, candidate) => {
    expect(suggestCounterpart(audit, current)?.candidate).toBe(candidate);
  });

  it('has a module path for all that is not in the standard library of Go', () => {
    const standard = new Set(['http-mocking']);
    expect(audit.counterparts.filter(({ id, modules }) => modules.length === 0 && !standard.has(id))).toEqual([]);
  });
});
