import * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { instantSchema, sha256Schema } from '#shared/base/fields.ts';

/** Largest file that is checked, in bytes. */
export const VERIFY_SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * What stands before the fingerprint of each key that a sealed record may be sealed with, where the
 * record prints it. It ties the seals to the pages: a copy sealed with another key contradicts itself.
 */
export const SEAL_FINGERPRINT_LABEL = 'Seal fingerprint';

export const VERDICTS = ['intact', 'altered', 'unsigned', 'unreadable', 'uncompared', 'added-to'] as const;

/** What can be found, and which verdict it leads to; a `note` leads to none. */
const FINDINGS = {
  'signed-but-damaged': 'altered',
  'signature-broken': 'altered',
  'signature-partial': 'altered',
  'added-after-last': 'altered',
  'changed-between': 'altered',
  'signature-hidden': 'altered',
  'seal-shape': 'altered',
  'seal-differs': 'altered',
  'seal-extra': 'altered',
  'data-missing': 'altered',
  'data-broken': 'altered',
  'data-twice': 'altered',
  'hash-not-printed': 'altered',
  'seal-for-other-content': 'altered',
  'text-differs': 'altered',
  'foreign-part': 'altered',
  'key-not-printed': 'altered',
  'record-acts': 'altered',
  'too-large': 'unreadable',
  'too-much-work': 'unreadable',
  'not-a-pdf': 'unreadable',
  damaged: 'unreadable',
  encrypted: 'unreadable',
  'signature-unchecked': 'unreadable',
  'version-unknown': 'unreadable',
  'no-signature': 'unsigned',
  'saved-anew': 'unsigned',
  'approver-missing': 'unsigned',
  'certificate-unfit': 'unsigned',
  'name-not-certified': 'unsigned',
  'key-given-up': 'unsigned',
  'keys-not-named': 'unsigned',
  'key-not-trusted': 'unsigned',
  'added-later': 'added-to',
  'text-not-compared': 'uncompared',
  'drawing-not-compared': 'uncompared',
  'added-unseen': 'note',
  'name-differs': 'note',
  'signer-unknown': 'note',
  'not-a-record': 'note',
  'outside-validity': 'note',
  'file-acts': 'note',
} as const satisfies Record<string, Verdict | 'note'>;

export type Verdict = (typeof VERDICTS)[number];
export type FindingCode = keyof typeof FINDINGS;

export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[];

const findingSchema = z.strictObject({
  code: z.enum(FINDING_CODES).describe('What was found; docs/verify.md lists which verdict each code leads to.'),
  signature: z.int().nullable().describe('Number of the signature it is about; null when it is about the file.'),
  detail: z.string().describe('A name or a cause, from the file or from reading it; may be empty.'),
});

/** What tells a certificate. */
export const certificateSchema = z.strictObject({
  subject: z.string().describe('Common name of the holder.'),
  issuer: z.string().describe('Common name of the issuer.'),
  sha256: sha256Schema.describe('Fingerprint of the certificate.'),
  keySha256: sha256Schema.describe(
    'Fingerprint of the public key, which stays when a workbook makes a certificate for another person.',
  ),
  validFrom: z.string().describe('First moment for which it is valid.'),
  validTo: z.string().describe('Last moment for which it is valid; the year 9999 stands for no end.'),
});

const signatureSchema = z.strictObject({
  number: z.int().describe('Order in which they were made, from 1.'),
  name: z
    .string()
    .describe('Whose signature it is, as the certificate says; of a witnessed one, whose sign-off it is.'),
  reason: z.string().describe('What the signature is for, as the file says.'),
  signedAt: instantSchema
    .nullable()
    .describe('When, by the clock of the signing computer; null when the file does not say.'),
  kind: z
    .enum(['witnessed', 'own-certificate', 'other'])
    .describe(
      'witnessed: made with a workbook’s key, whose reason says whether it recorded the sign-off; other: not made by Groundwork.',
    ),
  state: z
    .enum(['valid', 'broken', 'unchecked'])
    .describe('unchecked: of a form that is not checked here, so nothing is known about it.'),
  coversRevision: z.boolean().describe('Whether it covers everything that was in the file when it was made.'),
  later: z
    .enum(['nothing', 'unseen', 'shown', 'content'])
    .describe(
      'What was added after it by anything but signatures of this file: nothing, what no page shows, what can show on a page, or other content.',
    ),
  coversDocument: z.boolean().describe('Whether it covers the file as it is now.'),
  isKnown: z.boolean().describe('Whether the key is one of those that the workbook, or the caller, knows.'),
  certificate: certificateSchema
    .nullable()
    .describe('Certificate of the key; null when there is none that can be read.'),
});

const approverSchema = z.strictObject({
  name: z.string().describe('Name of the approver.'),
  role: z.string().describe('Role of the approver; may be empty.'),
  isSealed: z.boolean().describe('Whether there is a valid signature for the approver.'),
});

const checkSchema = (description: string) => z.boolean().nullable().describe(`${description} Null: not checked.`);

export const verifyReportSchema = z.strictObject({
  verdict: z.enum(VERDICTS).describe('What all findings together lead to.'),
  sealedBytes: z
    .int()
    .nullable()
    .describe(
      'Length of the part up to which it is the sealed record, where something was added later; otherwise null.',
    ),
  findings: z.array(findingSchema).describe('Everything that was found.'),
  signatures: z.array(signatureSchema).describe('The signatures in the order in which they were made.'),
  record: z
    .strictObject({
      title: z.string().describe('Title of the review.'),
      component: z.string().describe('What the review is about.'),
      reviewId: z.string().describe('Id of the review.'),
      edition: z.string().describe('Which revision of the decision it is, such as “Revision 2 of 2”.'),
      closedAs: z
        .enum(['agreed', 'dissent', 'not-agreed'])
        .nullable()
        .describe(
          'What the review was closed as: agreed, decided against an objection, or not agreed; null while it is open.',
        ),
      objections: z
        .array(z.string())
        .describe('Each objection in a sentence, with the name and the words of its signer.'),
      revision: z.int().describe('How often the review had been saved.'),
      savedAt: z.string().describe('When it was saved last.'),
      contentSha256: sha256Schema.describe('SHA-256 of the content that signatures are for.'),
      approvers: z.array(approverSchema).describe('The approvers whom the review names.'),
    })
    .nullable()
    .describe('The review inside; null when there is none that can be read.'),
  checks: z
    .strictObject({
      data: checkSchema('Whether the review inside is present and complete.'),
      printedHash: checkSchema('Whether the hash of the review inside is printed on every page.'),
      visibleText: checkSchema('Whether the pages say what the review inside gives.'),
    })
    .describe('How data, printed hash and pages belong together.'),
});

export type VerifyReport = DeepReadonly<z.output<typeof verifyReportSchema>>;
export type Finding = DeepReadonly<z.output<typeof findingSchema>>;
export type CheckedSignature = DeepReadonly<z.output<typeof signatureSchema>>;

/** Which verdict a finding leads to; `note` leads to none. */
export function weightOf({ code }: Pick<Finding, 'code'>): Verdict | 'note' {
  return FINDINGS[code];
}

/**
 * The verdict that findings lead to. A change outweighs what could not be checked, both outweigh a missing
 * signature, and that what was added later or not compared: the verdict is the one that a reader has to act on first.
 */
export function verdictOf(findings: readonly Pick<Finding, 'code'>[]): Verdict {
  const weights = new Set(findings.map(weightOf));
  const order = ['altered', 'unreadable', 'unsigned', 'added-to', 'uncompared'] as const;
  return order.find((verdict) => weights.has(verdict)) ?? 'intact';
}
