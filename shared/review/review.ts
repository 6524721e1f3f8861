import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import {
  dateSchema,
  idSchema,
  instantSchema,
  keyed,
  lineSchema,
  list,
  sha256Schema,
  textSchema,
} from '#shared/base/fields.ts';
import { auditAnswers } from '#shared/kinds/audit/schema.ts';
import { evidenceAnswers } from '#shared/kinds/evidence/schema.ts';
import { optionsAnswers } from '#shared/kinds/options/schema.ts';
import { questionsAnswers } from '#shared/kinds/questions/schema.ts';
import { screeningAnswers } from '#shared/kinds/screening/schema.ts';
import {
  type approverSchema,
  type closingSchema,
  closingsSchema,
  deprecatedSchema,
  type signatureSchema,
  signOffAnswers,
  supersededBySchema,
  supersedesSchema,
  witnessedInsteadSchema,
} from '#shared/kinds/sign-off/schema.ts';
import { strategyAnswers } from '#shared/kinds/strategy/schema.ts';
import { commitmentsAnswers, trainingAnswers } from '#shared/kinds/training/schema.ts';

export * from './review-parts.ts';

const line = lineSchema.default('');
const text = textSchema.default('');
const date = dateSchema.nullable().default(null);
const row = { id: idSchema.describe('Key of the row, unique within its list.') };

/** Something that backs an answer: a statement, a link, a figure or a measure of the review. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...row,
    kind: z.literal('text').describe('A statement.'),
    text: text.describe('What was observed or said.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('link').describe('A document.'),
    text: line.describe('What the link leads to.'),
    url: line.describe('Address, https or http.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('figure').describe('A number.'),
    text: line.describe('What was measured.'),
    value: line.describe('The number, as it should be printed.'),
    unit: line.describe('Unit of the number.'),
    source: line.describe('Where the number comes from.'),
  }),
  z.strictObject({
    ...row,
    kind: z.literal('measure').describe('A measure of the evidence section.'),
    measure: idSchema.nullable().default(null).describe('Id of the measure; null while none is chosen.'),
  }),
]);

/** A view that differs from the answer or decision on record. */
export const dissentSchema = z.strictObject({
  ...row,
  name: line.describe('Who differs, by name or role.'),
  position: z
    .enum(['can-live-with-it', 'formal-objection'])
    .default('can-live-with-it')
    .describe('How strongly they differ.'),
  reason: text.describe('Why they differ.'),
});

const participantSchema = z.strictObject({
  ...row,
  name: line.describe('Name of the person.'),
  role: line.describe('Whom they speak for.'),
});

export const ruleAnswerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'unsure']).nullable().default(null).describe('The answer; null while there is none.'),
  rationale: text.describe('Why the answer is what it is.'),
  evidence: list(evidenceSchema).describe('What backs the answer; a yes needs at least one entry.'),
  dissent: list(dissentSchema).describe('Who sees it differently.'),
});

export const criterionSchema = z.strictObject({
  met: z.boolean().default(false).describe('Whether the exit criterion is met.'),
  note: text.describe('How that is known.'),
});

export const stagePlanSchema = z.strictObject({
  state: z
    .enum(['open', 'planned', 'in-progress', 'done', 'skipped'])
    .default('open')
    .describe('How the stage stands; open means that nobody has planned it yet.'),
  workItem: text.describe('The piece of work that the stage is done with.'),
  owner: line.describe('Who is responsible.'),
  targetDate: date.describe('When it should be done, YYYY-MM-DD.'),
  skipReason: text.describe('Why the stage is skipped.'),
  criteria: keyed(criterionSchema).describe('Exit criteria, by their id in the template.'),
});

export const actionSchema = z.strictObject({
  ...row,
  text: lineSchema.default('').describe('What is to be done.'),
  owner: line.describe('Who does it.'),
  due: date.describe('By when, YYYY-MM-DD.'),
  status: z.enum(['open', 'in-progress', 'done', 'dropped']).default('open').describe('How the action stands.'),
  mitigation: idSchema.nullable().default(null).describe('Id of the suggested mitigation this was taken from.'),
});

const rating = z.int().min(1).max(5).nullable().default(null);

export const assessmentSchema = z.strictObject({
  applicable: z.boolean().nullable().default(null).describe('Whether the risk applies; null while undecided.'),
  reason: text.describe('Why the risk does not apply.'),
  note: text.describe('What the risk means for this component.'),
  likelihood: rating.describe('Likelihood before any response, 1 to 5.'),
  impact: rating.describe('Impact before any response, 1 to 5.'),
  response: z.enum(['mitigate', 'accept', 'transfer', 'avoid']).nullable().default(null).describe('What is done.'),
  responseNote: text.describe('Why this response; needed when the risk is accepted.'),
  residualLikelihood: rating.describe('Likelihood after the response, 1 to 5.'),
  residualImpact: rating.describe('Impact after the response, 1 to 5.'),
  actions: list(actionSchema).describe('Actions of the response.'),
});

export const ownRiskSchema = z.strictObject({
  id: idSchema.describe('Key of the risk; its assessment stands under it.'),
  name: line.describe('Short name.'),
  description: text.describe('What can go wrong.'),
});

export const optionSchema = z.strictObject({
  ...row,
  name: line.describe('Short name of the option.'),
  pros: list(z.strictObject({ ...row, text: line.describe('The point.') })).describe('What speaks for it.'),
  cons: list(z.strictObject({ ...row, text: line.describe('The point.') })).describe('What speaks against it.'),
});

export const consequenceSchema = z.strictObject({
  ...row,
  tone: z.enum(['good', 'neutral', 'bad']).default('good').describe('How the consequence is judged.'),
  text: text.describe('What follows from the decision.'),
});

export const conditionSchema = z.strictObject({
  ...row,
  text: text.describe('What has to hold.'),
  owner: line.describe('Who sees to it.'),
  due: date.describe('By when, YYYY-MM-DD.'),
  met: z.boolean().default(false).describe('Whether it holds.'),
  risk: idSchema.optional().describe('Id of the risk that the condition is about.'),
  action: idSchema.optional().describe('Id of the action of that risk by which the condition comes true.'),
});

/**
 * One review: everything the team wrote, keyed by the ids of its template. Every field but `title`
 * has a default, so a file written by hand needs only what it wants to say.
 */
export const reviewDocumentSchema = z.strictObject({
  id: z.uuid().describe('Unique id of the review.'),
  createdAt: instantSchema.describe('When the review was made, in UTC.'),
  template: z
    .strictObject({
      id: idSchema.describe('Id of the template.'),
      version: lineSchema.describe('Version of the template.'),
      sha256: sha256Schema.describe('Content address of the exact template this review was made from.'),
    })
    .describe('The template that the review was made from.'),
  title: lineSchema.min(1).describe('Title of the review.'),
  component: line.describe('The one component under review.'),
  candidate: line.describe('The candidate that is considered for it.'),
  current: line.describe('What the component is built with today.'),
  reconstruction: text.describe(
    'For reviews rebuilt from public sources: says so, and from what. Empty for real ones.',
  ),
  context: z
    .strictObject({
      heldOn: date.describe('Day of the workshop, YYYY-MM-DD.'),
      facilitator: line.describe('Who leads the workshop.'),
      participants: list(participantSchema).describe('Who takes part.'),
      fields: keyed(textSchema).describe('Context fields, by their id in the template.'),
      evidence: list(evidenceSchema).describe('What backs the context.'),
    })
    .prefault({})
    .describe('What the review is about and who takes part.'),
  rule: z
    .strictObject({
      answers: keyed(ruleAnswerSchema).describe('Answers, by the id of the question in the template.'),
      justification: text.describe('What the outcome asks the team to write.'),
    })
    .prefault({})
    .describe('Answers to the questions of the rule.'),
  path: z
    .strictObject({
      wholesale: z.boolean().default(false).describe('Whether the plan replaces everything at once.'),
      wholesaleReason: text.describe('Why everything is replaced at once.'),
      stages: keyed(stagePlanSchema).describe('Plan of each stage, by its id in the template.'),
    })
    .prefault({})
    .describe('Plan along the adoption path.'),
  screening: screeningAnswers.optional().describe('Signals for and against, and the motivation.'),
  questions: questionsAnswers.optional().describe('Answers to multiple-choice questions.'),
  options: optionsAnswers.optional().describe('Candidates compared by weighted criteria.'),
  strategy: strategyAnswers.prefault({}).describe('How new code meets old.'),
  evidence: evidenceAnswers.optional().describe('Measures and expected gains.'),
  audit: auditAnswers.optional().describe('Dependencies of today and their counterparts.'),
  training: trainingAnswers.optional().describe('What the team learns, by when.'),
  commitments: commitmentsAnswers.optional().describe('What the team commits itself to.'),
  risks: z
    .strictObject({
      assessments: keyed(assessmentSchema).describe(
        'Assessments by risk id: of the checklist, of the own risks, and skipped-<stage> for each skipped stage.',
      ),
      own: list(ownRiskSchema).describe('Risks that the team added.'),
    })
    .prefault({})
    .describe('Assessed risks.'),
  decision: z
    .strictObject({
      choice: idSchema.nullable().default(null).describe('Id of the choice in the template.'),
      stage: idSchema.nullable().default(null).describe('Id of the stage that the choice is for.'),
      statement: text.describe('The decision in a sentence or two.'),
      contradictionReason: text.describe('Why the decision departs from what the rule or the path says.'),
      options: list(optionSchema).describe('Options that were considered.'),
      chosenOption: idSchema.nullable().default(null).describe('Id of the option that was taken.'),
      consequences: list(consequenceSchema).describe('What follows from the decision.'),
      conditions: list(conditionSchema).describe('What the decision depends on.'),
      reviewOn: date.describe('When the decision is looked at again, YYYY-MM-DD.'),
      reviewTrigger: text.describe('What makes the team look at it again.'),
      dissent: list(dissentSchema).describe('Who sees the decision differently.'),
    })
    .prefault({})
    .describe('The decision and what surrounds it.'),
  supersedes: supersedesSchema.optional().describe('The signed review that this one takes the place of.'),
  signOff: signOffAnswers.prefault({}).describe('Who approves, and what was signed.'),
  closings: closingsSchema.describe('Conditions that were closed after the signing, by their id.'),
  witnessedInstead: witnessedInsteadSchema.describe(
    'Signatures that were sealed with the workbook’s key because the own certificate was not at hand, by their id.',
  ),
  supersededBy: supersededBySchema.optional().describe('The review that takes the place of this one.'),
  deprecated: deprecatedSchema.optional().describe('That the decision does not hold any more, and why.'),
});

export type ReviewDocument = DeepReadonly<z.output<typeof reviewDocumentSchema>>;
export type Evidence = DeepReadonly<z.output<typeof evidenceSchema>>;
export type Dissent = DeepReadonly<z.output<typeof dissentSchema>>;
export type Participant = DeepReadonly<z.output<typeof participantSchema>>;
export type RuleAnswer = DeepReadonly<z.output<typeof ruleAnswerSchema>>;
export type Answer = NonNullable<RuleAnswer['answer']>;
export type StagePlan = DeepReadonly<z.output<typeof stagePlanSchema>>;
export type StageState = StagePlan['state'];
export type Criterion = DeepReadonly<z.output<typeof criterionSchema>>;
export type Assessment = DeepReadonly<z.output<typeof assessmentSchema>>;
export type RiskResponse = NonNullable<Assessment['response']>;
export type RiskAction = DeepReadonly<z.output<typeof actionSchema>>;
export type OwnRisk = DeepReadonly<z.output<typeof ownRiskSchema>>;
export type DecisionOption = DeepReadonly<z.output<typeof optionSchema>>;
export type Consequence = DeepReadonly<z.output<typeof consequenceSchema>>;
export type Condition = DeepReadonly<z.output<typeof conditionSchema>>;
export type Approver = DeepReadonly<z.output<typeof approverSchema>>;
export type Signature = DeepReadonly<z.output<typeof signatureSchema>>;
export type Closing = DeepReadonly<z.output<typeof closingSchema>>;
export type Verdict = Signature['verdict'];
const NO_ANSWER: RuleAnswer = ruleAnswerSchema.parse({});
const NO_PLAN: StagePlan = stagePlanSchema.parse({});
const NO_CRITERION: Criterion = criterionSchema.parse({});
const NO_ASSESSMENT: Assessment = assessmentSchema.parse({});

/** The answer to a question of the rule; an untouched one when there is none yet. */
export function ruleAnswer(review: ReviewDocument, question: string): RuleAnswer {
  return review.rule.answers[question] ?? NO_ANSWER;
}

/** The plan for a stage of the path; an untouched one when there is none yet. */
export function stagePlan(review: ReviewDocument, stage: string): StagePlan {
  return review.path.stages[stage] ?? NO_PLAN;
}

/** How an exit criterion of a stage stands. */
export function criterionOf(plan: StagePlan, criterion: string): Criterion {
  return plan.criteria[criterion] ?? NO_CRITERION;
}

/** The assessment of a risk; an untouched one when there is none yet. */
export function assessmentOf(review: ReviewDocument, risk: string): Assessment {
  return review.risks.assessments[risk] ?? NO_ASSESSMENT;
}
