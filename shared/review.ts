import * as z from 'zod';
import type { DeepReadonly } from './deep-readonly.ts';
import { dateSchema, idSchema, instantSchema, keyed, lineSchema, list, sha256Schema, textSchema } from './fields.ts';

const line = lineSchema.default('');
const text = textSchema.default('');
const date = dateSchema.nullable().default(null);
const row = { id: idSchema };

/** Something that backs an answer: a statement, a link or a figure. */
export const evidenceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ ...row, kind: z.literal('text'), text }),
  z.strictObject({ ...row, kind: z.literal('link'), text: line, url: line }),
  z.strictObject({ ...row, kind: z.literal('figure'), text: line, value: line, unit: line, source: line }),
]);

/** A view that differs from the answer or decision on record. */
export const dissentSchema = z.strictObject({
  ...row,
  name: line,
  position: z.enum(['can-live-with-it', 'formal-objection']).default('can-live-with-it'),
  reason: text,
});

export const participantSchema = z.strictObject({ ...row, name: line, role: line });

export const ruleAnswerSchema = z.strictObject({
  answer: z.enum(['yes', 'no', 'unsure']).nullable().default(null),
  rationale: text,
  evidence: list(evidenceSchema),
  dissent: list(dissentSchema),
});

export const criterionSchema = z.strictObject({ met: z.boolean().default(false), note: text });

export const stagePlanSchema = z.strictObject({
  state: z.enum(['open', 'planned', 'in-progress', 'done', 'skipped']).default('open'),
  workItem: text,
  owner: line,
  targetDate: date,
  skipReason: text,
  criteria: keyed(criterionSchema),
});

export const actionSchema = z.strictObject({
  ...row,
  text: lineSchema.default(''),
  owner: line,
  due: date,
  status: z.enum(['open', 'in-progress', 'done', 'dropped']).default('open'),
  mitigation: idSchema.nullable().default(null).describe('Id of the suggested mitigation this was taken from.'),
});

const rating = z.int().min(1).max(5).nullable().default(null);

export const assessmentSchema = z.strictObject({
  applicable: z.boolean().nullable().default(null),
  reason: text.describe('Why the risk does not apply.'),
  note: text.describe('What the risk means for this component.'),
  likelihood: rating,
  impact: rating,
  response: z.enum(['mitigate', 'accept', 'transfer', 'avoid']).nullable().default(null),
  responseNote: text,
  residualLikelihood: rating,
  residualImpact: rating,
  actions: list(actionSchema),
});

export const ownRiskSchema = z.strictObject({ ...row, name: line, description: text });

export const optionSchema = z.strictObject({
  ...row,
  name: line,
  pros: list(z.strictObject({ ...row, text: line })),
  cons: list(z.strictObject({ ...row, text: line })),
});

export const consequenceSchema = z.strictObject({
  ...row,
  tone: z.enum(['good', 'neutral', 'bad']).default('good'),
  text,
});

export const conditionSchema = z.strictObject({
  ...row,
  text,
  owner: line,
  due: date,
  met: z.boolean().default(false),
});

export const approverSchema = z.strictObject({ ...row, name: line, role: line });

/** A stroke of a drawn signature: points in a box 0–1000 wide and 0–400 high. */
const strokeSchema = z.array(z.tuple([z.number().min(0).max(1000), z.number().min(0).max(400)])).max(2000);

export const signatureSchema = z.strictObject({
  ...row,
  approver: idSchema,
  name: lineSchema.min(1).describe('Name of the approver when signing.'),
  role: line,
  verdict: z.enum(['approve', 'approve-with-conditions', 'object']),
  comment: text,
  typedName: lineSchema.min(1).describe('The name as typed in place of a handwritten signature.'),
  drawing: z.array(strokeSchema).max(100).default([]),
  signedAt: instantSchema,
  contentSha256: sha256Schema.describe('SHA-256 of the canonical document without its sign-off part.'),
});

/**
 * One review: everything the team wrote, keyed by the ids of its template. Every field but `title`
 * has a default, so a file written by hand needs only what it wants to say.
 */
export const reviewDocumentSchema = z.strictObject({
  id: z.uuid().describe('Unique id of the review.'),
  createdAt: instantSchema,
  template: z.strictObject({
    id: idSchema,
    version: lineSchema,
    sha256: sha256Schema.describe('Content address of the exact template this review was made from.'),
  }),
  title: lineSchema.min(1),
  component: line,
  candidate: line,
  current: line.describe('What the component is built with today.'),
  reconstruction: text.describe(
    'For reviews rebuilt from public sources: says so, and from what. Empty for real ones.',
  ),
  context: z
    .strictObject({
      heldOn: date,
      facilitator: line,
      participants: list(participantSchema),
      fields: keyed(textSchema),
      evidence: list(evidenceSchema),
    })
    .prefault({}),
  rule: z.strictObject({ answers: keyed(ruleAnswerSchema), justification: text }).prefault({}),
  path: z
    .strictObject({
      wholesale: z.boolean().default(false).describe('Whether the plan replaces everything at once.'),
      wholesaleReason: text,
      stages: keyed(stagePlanSchema),
    })
    .prefault({}),
  strategy: z.strictObject({ chosen: idSchema.nullable().default(null), reason: text }).prefault({}),
  risks: z.strictObject({ assessments: keyed(assessmentSchema), own: list(ownRiskSchema) }).prefault({}),
  decision: z
    .strictObject({
      choice: idSchema.nullable().default(null),
      stage: idSchema.nullable().default(null),
      statement: text,
      contradictionReason: text.describe('Why the decision departs from what the rule or the path says.'),
      options: list(optionSchema),
      chosenOption: idSchema.nullable().default(null),
      consequences: list(consequenceSchema),
      conditions: list(conditionSchema),
      reviewOn: date,
      reviewTrigger: text,
      dissent: list(dissentSchema),
    })
    .prefault({}),
  signOff: z.strictObject({ approvers: list(approverSchema), signatures: list(signatureSchema) }).prefault({}),
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
