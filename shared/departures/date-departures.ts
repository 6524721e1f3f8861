import { formatDate } from '#shared/base/dates.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { lastDayOf } from '#shared/kinds/training/training.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import { type PathStage, sectionOf } from '#shared/template/template.ts';
import { type Departure, departureId, hasPlan, quoted, type Reviewed, reasonOf } from './departure.ts';

/** Dates that cannot all be kept: of stages against learning, of the next look and of actions against the stage. */
export function dateDepartures(source: Reviewed): readonly Departure[] {
  if (!hasPlan(source)) return [];
  const stages = sectionOf(source.template, 'path')?.stages ?? [];
  return [
    ...stages.flatMap((stage) => dueBeforeLearning(source, stage)),
    ...reviewedTooSoon(source),
    ...actionsTooLate(source),
  ];
}

/** The day on which a stage is due; null while it has none or is finished or skipped. */
function dueDate({ review }: Reviewed, { id }: PathStage): string | null {
  const { state, targetDate } = stagePlan(review, id);
  return state === 'skipped' || state === 'done' ? null : targetDate;
}

/** A stage is due before the phase of learning that it builds on can be over, or even before the first day. */
function dueBeforeLearning(source: Reviewed, stage: PathStage): readonly Departure[] {
  const { review, template } = source;
  const { startOn } = partOf(review, 'training');
  const training = sectionOf(template, 'training');
  const due = dueDate(source, stage);
  if (!training || startOn === null || due === null) return [];
  const phase = training.phases.find(({ id }) => id === stage.after);
  const ready = phase ? lastDayOf(phase, startOn) : startOn;
  if (due >= ready) return [];
  const id = departureId('learning', stage.id);
  const until = phase
    ? `“${phase.name}” lasts until ${formatDate(ready)}, counted from ${formatDate(startOn)}`
    : `learning begins on ${formatDate(startOn)}`;
  return [
    {
      id,
      text: `“${stage.name}” is due ${formatDate(due)}, but ${until}.`,
      rests: [
        { place: anchor('path', stage.id), text: `“${stage.name}” due ${formatDate(due)}` },
        { place: anchor('training', 'start'), text: `First day of learning ${formatDate(startOn)}` },
      ],
      place: anchor('path', stage.id),
      ...reasonOf(review, id),
    },
  ];
}

function reviewedTooSoon(source: Reviewed): readonly Departure[] {
  const { review, stage } = source;
  const { reviewOn } = review.decision;
  const due = stage && dueDate(source, stage);
  if (!stage || !due || reviewOn === null || reviewOn >= due) return [];
  return [
    {
      id: 'review-too-soon',
      text: `The decision is looked at again on ${formatDate(reviewOn)}, before “${stage.name}” is due (${formatDate(due)}).`,
      rests: [
        { place: anchor('decision', 'review-again'), text: `Looked at again ${formatDate(reviewOn)}` },
        { place: anchor('path', stage.id), text: `“${stage.name}” due ${formatDate(due)}` },
      ],
      place: anchor('decision', 'review-again'),
      ...reasonOf(review, 'review-too-soon'),
    },
  ];
}

function actionsTooLate(source: Reviewed): readonly Departure[] {
  const { review, template, stage } = source;
  const due = stage && dueDate(source, stage);
  if (!stage || !due) return [];
  const late = risksOf(review, template).flatMap((risk) => {
    if (risk.assessment.applicable !== true) return [];
    const actions = risk.assessment.actions.filter(
      (action) => action.due !== null && action.due > due && action.status !== 'done' && action.status !== 'dropped',
    );
    return actions.map((action) => ({ risk, text: action.text, due: action.due }));
  });
  const [first] = late;
  if (!first) return [];
  return [
    {
      id: 'actions-late',
      text: `${late.length === 1 ? 'An action is' : `${late.length} actions are`} due after “${stage.name}” (${formatDate(due)}), which they should protect: ${quoted(late.map(({ text }) => text))}.`,
      rests: late.map(({ risk, text, due: day }) => ({
        place: anchor('risks', risk.id),
        text: `“${text}” due ${formatDate(day)}`,
      })),
      place: anchor('risks', first.risk.id),
      ...reasonOf(review, 'actions-late'),
    },
  ];
}
