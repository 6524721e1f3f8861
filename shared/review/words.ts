import type { Dependency } from '#shared/kinds/audit/answers.ts';
import type { Dissent, RiskAction } from '#shared/kinds/parts.ts';
import type { StageState } from '#shared/kinds/path/answers.ts';
import type { QuestionStanding } from '#shared/kinds/questions/questions.ts';
import type { RiskResponse } from '#shared/kinds/risks/answers.ts';
import type { ExposureLevel } from '#shared/kinds/risks/risks.ts';
import type { Answer } from '#shared/kinds/rule/answers.ts';
import type { Verdict } from '#shared/kinds/sign-off/answers.ts';
import type { SignOffState } from '#shared/kinds/sign-off/sign-off.ts';
import type { Suitability } from '#shared/kinds/strategy/strategy.ts';
import type { Lean } from '#shared/template/template.ts';
import type { SectionState } from './progress.ts';
import type { ReviewSummary } from './summary.ts';

/** The words for every fixed choice, so that screens, record and command line say the same. */
export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'Yes', no: 'No', unsure: 'Not sure' };

export const STAGE_STATE_WORDS: Readonly<Record<StageState, string>> = {
  open: 'Not planned yet',
  planned: 'Planned',
  'in-progress': 'In progress',
  done: 'Done',
  skipped: 'Skipped',
};

export const RESPONSE_WORDS: Readonly<Record<RiskResponse, string>> = {
  mitigate: 'Mitigate',
  accept: 'Accept',
  transfer: 'Transfer',
  avoid: 'Avoid',
};

export const ACTION_STATUS_WORDS: Readonly<Record<RiskAction['status'], string>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** A counterpart that is missing has to be written by the team. */
export const DEPENDENCY_STATUS_WORDS: Readonly<Record<NonNullable<Dependency['status']>, string>> = {
  ready: 'Ready',
  partial: 'Partial',
  missing: 'Missing: write it',
};

export const QUESTION_STANDING_WORDS: Readonly<Record<QuestionStanding, string>> = {
  none: 'No risk',
  medium: 'Medium risk',
  high: 'High risk',
  unrated: 'No rule applies',
  unanswered: 'Not answered',
  'not-applicable': 'Does not apply',
};

export const EXPOSURE_WORDS: Readonly<Record<ExposureLevel, string>> = {
  low: 'Low',
  moderate: 'Moderate',
  high: 'High',
  critical: 'Critical',
};

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  approve: 'Approves',
  'approve-with-conditions': 'Approves with conditions',
  'can-live-with-it': 'Can live with it',
  object: 'Objects',
};

export const POSITION_WORDS: Readonly<Record<Dissent['position'], string>> = {
  'can-live-with-it': 'Can live with it',
  'formal-objection': 'Formal objection',
};

export const SECTION_STATE_WORDS: Readonly<Record<SectionState, string>> = {
  complete: 'Complete',
  open: 'Open',
  blocked: 'Blocked',
};

export const SIGN_OFF_WORDS: Readonly<Record<SignOffState, string>> = {
  unsigned: 'Not signed',
  'partly-signed': 'Partly signed',
  stale: 'Signed for an earlier version',
  objected: 'Signed with objection',
  provisional: 'Signed, provisional',
  signed: 'Signed',
};

/** What became of a signed decision. */
export const AFTERWARDS_WORDS: Readonly<Record<NonNullable<ReviewSummary['afterwards']>, string>> = {
  superseded: 'Superseded',
  deprecated: 'Deprecated',
};

/** Which way the screening leans. */
export const SCREENING_WORDS: Readonly<Record<Lean, string>> = {
  for: 'Leans towards the candidate',
  open: 'Leans neither way',
  against: 'Leans away from the candidate',
};

export const SUITABILITY_WORDS: Readonly<Record<Suitability, string>> = {
  fits: 'Fits',
  'does-not-fit': 'Does not fit',
  open: 'Open',
  untold: '',
};
