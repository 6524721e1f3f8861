import { criterionOf, stagePlan } from '#shared/kinds/path/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { FollowUpEntry } from './answers.ts';

/** What stands now of something that is followed up: the latest word on each of its sides. */
export type Standing = Pick<FollowUpEntry, 'state' | 'owner' | 'due' | 'value'>;

/** The latest word on everything that somebody noted, by its key. */
export function standings({ followUp = [] }: Pick<ReviewDocument, 'followUp'>): ReadonlyMap<string, Standing> {
  const found = new Map<string, Standing>();
  for (const { on, state, owner, due, value } of followUp) {
    const said = Object.fromEntries(
      Object.entries({ state, owner, due, value }).filter(([, part]) => part !== undefined),
    );
    found.set(on, { ...found.get(on), ...said });
  }
  return found;
}

/**
 * The review as it would read with all that was noted since: states of actions, stages and their criteria, topics and
 * measured values. For lists of what is to be done, and for the next revision; what was signed stays as it is.
 */
export function withFollowUp(review: ReviewDocument): ReviewDocument {
  if (!review.followUp) return review;
  let document = review;
  for (const [key, standing] of standings(review)) {
    const [kind = '', first = '', second] = key.split('/');
    document = CHANGES[kind]?.(document, standing, first, second) ?? document;
  }
  return document;
}

type Change = (review: ReviewDocument, standing: Standing, first: string, second?: string) => ReviewDocument;

const CHANGES: Readonly<Record<string, Change>> = {
  action: (review, { state, owner, due }, risk, action) => {
    const assessment = review.risks.assessments[risk];
    if (!assessment) return review;
    const status =
      state === 'open' || state === 'in-progress' || state === 'done' || state === 'dropped' ? state : null;
    const actions = assessment.actions.map((entry) =>
      entry.id === action ? { ...entry, ...kept({ status: status ?? undefined, owner, due }) } : entry,
    );
    const assessments = { ...review.risks.assessments, [risk]: { ...assessment, actions } };
    return { ...review, risks: { ...review.risks, assessments } };
  },
  stage: (review, { state, owner, due }, id, criterion) => {
    const plan = stagePlan(review, id);
    const changed =
      criterion === undefined
        ? { ...plan, ...kept({ state: STAGE_STATES[state ?? ''], owner, targetDate: due }) }
        : { ...plan, criteria: { ...plan.criteria, [criterion]: { ...criterionOf(plan, criterion), ...met(state) } } };
    return { ...review, path: { ...review.path, stages: { ...review.path.stages, [id]: changed } } };
  },
  learning: (review, { state, owner, due }, id) => {
    const topic = review.training?.topics[id];
    if (!topic || !review.training) return review;
    const changed = {
      ...topic,
      ...kept({ done: state === undefined ? undefined : state === 'done', who: owner, due }),
    };
    return { ...review, training: { ...review.training, topics: { ...review.training.topics, [id]: changed } } };
  },
  measure: (review, { value }, id) => {
    const measure = review.evidence?.measures[id];
    if (!measure || !review.evidence || value === undefined) return review;
    const measures = { ...review.evidence.measures, [id]: { ...measure, measured: value } };
    return { ...review, evidence: { ...review.evidence, measures } };
  },
};

const STAGE_STATES: Readonly<Record<string, 'planned' | 'in-progress' | 'done' | 'skipped'>> = {
  open: 'planned',
  'in-progress': 'in-progress',
  done: 'done',
};

function met(state: Standing['state']): { readonly met?: boolean } {
  return state === undefined ? {} : { met: state === 'done' };
}

/** Without what nobody said. */
function kept<Parts extends Record<string, unknown>>(
  parts: Parts,
): { readonly [Name in keyof Parts]?: Exclude<Parts[Name], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as never;
}
