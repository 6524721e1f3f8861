import { isBlank } from '#shared/base/limits.ts';
import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { quantity, trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import type { WorkItem, WorkKind, WorkStatus } from '#shared/record/work-item.ts';
import { workItems } from '#shared/record/work-items.ts';
import { oncePerReview } from '#shared/review/once-per-review.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { FollowUpEntry } from './answers.ts';
import type { FollowUpState } from './schema.ts';
import { type Standing, standings } from './with-follow-up.ts';

export type FollowUpKind = WorkKind | 'Measure' | 'Prediction' | 'Tripwire';

/** Something of a decision that is followed up. */
export interface FollowUpItem {
  /** Unique in the review, and the same each time. */
  readonly key: string;
  readonly kind: FollowUpKind;
  readonly title: string;
  readonly description: string;
  /** Empty for nobody. */
  readonly owner: string;
  /** `YYYY-MM-DD`; null for none. */
  readonly due: string | null;
  readonly state: FollowUpState;
  /** Whether nothing is to be done or said about it any more. */
  readonly isSettled: boolean;
  /** What can be said of it. */
  readonly choices: readonly FollowUpState[];
  /** What was noted about it, oldest first. */
  readonly changes: readonly FollowUpEntry[];
}

const WORK: readonly FollowUpState[] = ['open', 'in-progress', 'done', 'dropped'];
const CHOICES: Readonly<Record<FollowUpKind, readonly FollowUpState[]>> = {
  Stage: ['open', 'in-progress', 'done'],
  'Exit criterion': ['open', 'done'],
  Action: WORK,
  Improvement: WORK,
  // Conditions are closed on the sign-off page, by name.
  Condition: [],
  Gap: WORK,
  Figure: ['open', 'done'],
  Learning: ['open', 'done'],
  'To do': WORK,
  Question: ['open', 'done'],
  'Not known': ['open', 'done'],
  Review: ['open', 'done'],
  Measure: ['measured'],
  Commitment: ['kept', 'not-kept'],
  Prediction: ['happened', 'did-not-happen', 'cannot-tell'],
  Tripwire: ['quiet', 'fired', 'not-watched'],
};

/** What belongs to the way to the candidate. */
const PLAN: ReadonlySet<FollowUpKind> = new Set(['Stage', 'Exit criterion', 'Learning', 'Gap']);
const LOOK_BACK = { title: 'Look at the decision again', owner: '', due: null };

const SETTLED: ReadonlySet<FollowUpState> = new Set([
  ...['done', 'dropped', 'kept', 'not-kept', 'measured', 'happened', 'did-not-happen', 'cannot-tell'],
  ...['fired', 'not-watched'],
] as readonly FollowUpState[]);

const STATES: Readonly<Record<WorkStatus, FollowUpState>> = {
  Open: 'open',
  'In progress': 'in-progress',
  Done: 'done',
  Dropped: 'dropped',
};

/** All that a decision is followed up by: what is to be done, measures, commitments, predictions and tripwires. */
export const followUpItems = oncePerReview((review: ReviewDocument, template: Template): readonly FollowUpItem[] => {
  const now = standings(review);
  const changes = (key: string) => (review.followUp ?? []).filter(({ on }) => on === key);
  const item = (key: string, kind: FollowUpKind, parts: Parts): FollowUpItem => {
    const standing: Standing = now.get(key) ?? {};
    const state = standing.state ?? parts.state ?? 'open';
    return {
      description: '',
      ...parts,
      key,
      kind,
      owner: standing.owner ?? parts.owner,
      due: standing.due === undefined ? parts.due : standing.due,
      state,
      isSettled: SETTLED.has(state),
      choices: CHOICES[kind],
      changes: changes(key),
    };
  };
  const isAgainst = chosenDecision(review, template)?.lean === 'against';
  const work = workItems(review, template)
    // Commitments are kept or not, and not done: they come below.
    .filter(({ kind }) => kind !== 'Commitment')
    .map((entry) => item(entry.key, entry.kind, workParts(entry)))
    // Who decides against the candidate goes no path, unless somebody noted something about it.
    .filter(({ kind, changes: noted }) => !isAgainst || !PLAN.has(kind) || noted.length > 0);
  const lookBack = work.some(({ key }) => key === 'review') ? [] : [item('review', 'Review', LOOK_BACK)];
  return [
    ...work,
    // Without a day of its own, looking again is what a tripwire asks for.
    ...(review.tripwires ? lookBack : []),
    ...trackedMeasures(review, template).map(({ id, name, unit, entry }) =>
      item(`measure/${id}`, 'Measure', {
        title: name,
        description: entry.target === null ? '' : `Hoped for: ${quantity(entry.target, unit)}`,
        owner: entry.by,
        due: null,
      }),
    ),
    ...commitmentItems(review, template, item),
    ...(review.predictions?.statements ?? []).map(({ id, text, on }) =>
      item(`prediction/${id}`, 'Prediction', { title: text, owner: '', due: on }),
    ),
    ...(review.tripwires ?? []).map(({ id, sign, threshold, where, owner, due }) =>
      item(`tripwire/${id}`, 'Tripwire', {
        title: isBlank(threshold) ? sign : `${sign} (${threshold})`,
        description: isBlank(where) ? '' : `Look at: ${where}`,
        owner,
        due,
      }),
    ),
  ];
});

type Parts = Pick<FollowUpItem, 'title' | 'owner' | 'due'> & Partial<Pick<FollowUpItem, 'description' | 'state'>>;

function workParts({ title, description, owner, due, status }: WorkItem): Parts {
  return { title, description, owner, due, state: STATES[status] };
}

function commitmentItems(
  review: ReviewDocument,
  template: Template,
  item: (key: string, kind: FollowUpKind, parts: Parts) => FollowUpItem,
): readonly FollowUpItem[] {
  const commitments = sectionOf(template, 'commitments')?.commitments ?? [];
  return commitments.flatMap(({ id, name }) => {
    const given = review.commitments?.commitments[id];
    return given?.made ? [item(`commitment/${id}`, 'Commitment', { title: name, owner: given.owner, due: null })] : [];
  });
}
