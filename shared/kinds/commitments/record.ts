import { isBlank } from '#shared/base/limits.ts';
import { empty, withReferences } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock, RecordCell } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';
import { type CommitmentState, commitmentState } from './answers.ts';

export function commitmentsBlocks(source: RecordSource, section: SectionOf<'commitments'>): readonly RecordBlock[] {
  const { review, template } = source;
  const risks = sectionOf(template, 'risks')?.risks ?? [];
  const states = section.commitments.map((commitment) => ({
    commitment,
    state: commitmentState(review, commitment.id),
  }));
  const answered = states.filter(({ state }) => state.made !== null || !isBlank(state.owner) || !isBlank(state.note));
  const others = states.filter((entry) => !answered.includes(entry)).map(({ commitment }) => commitment.name);
  return [
    ...(answered.length === 0
      ? []
      : [
          {
            kind: 'table',
            columns: [
              { title: 'Commitment', weight: 3.2, heads: true },
              { title: 'Risk it answers', weight: 2.3 },
              { title: 'Promised', weight: 1.5 },
              { title: 'Owner', weight: 2 },
              { title: 'Note', weight: 3.7 },
            ],
            rows: answered.map(({ commitment, state }) => [
              { text: withReferences(template, commitment.name, commitment.sources) },
              { text: risks.find((risk) => risk.id === commitment.risk)?.name ?? '' },
              promised(state),
              { text: state.owner },
              { text: state.note },
            ]),
          } as const,
        ]),
    ...(others.length === 0 ? [] : [empty(`Not answered: ${others.join('; ')}.`)]),
    ...leftOver(
      partOf(review, 'commitments').commitments,
      new Set(section.commitments.map((commitment) => commitment.id)),
    ),
  ];
}

/** A promise as a cell: yes, no, or empty while nobody answered. */
function promised({ made }: CommitmentState): RecordCell {
  if (made === null) return { text: '' };
  return made ? { text: 'Yes', tone: 'for' } : { text: 'No', tone: 'against' };
}
