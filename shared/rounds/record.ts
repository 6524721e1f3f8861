import { formatDate, formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { heading, ifField, ifWritten } from '#shared/record/blocks.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { choiceText, type Judgement, type StageThing } from '#shared/stage/judgement.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { type Ballot, missingVoters, PREMORTEM, type Round, roundsOn, votesOf } from './rounds.ts';
import { CONFIDENCE_WORDS, namesText, SPREAD_TONES, SPREAD_WORDS, WAY_WORDS } from './words.ts';

/** Everything that was voted on, round by round, in the order in which it was first voted on. */
export function votesBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const things = stageThings(review, template);
  const subjects = [...new Set((review.rounds ?? []).map(({ subject }) => subject))];
  return subjects.flatMap((subject) => {
    const thing = things.find(({ id }) => id === subject);
    const rounds = roundsOn(review, subject);
    const last = rounds.at(-1);
    const spread = thing && last ? votesOf(last, thing).spread : null;
    const badges = spread ? [{ text: SPREAD_WORDS[spread], tone: SPREAD_TONES[spread] }] : [];
    return [
      heading(1, subject === PREMORTEM ? 'Premortem' : (thing?.name ?? subject), ...badges),
      ...rounds.flatMap((round, index) => roundBlocks(round, thing, index + 1)),
    ];
  });
}

function roundBlocks(round: Round, thing: StageThing | undefined, number: number): readonly RecordBlock[] {
  const spread = thing ? votesOf(round, thing).spread : null;
  const missing = missingVoters(round);
  const day = formatDate(round.openedAt.slice(0, 10));
  return [
    heading(2, `Round ${number}, ${day}${spread ? `: ${SPREAD_WORDS[spread].toLowerCase()}` : ''}`),
    ...ifWritten(round.question),
    {
      kind: 'fields',
      rows: [
        { label: 'How', text: WAY_WORDS[round.way] },
        ...ifField('Asked', namesText(round.present)),
        ...ifField('Did not vote', namesText(missing)),
        ...ifField('Closed because', round.closedBecause),
        { label: 'Revealed', text: formatInstant(round.revealedAt) },
      ],
    },
    ...countsTable(round, thing),
    ...ballotsTable(round, thing),
  ];
}

function countsTable({ counts }: Round, thing: StageThing | undefined): readonly RecordBlock[] {
  if (counts.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Answer', weight: 6 },
        { title: 'Hands', weight: 1, align: 'end' },
      ],
      rows: counts.map((entry) => [{ text: answerWords(entry, thing) }, { text: String(entry.count) }]),
    },
  ];
}

function ballotsTable({ ballots, subject }: Round, thing: StageThing | undefined): readonly RecordBlock[] {
  if (ballots.length === 0) return [];
  const isPremortem = subject === PREMORTEM && ballots.every(({ answers }) => answers.length === 0);
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Who', weight: 2.2, heads: true },
        ...(isPremortem ? [] : [{ title: 'Answer', weight: 2.4 }]),
        { title: isPremortem ? 'Why it failed' : 'Reason', weight: 6 },
      ],
      rows: ballots.map((ballot) => [
        { text: ballot.voter },
        ...(isPremortem ? [] : [{ text: answersText(ballot, thing) }]),
        { text: reasonText(ballot) },
      ]),
    },
  ];
}

function answersText({ answers, confidence }: Ballot, thing: StageThing | undefined): string {
  const given = answers.map((entry) => answerWords(entry, thing)).join('\n');
  return confidence === null ? given : `${given}\n${CONFIDENCE_WORDS[confidence]}`;
}

function reasonText({ reason, moved }: Ballot): string {
  return [reason, isBlank(moved) ? '' : `Moved by the reason of ${moved}.`].filter((text) => !isBlank(text)).join('\n');
}

function answerWords(
  { judgement: id, answer }: { readonly judgement: string; readonly answer: string },
  thing: StageThing | undefined,
): string {
  const judgement = thing?.judgements.find((entry) => entry.id === id);
  // A template without it says no word for it, so it stands as it was stored.
  if (!judgement) return `${id}: ${answer}`;
  const isAlone = thing?.judgements.length === 1;
  return isAlone ? choiceText(judgement, answer) : `${judgement.name}: ${steppedText(judgement, answer)}`;
}

/** A step of a scale with its word, such as “4, likely”. */
function steppedText(judgement: Judgement, answer: string): string {
  const text = choiceText(judgement, answer);
  return judgement.isScale && text !== answer ? `${answer}, ${text.toLowerCase()}` : text;
}
