import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { smallTemplate } from './small-review.ts';

const item = (id: string, rest: Record<string, unknown> = {}) => ({
  id,
  name: id.charAt(0).toUpperCase() + id.slice(1),
  help: `About ${id}.`,
  ...rest,
});

/** Sections of the kinds that `smallTemplate` lacks, each with one of everything. */
export const kindSections = {
  screening: {
    kind: 'screening',
    title: 'Screening',
    fit: [item('exposed', { sources: ['book'] }), item('busy')],
    misfit: [
      item('crud', { clash: { when: 'one && two && three', text: 'Plain, and yet three times yes?' } }),
      item('glue'),
    ],
    motivations: [item('problem', { sound: true }), item('bored', { sound: false })],
  },
  questions: {
    kind: 'questions',
    title: 'Questions',
    groups: [
      {
        ...item('operations', { foreignId: 'OPS' }),
        questions: [
          {
            ...item('alarms', { foreignId: 'Alarms_1', sources: ['book'] }),
            choices: [
              item('dashboards', { foreignId: 'D' }),
              item('pager', {
                foreignId: 'P',
                improvement: { text: 'Set up a pager', url: 'https://example.org/pager' },
              }),
            ],
            rules: [
              { when: 'dashboards && pager', risk: 'none' },
              { when: 'dashboards || pager', risk: 'medium' },
              { when: null, risk: 'high' },
            ],
          },
          {
            ...item('backups', { foreignId: 'Backups_1' }),
            choices: [item('nightly', { foreignId: 'N' })],
            rules: [{ when: 'nightly', risk: 'none' }],
          },
        ],
      },
    ],
  },
  options: {
    kind: 'options',
    title: 'Options',
    candidates: [
      item('new', { preselected: true, sources: ['book'] }),
      item('today', { preselected: true }),
      item('other'),
    ],
    criteria: [
      item('speed', { weight: 3, cells: { new: { text: 'Fast', sources: ['book'] } } }),
      item('hiring', { weight: 2 }),
      item('fun', { weight: 0 }),
    ],
    projectKinds: [item('tool', { candidates: ['new', 'today'] })],
    split: {
      name: 'Split',
      help: 'Both.',
      sources: ['book'],
      parts: [item('control', { candidate: 'today' }), item('data')],
    },
  },
  strategy: {
    kind: 'strategy',
    title: 'Strategy',
    questions: [item('boundary', { question: 'Clear boundary?' }), item('gateway', { question: 'A gateway?' })],
    strategies: [
      item('worker', { when: 'w', cost: 'c', fits: 'boundary' }),
      item('strangler', { when: 'w', cost: 'c', fits: 'gateway || !boundary' }),
      item('always', { when: 'w', cost: 'c' }),
    ],
    rules: [item('contract'), item('small-radius')],
  },
  evidence: {
    kind: 'evidence',
    title: 'Evidence',
    measures: [
      item('cpu', { unit: '%', better: 'lower', range: { basis: 'percent', from: -20, to: -60 }, sources: ['book'] }),
      item('throughput', { unit: 'req/s', better: 'higher', range: { basis: 'factor', from: 1.5, to: 3 } }),
      item('incidents', { better: 'lower', rangeText: 'whole classes disappear' }),
    ],
    unmeasuredRisk: 'unmeasured',
    overpromisedRisk: 'overpromised',
  },
  audit: {
    kind: 'audit',
    title: 'Audit',
    counterparts: [
      {
        id: 'logging',
        area: 'Logging',
        current: ['slog', 'zap', 'zerolog'],
        modules: ['go.uber.org/zap', 'github.com/rs/zerolog'],
        candidate: 'tracing',
      },
      { id: 'http', area: 'HTTP', current: ['net/http', 'chi'], modules: ['github.com/go-chi/chi'], candidate: 'axum' },
      {
        id: 'errors',
        area: 'Errors',
        current: ['errors', 'pkg/errors'],
        modules: ['github.com/pkg/errors'],
        candidate: 'thiserror',
      },
    ],
    packages: [{ id: 'npm-web', ecosystem: 'npm', names: ['express'], candidate: 'axum', checked: '2026-11-29' }],
    toolchain: [item('format', { from: 'gofmt', to: 'rustfmt' }), item('lint', { from: 'vet', to: 'clippy' })],
    gapRisk: 'gap',
  },
  training: {
    kind: 'training',
    title: 'Training',
    topics: [item('basics', { sources: ['book'] }), item('practice')],
    phases: [item('hard', { fromWeek: 0, toWeek: 6 }), item('ally', { fromWeek: 4, toWeek: 12 })],
    protectedTime: item('protected'),
    protectedTimeRisk: 'on-the-side',
  },
  commitments: {
    kind: 'commitments',
    title: 'Commitments',
    commitments: [item('lint-law', { risk: 'ramp', sources: ['book'] }), item('safe-wrappers')],
    starter: [
      {
        path: 'lints.toml',
        comment: '#',
        for: ['lint-law'],
        blocks: [
          { for: ['lint-law'], lines: ['all = "warn"'] },
          { measure: 'cpu', lines: ['top'] },
        ],
      },
    ],
  },
} as const;

/** `smallTemplate` with every section kind that there is. */
export const kindsTemplate: Template = templateSchema.parse({
  ...smallTemplate,
  id: 'kinds',
  sections: [
    ...smallTemplate.sections.flatMap((section): readonly unknown[] => {
      const { screening, questions, options, strategy, evidence, audit, training, commitments } = kindSections;
      if (section.kind === 'rule') return [screening, section, questions, options];
      if (section.kind === 'strategy') return [strategy];
      if (section.kind === 'risks') return [withRisks(section), evidence, audit, training, commitments];
      return [section];
    }),
  ],
});

/** The risks that the other sections raise. */
function withRisks(section: Extract<Template['sections'][number], { kind: 'risks' }>) {
  const raised = ['unmeasured', 'overpromised', 'gap', 'on-the-side'].map((id) => item(id, { group: 'all' }));
  return { ...section, risks: [...section.risks, ...raised] };
}
