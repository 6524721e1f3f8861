import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { empty, explained, heading, ifWritten, withReferences } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBadge, RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { type PhaseSpan, readiness, weeksText } from './training.ts';

type TrainingSection = SectionOf<'training'>;

export function trainingBlocks(source: RecordSource, section: TrainingSection): readonly RecordBlock[] {
  const { review, template } = source;
  const { startOn, topics } = partOf(review, 'training');
  return [
    { kind: 'fields', rows: [{ label: 'First day of learning', text: formatDate(startOn) }] },
    ...phaseBlocks(readiness(review, template)?.phases ?? []),
    ...protectedTimeBlocks(source, section),
    ...topicBlocks(source),
    ...leftOver(topics, new Set(section.topics.map((topic) => topic.id))),
  ];
}

function phaseBlocks(phases: readonly PhaseSpan[]): readonly RecordBlock[] {
  if (phases.length === 0) return [];
  return [
    heading(1, 'What to expect when'),
    {
      kind: 'timeline',
      spans: phases.map(({ phase, dates, from, to }) => ({
        id: phase.id,
        label: phase.name,
        text: dates ? spanText(dates) : weeksText(phase),
        from,
        to,
      })),
    },
  ];
}

function spanText({ from, to }: NonNullable<PhaseSpan['dates']>): string {
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

function protectedTimeBlocks({ review, template }: RecordSource, section: TrainingSection): readonly RecordBlock[] {
  const { protectedTime, protectedTimeNote } = partOf(review, 'training');
  if (!section.protectedTime) return ifWritten(protectedTimeNote);
  return [
    heading(1, section.protectedTime.name, protectedBadge(protectedTime)),
    ...explained(template, section.protectedTime.sources, section.protectedTime.help),
    ...ifWritten(protectedTimeNote),
  ];
}

function protectedBadge(isProtected: boolean | null): RecordBadge {
  if (isProtected === null) return { text: 'Not answered', tone: 'neutral' };
  return isProtected ? { text: 'Set aside', tone: 'for' } : { text: 'Not set aside', tone: 'warning' };
}

function topicBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const state = readiness(review, template);
  if (!state) return [];
  const isPlanned = ({ who, due, done, note }: (typeof state.topics)[number]['state']) =>
    done || due !== null || !isBlank(who) || !isBlank(note);
  const planned = state.topics.filter((entry) => isPlanned(entry.state));
  const others = state.topics.filter((entry) => !planned.includes(entry)).map(({ topic }) => topic.name);
  return [
    heading(1, `Topics: ${state.done} of ${state.topics.length} done`),
    ...(planned.length === 0 ? [] : [topicTable(template, planned)]),
    ...(others.length === 0 ? [] : [empty(`Not planned: ${others.join('; ')}.`)]),
  ];
}

function topicTable(
  template: RecordSource['template'],
  topics: NonNullable<ReturnType<typeof readiness>>['topics'],
): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Topic', weight: 3.05, heads: true },
      { title: 'Who', weight: 2.4 },
      { title: 'By', weight: 1.6 },
      { title: 'Done', weight: 1.2 },
      { title: 'Note', weight: 2.75 },
    ],
    rows: topics.map(({ topic, state: { who, due, done, note } }) => [
      { text: withReferences(template, topic.name, topic.sources) },
      { text: who },
      { text: formatDate(due) },
      done ? { text: 'Done', tone: 'for' } : { text: '' },
      { text: note },
    ]),
  };
}
