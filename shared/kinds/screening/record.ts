import { isBlank } from '#shared/base/limits.ts';
import { empty, explained, heading, ifWritten, withReferences } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock, RecordSummary } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import { splitVotesBlocks } from '#shared/rounds/split-votes.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { signalOf } from './answers.ts';
import { type ScreeningSignal, screeningResult } from './screening.ts';
import { SCREENING_WORDS } from './words.ts';

/** Which way the screening leans; null while nothing in it is filled in. */
export function fitOf({ review, template }: RecordSource): RecordSummary['fit'] {
  const result = screeningResult(review, template);
  if (!result || (result.fit.length + result.misfit.length === 0 && !result.motivation)) return null;
  return { name: SCREENING_WORDS[result.lean], tone: result.lean, explanation: result.summary };
}

export function screeningBlocks(source: RecordSource, section: SectionOf<'screening'>): readonly RecordBlock[] {
  const { review, template } = source;
  const fit = fitOf(source);
  const clashes = screeningResult(review, template)?.clashes ?? [];
  const known = new Set([...section.fit, ...section.misfit].map((signal) => signal.id));
  return [
    fit
      ? { kind: 'callout', tone: fit.tone, title: fit.name, text: fit.explanation }
      : empty('Nothing has been ticked in the screening.'),
    ...splitVotesBlocks(review, template, 'screening'),
    ...clashes.map(
      ({ signal, text }): RecordBlock => ({
        kind: 'callout',
        tone: 'warning',
        title: `“${signal.name}” and the rule do not fit together`,
        text,
      }),
    ),
    ...signalBlocks(source, 'What speaks for it', section.fit),
    ...signalBlocks(source, 'What speaks against it', section.misfit),
    ...motivationBlocks(source, section),
    ...leftOver(partOf(review, 'screening').signals, known),
  ];
}

/** Signals that are there or that somebody noted something on; the others in one line. */
function signalBlocks(
  { review, template }: RecordSource,
  title: string,
  signals: readonly ScreeningSignal[],
): readonly RecordBlock[] {
  const items = signals.map((signal) => ({ signal, ...signalOf(review, signal.id) }));
  const shown = items.filter(({ present, note }) => present || !isBlank(note));
  const absent = items.filter((item) => !shown.includes(item)).map(({ signal }) => signal.name);
  return [
    heading(1, title),
    ...(shown.length === 0
      ? [empty('None of these signals is there.')]
      : [
          {
            kind: 'checks',
            items: shown.map(({ signal, present, note }) => ({
              met: present,
              text: withReferences(template, signal.name, signal.sources),
              note,
            })),
          } as const,
        ]),
    ...(absent.length === 0 ? [] : explained(template, [], `Not there: ${absent.join('; ')}.`)),
  ];
}

function motivationBlocks({ review, template }: RecordSource, section: SectionOf<'screening'>): readonly RecordBlock[] {
  const { motivation, motivationNote } = partOf(review, 'screening');
  const chosen = section.motivations.find((entry) => entry.id === motivation);
  return [
    heading(1, 'Why the team wants it'),
    ...(chosen
      ? [
          heading(
            2,
            chosen.name,
            chosen.sound
              ? { text: 'A reason to go on', tone: 'for' }
              : { text: 'No reason for a change', tone: 'against' },
          ),
          ...explained(template, chosen.sources, chosen.help),
        ]
      : [empty('Nobody has said why.')]),
    ...ifWritten(motivationNote),
  ];
}
