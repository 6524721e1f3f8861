import { isBlank } from '#shared/base/limits.ts';
import { withFollowUp } from '#shared/follow-up/with-follow-up.ts';
import { criterionOf, type StageState, stagePlan } from '#shared/kinds/path/answers.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { topicState } from '#shared/kinds/training/answers.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { unknownsOf } from '#shared/review/unknowns.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';

export type WorkKind =
  | 'Stage'
  | 'Exit criterion'
  | 'Action'
  | 'Condition'
  | 'Gap'
  | 'Learning'
  | 'Not known'
  | 'Review';
export type WorkStatus = 'Open' | 'In progress' | 'Done' | 'Dropped';

/** Something that a review says is to be done, for trackers and calendars. */
export interface WorkItem {
  /** Unique in the review, and the same each time. */
  readonly key: string;
  readonly kind: WorkKind;
  readonly title: string;
  readonly description: string;
  readonly status: WorkStatus;
  /** Empty for nobody. */
  readonly owner: string;
  /** `YYYY-MM-DD`; null for none. */
  readonly due: string | null;
  /** Key of what it is a part of; empty for nothing. */
  readonly parent: string;
  /** Name of the stage that it belongs to; empty for none. */
  readonly stage: string;
}

/** All that is to be done, as it stands with what was noted since: stages with their exit criteria, actions, conditions, gaps, learning, what is not known, and the look back. */
export function workItems(reviewed: ReviewDocument, template: Template): readonly WorkItem[] {
  const review = withFollowUp(reviewed);
  return [
    ...stageItems(review, template),
    ...actionItems(review, template),
    ...conditionItems(review),
    ...gapItems(review),
    ...learningItems(review, template),
    ...unknownItems(review, template),
    ...lookBack(review),
  ];
}

const STAGE_STATUS: Readonly<Record<StageState, WorkStatus>> = {
  open: 'Open',
  planned: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  skipped: 'Dropped',
};

function stageItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  const stages = sectionOf(template, 'path')?.stages ?? [];
  return stages.flatMap((stage) => {
    const plan = stagePlan(review, stage.id);
    if (plan.state === 'skipped') return [];
    const key = `stage/${stage.id}`;
    const common = { owner: plan.owner, due: plan.targetDate, stage: stage.name };
    const criteria = stage.exitCriteria.map((criterion): WorkItem => {
      const { met, note } = criterionOf(plan, criterion.id);
      const status = met ? 'Done' : 'Open';
      return {
        ...common,
        key: `${key}/${criterion.id}`,
        kind: 'Exit criterion',
        title: criterion.text,
        description: note,
        status,
        parent: key,
      };
    });
    const description = joined([plan.workItem, stage.help]);
    return [
      { ...common, key, kind: 'Stage', title: stage.name, description, status: STAGE_STATUS[plan.state], parent: '' },
      ...criteria,
    ];
  });
}

const ACTION_STATUS = { open: 'Open', 'in-progress': 'In progress', done: 'Done', dropped: 'Dropped' } as const;

function actionItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return risksOf(review, template)
    .filter(({ assessment }) => assessment.applicable !== false)
    .flatMap(({ id: risk, name, assessment }) =>
      assessment.actions.map(
        ({ id, text, owner, due, status }): WorkItem => ({
          key: `action/${risk}/${id}`,
          kind: 'Action',
          title: text,
          description: `Against the risk: ${name}`,
          status: ACTION_STATUS[status],
          owner,
          due,
          parent: '',
          stage: '',
        }),
      ),
    );
}

function conditionItems(review: ReviewDocument): readonly WorkItem[] {
  const open = new Set(openConditions(review).map(({ id }) => id));
  return trackedConditions(review).map(
    (condition): WorkItem => ({
      key: `condition/${condition.id}`,
      kind: 'Condition',
      title: condition.text,
      description: joined([
        condition.from === '' ? 'Condition of the decision.' : `Condition of ${condition.from}.`,
        condition.evidence === '' ? '' : `Evidence: ${condition.evidence}`,
      ]),
      status: open.has(condition.id) ? 'Open' : 'Done',
      owner: condition.owner,
      due: condition.due,
      parent: '',
      stage: '',
    }),
  );
}

/** What the counterparts lack today. */
function gapItems(review: ReviewDocument): readonly WorkItem[] {
  return partOf(review, 'audit')
    .dependencies.filter(({ status }) => status === 'missing' || status === 'partial')
    .map(({ id, name, candidate, status, days, owner, note }): WorkItem => {
      const effort = days === null ? '' : `Estimated at ${days} person ${days === 1 ? 'day' : 'days'}.`;
      const what = status === 'missing' ? 'Nothing takes its place yet.' : 'Its counterpart lacks something.';
      const title = `Close the gap: ${name}${isBlank(candidate) ? '' : ` → ${candidate}`}`;
      const description = joined([what, effort, note]);
      return {
        key: `gap/${id}`,
        kind: 'Gap',
        title,
        description,
        status: 'Open',
        owner,
        due: null,
        parent: '',
        stage: '',
      };
    });
}

/** Topics that somebody is to learn. */
function learningItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  const topics = sectionOf(template, 'training')?.topics ?? [];
  return topics.flatMap(({ id, name, help }) => {
    const { who, due, done, note } = topicState(review, id);
    if (isBlank(who) && due === null) return [];
    const status = done ? 'Done' : 'Open';
    const description = joined([note, help]);
    return [
      {
        key: `learning/${id}`,
        kind: 'Learning',
        title: `Learn: ${name}`,
        description,
        status,
        owner: who,
        due,
        parent: '',
        stage: '',
      },
    ];
  });
}

/** What somebody has to find out. */
function unknownItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return unknownsOf(review, template)
    .filter(({ kind }) => kind !== 'audit')
    .map(
      ({ kind, key, title, what, who, by }): WorkItem => ({
        key: `unknown/${kind}/${key}`,
        kind: 'Not known',
        title: `Find out: ${what}`,
        description: `Not known in the section “${title}”.`,
        status: 'Open',
        owner: who,
        due: by,
        parent: '',
        stage: '',
      }),
    );
}

function lookBack({ decision }: ReviewDocument): readonly WorkItem[] {
  if (decision.reviewOn === null) return [];
  return [
    {
      key: 'review',
      kind: 'Review',
      title: 'Look at the decision again',
      description: joined([decision.statement, decision.reviewTrigger]),
      status: 'Open',
      owner: '',
      due: decision.reviewOn,
      parent: '',
      stage: '',
    },
  ];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => !isBlank(part)).join('\n\n');
}
