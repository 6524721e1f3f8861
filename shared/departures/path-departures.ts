import { formatDate } from '#shared/base/dates.ts';
import { type StageState, stagePlan } from '#shared/kinds/path/answers.ts';
import { type PathWarning, pathWarnings } from '#shared/kinds/path/path.ts';
import { STAGE_STATE_WORDS } from '#shared/kinds/path/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type PathStage, sectionOf } from '#shared/template/template.ts';
import {
  type Basis,
  contradictionReason,
  type Departure,
  departureId,
  hasPlan,
  quoted,
  type Reviewed,
  reasonOf,
} from './departure.ts';

/** A plan that leaves out stages, takes them out of order, or decides for one that it skips. */
export function pathDepartures(source: Reviewed): readonly Departure[] {
  const stages = sectionOf(source.template, 'path')?.stages ?? [];
  if (!hasPlan(source)) return [];
  return [
    ...pathWarnings(source.review, source.template).map((warning) => warned(source, warning)),
    ...stages.flatMap((stage, index) => outOfOrder(source, stage, stages.slice(0, index))),
    ...stages.flatMap((stage, index) => datedBefore(source, stage, stages.slice(0, index))),
    ...decidedSkipped(source),
  ];
}

/** Reasons for leaving stages out stand in the path, so they are not asked for again. */
function warned({ review, template }: Reviewed, { kind, stage, text, reason }: PathWarning): Departure {
  const id = stage ? departureId(kind, stage.id) : kind;
  const place = anchor('path', stage?.id ?? (kind === 'wholesale' ? 'wholesale' : 'stages'));
  const departure = { id, text, rests: [{ place, text: basis(kind, stage) }], place };
  if (kind === 'nothing-left') return { ...departure, ...reasonOf(review, id) };
  const skipped = sectionOf(template, 'path')?.stages.find(({ id: at }) => stagePlan(review, at).state === 'skipped');
  const isLate = kind === 'late-start' && skipped;
  return { ...departure, reason, reasonAt: isLate ? anchor('path', skipped.id) : place };
}

function basis(kind: PathWarning['kind'], stage: PathStage | null): string {
  if (kind === 'wholesale') return 'Everything is replaced at once';
  if (!stage) return 'All stages are skipped';
  return kind === 'skipped' ? `“${stage.name}” is skipped` : `The plan begins with “${stage.name}”`;
}

/** How far a stage has come, as a number that two stages can be compared by. */
const PROGRESS = { open: 0, planned: 1, 'in-progress': 2, done: 3 } as const satisfies Record<
  Exclude<StageState, 'skipped'>,
  number
>;

/** A stage is planned, begun, finished or decided while an earlier one, which is not skipped, lags behind it. */
function outOfOrder(source: Reviewed, stage: PathStage, earlier: readonly PathStage[]): readonly Departure[] {
  const { review } = source;
  const own = stagePlan(review, stage.id).state;
  const isDecided = source.stage === stage;
  if (own === 'skipped') return [];
  const reached = Math.max(PROGRESS[own], isDecided ? PROGRESS.planned : 0);
  const behind = earlier.filter((entry) => {
    const { state } = stagePlan(review, entry.id);
    return state !== 'skipped' && PROGRESS[state] < reached;
  });
  if (behind.length === 0) return [];
  const id = departureId('order', stage.id);
  const states = behind.map((entry) => stateBasis(source, entry));
  const what = isDecided && own === 'open' ? 'decided' : STAGE_STATE_WORDS[own].toLowerCase();
  return [
    {
      id,
      text: `“${stage.name}” is ${what} before ${quoted(behind.map(({ name }) => name))}: ${states.map(({ text }) => text).join(', ')}.`,
      rests: [{ place: anchor('path', stage.id), text: `“${stage.name}” ${what}` }, ...states],
      place: anchor('path', behind[0]?.id ?? stage.id),
      ...reasonOf(review, id),
    },
  ];
}

function stateBasis({ review }: Reviewed, { id, name }: PathStage): Basis {
  return {
    place: anchor('path', id),
    text: `“${name}” ${STAGE_STATE_WORDS[stagePlan(review, id).state].toLowerCase()}`,
  };
}

/** A stage is due before one that comes earlier in the path. */
function datedBefore({ review }: Reviewed, stage: PathStage, earlier: readonly PathStage[]): readonly Departure[] {
  const due = dueDate(stage);
  const late = earlier.filter((entry) => due !== null && (dueDate(entry) ?? '') > due);
  if (due === null || late.length === 0) return [];
  const id = departureId('dates', stage.id);
  return [
    {
      id,
      text: `“${stage.name}” is due ${formatDate(due)}, before ${late.map((entry) => `“${entry.name}” (${formatDate(dueDate(entry))})`).join(' and ')}, which comes earlier in the path.`,
      rests: [stage, ...late].map((entry) => ({
        place: anchor('path', entry.id),
        text: `“${entry.name}” due ${formatDate(dueDate(entry))}`,
      })),
      place: anchor('path', stage.id),
      ...reasonOf(review, id),
    },
  ];

  function dueDate({ id: of }: PathStage): string | null {
    const { state, targetDate } = stagePlan(review, of);
    return state === 'skipped' ? null : targetDate;
  }
}

function decidedSkipped({ review, stage }: Reviewed): readonly Departure[] {
  if (!stage || stagePlan(review, stage.id).state !== 'skipped') return [];
  return [
    {
      id: 'decided-skipped',
      text: `The decision is for “${stage.name}”, which the path skips.`,
      rests: [
        { place: anchor('decision', 'stage'), text: `Decided for “${stage.name}”` },
        { place: anchor('path', stage.id), text: `“${stage.name}” skipped` },
      ],
      place: anchor('decision', 'stage'),
      ...contradictionReason(review),
    },
  ];
}
