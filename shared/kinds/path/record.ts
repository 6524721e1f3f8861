import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { empty, explained, heading, ifField } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBadge, RecordBlock, RecordField, Tone } from '#shared/record/model.ts';
import { planNotAssessed } from '#shared/record/not-assessed.ts';
import type { RecordSource } from '#shared/record/source.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { PathStage, SectionOf } from '#shared/template/template.ts';
import { criterionOf, type StagePlan, stagePlan } from './answers.ts';
import { exitCriteriaMet, pathWarnings } from './path.ts';
import { STAGE_STATE_WORDS } from './words.ts';

export function pathBlocks(source: RecordSource, path: SectionOf<'path'>): readonly RecordBlock[] {
  const { review, template } = source;
  return [
    ...pathWarnings(review, template).map(
      (warning): RecordBlock => ({
        kind: 'callout',
        tone: 'warning',
        title: warning.text,
        // The reason for a skip stands with its stage, so it is not repeated here.
        text: warning.kind === 'wholesale' ? reasonText(warning.reason) : '',
      }),
    ),
    ...wholesaleNote(review, path),
    ...stagesPicture(review, path),
    ...path.stages.flatMap((stage) => stageBlocks(source, stage)),
    ...leftOver(review.path.stages, new Set(path.stages.map((stage) => stage.id))),
  ];
}

function reasonText(reason: string): string {
  return isBlank(reason) ? 'No reason has been given.' : reason;
}

/** A reason that has no warning to stand under: the plan changed, or the template has no such plan. */
function wholesaleNote({ path }: ReviewDocument, section: SectionOf<'path'>): RecordBlock[] {
  const printed = path.wholesale && section.wholesale !== null;
  const rows = printed ? [] : ifField('Noted on replacing everything at once', path.wholesaleReason);
  return rows.length === 0 ? [] : [{ kind: 'fields', rows }];
}

function stagesPicture(review: ReviewDocument, { stages }: SectionOf<'path'>): readonly RecordBlock[] {
  if (stages.length === 0) return [];
  return [
    {
      kind: 'stages',
      stages: stages.map((stage) => {
        const plan = stagePlan(review, stage.id);
        const state = { text: STAGE_STATE_WORDS[plan.state], tone: stateTone(plan) };
        return {
          name: stage.name,
          state,
          ...(isAside(plan, stage) ? { met: 0, of: 0 } : exitCriteriaMet(plan, stage)),
          decided: review.decision.stage === stage.id,
        };
      }),
    },
  ];
}

function stageBlocks(source: RecordSource, stage: PathStage): readonly RecordBlock[] {
  const { review, template } = source;
  const plan = stagePlan(review, stage.id);
  const known = new Set(stage.exitCriteria.map((criterion) => criterion.id));
  const badges: RecordBadge[] = [{ text: STAGE_STATE_WORDS[plan.state], tone: stateTone(plan) }];
  if (review.decision.stage === stage.id) badges.push({ text: 'Stage of the decision', tone: 'neutral' });
  const { met, of } = exitCriteriaMet(plan, stage);
  const title = heading(1, stage.name, ...badges);
  if (plan.state === 'open' && isUnplanned(plan)) return [title, planNotAssessed(source)];
  return [
    title,
    ...explained(template, stage.sources, stage.help),
    ...planFields(plan),
    ...(isAside(plan, stage) ? [empty('Exit criteria not assessed: the stage is skipped by choice.')] : []),
    ...(of > 0 && !isAside(plan, stage)
      ? [
          heading(2, `Exit criteria: ${met} of ${of} met`),
          {
            kind: 'checks',
            items: stage.exitCriteria.map((criterion) => ({
              met: criterionOf(plan, criterion.id).met,
              text: criterion.text,
              note: criterionOf(plan, criterion.id).note,
            })),
          } as const,
        ]
      : []),
    ...leftOver(plan.criteria, known),
  ];
}

/** Whether a stage is skipped and nobody wrote anything on its exit criteria, which then say nothing. */
function isAside(plan: StagePlan, { exitCriteria }: PathStage): boolean {
  const isNoted = ({ id }: { readonly id: string }) => {
    const { met, note } = criterionOf(plan, id);
    return met || !isBlank(note);
  };
  return plan.state === 'skipped' && exitCriteria.length > 0 && !exitCriteria.some(isNoted);
}

function isUnplanned({ workItem, owner, targetDate, skipReason, criteria }: StagePlan): boolean {
  const noted = Object.values(criteria).some(({ met, note }) => met || !isBlank(note));
  return [workItem, owner, skipReason].every(isBlank) && targetDate === null && !noted;
}

function planFields(plan: StagePlan): RecordBlock[] {
  const skipped = plan.state === 'skipped';
  const planned: readonly RecordField[] = [
    { label: 'Work item', text: plan.workItem },
    { label: 'Owner', text: plan.owner },
    { label: 'Target date', text: formatDate(plan.targetDate) },
  ];
  const rows = skipped
    ? [
        { label: 'Skipped by choice', text: isBlank(plan.skipReason) ? 'No reason is given.' : plan.skipReason },
        ...planned.filter((row) => !isBlank(row.text)),
      ]
    : [...planned, ...ifField('Noted on skipping (not skipped)', plan.skipReason)];
  return [{ kind: 'fields', rows }];
}

/** How far a stage has come, as a tone. */
function stateTone(plan: StagePlan): Tone {
  if (plan.state === 'skipped') return 'warning';
  if (plan.state === 'done') return 'for';
  return plan.state === 'open' ? 'neutral' : 'open';
}
