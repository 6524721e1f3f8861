import { isBlank } from '#shared/base/limits.ts';
import { withFollowUp } from '#shared/follow-up/with-follow-up.ts';
import { commitmentState } from '#shared/kinds/commitments/answers.ts';
import { measuresWithoutBaseline } from '#shared/kinds/evidence/measures.ts';
import { criterionOf, type StageState, stagePlan } from '#shared/kinds/path/answers.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { topicState } from '#shared/kinds/training/answers.ts';
import { anchor, sectionOfAnchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { toDosOf } from '#shared/review/to-do.ts';
import { unknownsOf } from '#shared/review/unknowns.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { ACTION_STATUS, type WorkItem, type WorkStatus, workItem } from './work-item.ts';

/**
 * All that is to be done, as it stands with what was noted since: stages with their exit criteria, actions, conditions,
 * commitments, gaps, missing figures, learning, what came up, parked questions, and the look back.
 */
export function workItems(reviewed: ReviewDocument, template: Template): readonly WorkItem[] {
  const review = withFollowUp(reviewed);
  return [
    ...stageItems(review, template),
    ...actionItems(review, template),
    ...improvementItems(review, template),
    ...conditionItems(review),
    ...commitmentItems(review, template),
    ...gapItems(review),
    ...figureItems(review, template),
    ...learningItems(review, template),
    ...toDoItems(review, template),
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
    const common = {
      owner: plan.owner,
      due: plan.targetDate,
      stage: stage.name,
      section: 'path',
      place: anchor('path', stage.id),
    } as const;
    const criteria = stage.exitCriteria.map((criterion): WorkItem => {
      const { met, note } = criterionOf(plan, criterion.id);
      const status = met ? 'Done' : 'Open';
      const at = `${key}/${criterion.id}`;
      return workItem(
        { key: at, kind: 'Exit criterion', title: criterion.text, description: note, status, parent: key },
        common,
      );
    });
    const description = joined([plan.workItem, stage.help]);
    const status = STAGE_STATUS[plan.state];
    return [workItem({ key, kind: 'Stage', title: stage.name, description, status }, common), ...criteria];
  });
}

function actionItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return risksOf(review, template)
    .filter(({ assessment }) => assessment.applicable !== false)
    .flatMap(({ id: risk, name, assessment }) =>
      assessment.actions.map(({ id, text, owner, due, status }) =>
        workItem({
          key: `action/${risk}/${id}`,
          kind: 'Action',
          title: text,
          description: `Against the risk: ${name}`,
          status: ACTION_STATUS[status],
          owner,
          due,
          section: 'risks',
          place: anchor('risks', risk),
        }),
      ),
    );
}

/** What lowers the risks of multiple-choice questions. */
function improvementItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  const questions = (sectionOf(template, 'questions')?.groups ?? []).flatMap((group) => group.questions);
  return partOf(review, 'questions').actions.map(({ id, question, text, owner, due, status }) =>
    workItem({
      key: `improvement/${id}`,
      kind: 'Improvement',
      title: text,
      description: questions.find((entry) => entry.id === question)?.name ?? '',
      status: ACTION_STATUS[status],
      owner,
      due,
      section: 'questions',
      place: anchor('questions', question),
    }),
  );
}

function conditionItems(review: ReviewDocument): readonly WorkItem[] {
  const open = new Set(openConditions(review).map(({ id }) => id));
  return trackedConditions(review).map((condition) =>
    workItem({
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
      section: 'decision',
      place: anchor('decision', 'conditions'),
    }),
  );
}

/** What the team committed itself to: it is kept, not done, so it has no day. */
function commitmentItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return (sectionOf(template, 'commitments')?.commitments ?? []).flatMap(({ id, name }): readonly WorkItem[] => {
    const { made, owner, note } = commitmentState(review, id);
    if (made !== true) return [];
    const place = anchor('commitments', id);
    const key = `commitment/${id}`;
    return [
      workItem({ key, kind: 'Commitment', title: name, description: note, owner, section: 'commitments', place }),
    ];
  });
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
      const place = anchor('audit', id);
      return workItem({ key: `gap/${id}`, kind: 'Gap', title, description, owner, section: 'audit', place });
    });
}

/** Measures that the review uses and that nobody has taken yet. */
function figureItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return measuresWithoutBaseline(review, template).map(({ id, name, entry }) =>
    workItem({
      key: `figure/${id}`,
      kind: 'Figure',
      title: `Measure today’s value: ${name}`,
      description: entry.method,
      owner: entry.by,
      section: 'evidence',
      place: anchor('evidence', id),
    }),
  );
}

/** Topics that somebody is to learn. */
function learningItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  const topics = sectionOf(template, 'training')?.topics ?? [];
  return topics.flatMap(({ id, name, help }): readonly WorkItem[] => {
    const { who, due, done, note } = topicState(review, id);
    if (isBlank(who) && due === null) return [];
    const key = `learning/${id}`;
    const title = `Learn: ${name}`;
    const description = joined([note, help]);
    const status = done ? 'Done' : 'Open';
    const place = anchor('training', id);
    return [
      workItem({ key, kind: 'Learning', title, description, status, owner: who, due, section: 'training', place }),
    ];
  });
}

/** What came up anywhere in the review. */
function toDoItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return toDosOf(review).map(({ id, kind, text, owner, due, status, place }): WorkItem => {
    const section = place === '' ? undefined : sectionOfAnchor(template, place);
    return workItem({
      key: `to-do/${id}`,
      kind: kind === 'parked' ? 'Question' : 'To do',
      title: text,
      description: section ? `Came up in: ${section.title}` : '',
      status: ACTION_STATUS[status],
      owner,
      due,
      section: section?.kind ?? null,
      place: section ? place : '',
    });
  });
}

/** What somebody has to find out. */
function unknownItems(review: ReviewDocument, template: Template): readonly WorkItem[] {
  return unknownsOf(review, template)
    .filter(({ kind }) => kind !== 'audit')
    .map(({ kind, key, title, what, who, by, place }) =>
      workItem({
        key: `unknown/${kind}/${key}`,
        kind: 'Not known',
        title: `Find out: ${what}`,
        description: `Not known in the section “${title}”.`,
        owner: who,
        due: by,
        section: kind,
        place,
      }),
    );
}

function lookBack({ decision }: ReviewDocument): readonly WorkItem[] {
  if (decision.reviewOn === null) return [];
  return [
    workItem({
      key: 'review',
      kind: 'Review',
      title: 'Look at the decision again',
      description: joined([decision.statement, decision.reviewTrigger]),
      due: decision.reviewOn,
      section: 'decision',
      place: anchor('decision', 'review-again'),
    }),
  ];
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => !isBlank(part)).join('\n\n');
}
