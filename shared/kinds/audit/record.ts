import { isBlank } from '#shared/base/limits.ts';
import { empty, heading, withReferences } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock, RecordCell } from '#shared/record/model.ts';
import { planNotAssessed } from '#shared/record/not-assessed.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { holdsToday } from '#shared/review/holds-today.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { type Dependency, toolState } from './answers.ts';
import { auditTotals } from './audit.ts';
import { DEPENDENCY_STATUS_WORDS } from './words.ts';

export function auditBlocks(source: RecordSource, section: SectionOf<'audit'>): readonly RecordBlock[] {
  const { review, template } = source;
  const { dependencies, toolchain } = partOf(review, 'audit');
  const totals = auditTotals(review, template);
  return [
    ...(dependencies.length === 0 || !totals
      ? [planNotAssessed(source, 'dependencies')]
      : [
          {
            kind: 'callout',
            tone: totals.missing > 0 ? 'warning' : totals.open > 0 ? 'open' : 'for',
            title: 'Dependencies and their counterparts',
            text: totals.summary,
          } as const,
          dependencyTable(dependencies),
        ]),
    ...toolBlocks(source, section),
    ...leftOver(toolchain, new Set(section.toolchain.map((tool) => tool.id))),
  ];
}

function dependencyTable(dependencies: readonly Dependency[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Today', weight: 2.4 },
      { title: 'Counterpart', weight: 2.4 },
      { title: 'Status', weight: 2.6 },
      { title: 'Days', weight: 1.1, align: 'end' },
      { title: 'Owner', weight: 2.2 },
      { title: 'Note', weight: 3.4 },
    ],
    rows: dependencies.map((entry) => [
      { text: entry.name },
      { text: entry.candidate },
      statusCell(entry.status),
      { text: entry.days === null ? '' : String(entry.days) },
      { text: entry.owner },
      { text: entry.note },
    ]),
  };
}

function statusCell(status: Dependency['status']): RecordCell {
  if (status === null) return { text: '' };
  const tones = { ready: 'for', partial: 'open', missing: 'warning' } as const;
  return { text: DEPENDENCY_STATUS_WORDS[status], tone: tones[status] };
}

function toolBlocks({ review, template }: RecordSource, section: SectionOf<'audit'>): readonly RecordBlock[] {
  if (section.toolchain.length === 0) return [];
  const states = section.toolchain.map((tool) => ({ tool, state: toolState(review, tool.id) }));
  const ready = states.filter(({ state }) => state.ready).length;
  const told = states.filter(({ state }) => state.ready || !isBlank(state.note));
  const others = states.filter((entry) => !told.includes(entry));
  return [
    heading(1, `Tools: ${ready} of ${states.length} ready`),
    ...(told.length === 0
      ? []
      : [
          {
            kind: 'checks',
            items: told.map(({ tool, state }) => ({
              met: state.ready,
              text: withReferences(template, `${tool.name}: ${toolChange(review, tool)}`, tool.sources),
              note: state.note,
            })),
          } as const,
        ]),
    ...(others.length === 0 ? [] : [empty(`Not ready: ${others.map(({ tool }) => tool.name).join('; ')}.`)]),
  ];
}

/** A tool of today and its counterpart; the counterpart alone where the component is built with something else. */
function toolChange(review: ReviewDocument, { from, to, holdsFor }: SectionOf<'audit'>['toolchain'][number]): string {
  return holdsToday(review, holdsFor) ? `${from} → ${to}` : to;
}
