import * as z from 'zod';
import type { DeepReadonly } from './deep-readonly.ts';
import { instantSchema, sha256Schema } from './fields.ts';

/** Largest file that is checked, in bytes. */
export const VERIFY_SIZE_LIMIT = 64 * 1024 * 1024;

/**
 * What stands before the fingerprint of each key that a sealed record may be sealed with, where the
 * record prints it. It ties the seals to the pages: a copy sealed with another key contradicts itself.
 */
export const SEAL_FINGERPRINT_LABEL = 'Seal fingerprint';

export const VERDICTS = ['intact', 'altered', 'unsigned', 'unreadable'] as const;

/** What can be found, and which verdict it leads to; a `note` leads to none. */
const FINDINGS = {
  'signed-but-damaged': 'altered',
  'signature-broken': 'altered',
  'signature-partial': 'altered',
  'added-after-last': 'altered',
  'changed-between': 'altered',
  'signature-hidden': 'altered',
  'data-missing': 'altered',
  'data-broken': 'altered',
  'data-twice': 'altered',
  'hash-not-printed': 'altered',
  'seal-for-other-content': 'altered',
  'text-differs': 'altered',
  'key-not-printed': 'altered',
  'record-acts': 'altered',
  'too-large': 'unreadable',
  'too-much-work': 'unreadable',
  'not-a-pdf': 'unreadable',
  damaged: 'unreadable',
  encrypted: 'unreadable',
  'signature-unchecked': 'unreadable',
  'no-signature': 'unsigned',
  'approver-missing': 'unsigned',
  'keys-not-named': 'unsigned',
  'key-not-trusted': 'unsigned',
  'signer-unknown': 'note',
  'not-a-record': 'note',
  'text-not-compared': 'note',
  'drawing-not-compared': 'note',
  'outside-validity': 'note',
  'file-acts': 'note',
} as const satisfies Record<string, Verdict | 'note'>;

export type Verdict = (typeof VERDICTS)[number];
export type FindingCode = keyof typeof FINDINGS;

export const FINDING_CODES = Object.keys(FINDINGS) as readonly FindingCode[];

const findingSchema = z.strictObject({
  code: z.enum(FINDING_CODES),
  /** Number of the signature that it is about, from 1; null when it is about the file. */
  signature: z.int().nullable(),
  /** A name or a cause, taken from the file or from reading it; may be empty. */
  detail: z.string(),
});

/** What tells a certificate. */
export const certificateSchema = z.strictObject({
  subject: z.string(),
  issuer: z.string(),
  sha256: sha256Schema,
  /** Fingerprint of the public key, which stays when a workbook makes a certificate for another person. */
  keySha256: sha256Schema,
  validFrom: z.string(),
  validTo: z.string(),
});

const signatureSchema = z.strictObject({
  /** Order in which they were made, from 1. */
  number: z.int(),
  /** Whose sign-off it is, as the file says. */
  name: z.string(),
  reason: z.string(),
  /** When, as the file says; null when it does not. */
  signedAt: instantSchema.nullable(),
  /** `witnessed`: a workbook's key says that it recorded the sign-off. `other`: not made by Groundwork. */
  kind: z.enum(['witnessed', 'own-certificate', 'other']),
  /** `unchecked`: of a form that is not checked here, so nothing is known about it. */
  state: z.enum(['valid', 'broken', 'unchecked']),
  /** Whether it covers everything that was in the file when it was made. */
  coversRevision: z.boolean(),
  /** Whether it covers the file as it is now. */
  coversDocument: z.boolean(),
  /** Whether the key is one of those that this workbook, or the caller, knows. */
  isKnown: z.boolean(),
  certificate: certificateSchema.nullable(),
});

export const verifyReportSchema = z.strictObject({
  verdict: z.enum(VERDICTS),
  findings: z.array(findingSchema),
  signatures: z.array(signatureSchema),
  /** The review inside; null when there is none that can be read. */
  record: z
    .strictObject({
      title: z.string(),
      component: z.string(),
      reviewId: z.string(),
      revision: z.int(),
      savedAt: z.string(),
      contentSha256: sha256Schema,
      approvers: z.array(z.strictObject({ name: z.string(), role: z.string(), isSealed: z.boolean() })),
    })
    .nullable(),
  /** How data, printed hash and visible text belong together; null where it could not be checked. */
  checks: z.strictObject({
    data: z.boolean().nullable(),
    printedHash: z.boolean().nullable(),
    visibleText: z.boolean().nullable(),
  }),
});

export type VerifyReport = DeepReadonly<z.output<typeof verifyReportSchema>>;
export type Finding = DeepReadonly<z.output<typeof findingSchema>>;
export type CheckedSignature = DeepReadonly<z.output<typeof signatureSchema>>;

/** Which verdict a finding leads to; `note` leads to none. */
export function weightOf({ code }: Pick<Finding, 'code'>): Verdict | 'note' {
  return FINDINGS[code];
}

/**
 * The verdict that findings lead to. A change outweighs what could not be checked, and both outweigh
 * a missing signature: the verdict is the one that a reader has to act on first.
 */
export function verdictOf(findings: readonly Pick<Finding, 'code'>[]): Verdict {
  const weights = new Set(findings.map(weightOf));
  const order = ['altered', 'unreadable', 'unsigned'] as const;
  return order.find((verdict) => weights.has(verdict)) ?? 'intact';
}
