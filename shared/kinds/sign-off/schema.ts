import * as z from 'zod';
import {
  idSchema,
  instantSchema,
  keyedOptional,
  lineSchema,
  list,
  sha256Schema,
  textSchema,
} from '#shared/base/fields.ts';
import { date, line, row, text } from '#shared/kinds/parts.ts';
import { section } from '#shared/template/item.ts';

/** Who approves, and what a signature means. Without a quorum, everybody named has to approve. */
export const signOffSection = z.strictObject({
  kind: z.literal('sign-off').describe('Who approves, and what a signature means.'),
  ...section,
  statement: textSchema.min(1).describe('What a signature means.'),
  roles: z.array(lineSchema.min(1)).max(30).default([]).describe('Roles to suggest for approvers.'),
  // Both optional, so that the address of a template made before them stays the same.
  quorum: z.int().min(1).max(100).optional().describe('How many approvals are enough; without it, everybody named.'),
  requiredRoles: z
    .array(lineSchema.min(1))
    .max(30)
    .optional()
    .describe('Roles of which each needs an approver who approves.'),
  decider: lineSchema
    .min(1)
    .optional()
    .describe('Role of the approver who decides after hearing all; without it, everybody or the quorum decides.'),
});

export const approverSchema = z.strictObject({
  ...row,
  name: line.describe('Name of the approver.'),
  role: line.describe('In which role they approve.'),
});

/** A stroke of a drawn signature: points in a box 0–1000 wide and 0–400 high. */
const strokeSchema = z.array(z.tuple([z.number().min(0).max(1000), z.number().min(0).max(400)])).max(2000);

/** What tells an approver's own certificate. */
export const signerCertificateSchema = z.strictObject({
  subject: lineSchema.describe('Whom the certificate is for.'),
  issuer: lineSchema.describe('Who issued it.'),
  sha256: sha256Schema.describe('SHA-256 of the certificate.'),
});

/** Most conditions that one signer sets. */
export const MOST_OWN_CONDITIONS = 30;
/** Most pieces of advice. */
export const MOST_ADVICE = 200;

/** What one signer asks for. It stands in the signature and not in the content, so earlier signatures stay valid. */
export const signersConditionSchema = z.strictObject({
  ...row,
  text: textSchema.min(1).describe('What has to hold.'),
  owner: line.describe('Who sees to it.'),
  due: date.describe('By when, YYYY-MM-DD.'),
  evidence: text.describe('What will show that it holds.'),
});

export const signatureSchema = z.strictObject({
  ...row,
  approver: idSchema.describe('Id of the approver in the list of approvers.'),
  name: lineSchema.min(1).describe('Name of the approver when signing.'),
  role: line.describe('Role of the approver when signing.'),
  verdict: z
    .enum(['approve', 'approve-with-conditions', 'can-live-with-it', 'object'])
    .describe('What the approver says; all but “object” approve.'),
  comment: text.describe('What the approver adds.'),
  typedName: lineSchema.min(1).describe('The name as typed in place of a handwritten signature.'),
  drawing: z
    .array(strokeSchema)
    .max(100)
    .default([])
    .describe('Drawn signature: strokes of points in a box 1000 wide and 400 high.'),
  signedAt: instantSchema.describe('When it was signed, in UTC.'),
  contentSha256: sha256Schema.describe('SHA-256 of the canonical document without the parts that are not signed.'),
  certificate: signerCertificateSchema
    .optional()
    .describe('The own certificate that the approver chose to seal with; without it, the workbook witnesses.'),
  conditions: z
    .array(signersConditionSchema)
    .min(1)
    .max(MOST_OWN_CONDITIONS)
    .optional()
    .describe('Conditions of this signer, beside those of the decision.'),
});

/** Who decides. Absent in reviews of versions before 0.5, and while the template's rule holds. */
const decidingSchema = z.strictObject({
  rule: z
    .enum(['everybody', 'quorum', 'decider'])
    .describe('Who decides: everybody named, enough of them, or one after hearing all.'),
  quorum: z.int().min(1).max(100).optional().describe('How many approvals are enough, for “quorum”.'),
  decider: idSchema.optional().describe('Id of the approver who decides, for “decider”.'),
  changedAt: instantSchema
    .optional()
    .describe('When the rule was changed last, in UTC, if somebody had signed by then.'),
});

export const adviceSchema = z.strictObject({
  ...row,
  from: line.describe('Who was asked for advice.'),
  text: text.describe('What they advise.'),
  followed: z
    .enum(['yes', 'in-part', 'no'])
    .nullable()
    .default(null)
    .describe('Whether the decision follows the advice; null while nobody said.'),
  why: text.describe('Why it is followed or not.'),
});

export const signOffAnswers = z.strictObject({
  approvers: list(approverSchema)
    .refine(
      (approvers) => new Set(approvers.map(({ id }) => id)).size === approvers.length,
      'give each approver an id of their own',
    )
    .describe('Who has to sign.'),
  signatures: list(signatureSchema).describe('Signatures in the order given; the last one of an approver counts.'),
  deciding: decidingSchema.optional().describe('Who decides, where it is not as the template says.'),
  advice: z.array(adviceSchema).min(1).max(MOST_ADVICE).optional().describe('Advice that was asked for and given.'),
  closing: z
    .literal('act')
    .optional()
    .describe(
      'That the review is closed by an act of its own, see `closed`. Without it, as in versions before 0.5, the signature that makes enough of them closes it.',
    ),
});

/** The act that closes a review. */
export const closedSchema = z.strictObject({
  at: instantSchema.describe('When the review was closed, in UTC.'),
  by: lineSchema.min(1).describe('Who closed it.'),
  verdict: z
    .enum(['agreed', 'dissent', 'not-agreed'])
    .describe('What it was closed as: agreed, decided against an objection, or not agreed.'),
  reason: text.describe('Why it was closed so; needed where it was not agreed.'),
  contentSha256: sha256Schema.describe('Hash of the content that was closed.'),
});

const otherReview = {
  id: z.uuid().describe('Id of the other review.'),
  title: lineSchema.min(1).describe('Title of the other review.'),
};

/** The signed review that this one takes the place of. */
export const supersedesSchema = z.strictObject({
  ...otherReview,
  number: z.int().min(1).describe('Which revision the other review was; the first one is 1.'),
  contentSha256: sha256Schema.describe('Hash of what was signed there.'),
  // The text and not the data: it is what the hash was taken over, so anybody can check it.
  closedAt: instantSchema.optional().describe('When the other review was closed, in UTC.'),
  content: z
    .string()
    .regex(/^\{.*\}$/s, 'use the canonical JSON of what was signed')
    .optional()
    .describe('Canonical JSON of what was signed there. Not signed again: its hash is.'),
});

/** Mark on a signed review that another one takes its place. */
export const supersededBySchema = z.strictObject({
  ...otherReview,
  contentSha256: sha256Schema
    .nullable()
    .default(null)
    .describe('Hash of what was signed there; null while it is not in force, so that this review still stands.'),
});

/** Mark on a signed review that it does not hold any more, with nothing in its place. */
export const deprecatedSchema = z.strictObject({
  at: instantSchema.describe('When the review was set aside, in UTC.'),
  by: line.describe('Who set it aside.'),
  reason: text.describe('Why it does not hold any more.'),
});

export const closingSchema = z.strictObject({
  at: instantSchema.describe('When the condition was closed, in UTC.'),
  by: line.describe('Who closed it.'),
  note: text.describe('How it is known that the condition is met.'),
});

/** Conditions closed after the signing, by the id of the condition. */
export const closingsSchema = keyedOptional(closingSchema);

/** Signatures with an own certificate whose key was not at hand when the record was sealed, by their id. */
export const witnessedInsteadSchema = keyedOptional(
  z.strictObject({ at: instantSchema.describe('When it was chosen to seal with the workbook’s key instead, in UTC.') }),
);
