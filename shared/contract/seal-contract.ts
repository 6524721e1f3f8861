import * as z from 'zod';
import { idSchema } from '#shared/base/fields.ts';
import { CERTIFICATE_FILE_LIMIT } from '#shared/base/size-limits.ts';
import { signerCertificateSchema } from '#shared/kinds/sign-off/schema.ts';
import { SEALED_BY } from '#shared/kinds/sign-off/sign-off.ts';
import { cancelled, failureSchema, fileBytes, instant, passphrase, reviewId, stale } from './contract-parts.ts';
import { jobId } from './job-contract.ts';
import { paperSchema } from './record-contract.ts';

const onePerson = { id: reviewId, approver: idSchema };

/** The sealed record of a review, as it lies in the data folder. */
const sealedRecord = z.strictObject({
  kind: z.literal('sealed'),
  /** When the review was saved that it shows. No clock can vouch for the moment of sealing, so none is given. */
  savedAt: instant,
  /** That the record is set on. */
  paper: paperSchema,
  /** In the order in which they were made. */
  signatures: z.array(z.strictObject({ name: z.string(), kind: z.enum(SEALED_BY) })),
  /** Whether signatures, closed conditions or marks were added or taken back since, which the sealed record does not show. */
  isBehind: z.boolean(),
  /** Whether the short record was sealed with it; not by versions before 0.6.0. */
  hasShort: z.boolean(),
  /** What a person should know of the sealing, a sentence each. */
  notes: z.array(z.string()),
});

/** These chose their own certificate, whose key is not in memory any more. Nothing was sealed. */
const needsCertificates = z.strictObject({
  kind: z.literal('needs-certificates'),
  approvers: z.array(z.strictObject({ id: idSchema, name: z.string() })),
});

/** The calls that seal a signed review. */
export const sealCalls = {
  /** Reads an approver's own certificate; its key stays in memory until the record is sealed. Nothing is stored. */
  'certificate.read': {
    input: z.strictObject({
      ...onePerson,
      /** A PKCS#12 file. */
      file: fileBytes(CERTIFICATE_FILE_LIMIT),
      passphrase,
    }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({
        kind: z.literal('certificate'),
        certificate: signerCertificateSchema,
        validFrom: instant,
        validTo: instant,
      }),
      failureSchema,
    ]),
  },
  /** Drops the key that `certificate.read` keeps. */
  'certificate.forget': {
    input: z.strictObject(onePerson),
    output: z.strictObject({ kind: z.literal('forgotten') }),
  },
  /**
   * `open`: not signed by everybody it takes; `unsealed`: signed, but without a sealed record; `needs-certificates`:
   * the same, and it has to wait for them; `damaged`: that record was changed.
   */
  'seal.state': {
    input: z.strictObject({ id: reviewId }),
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('open') }),
      z.strictObject({ kind: z.literal('unsealed') }),
      needsCertificates,
      z.strictObject({ kind: z.literal('damaged') }),
      sealedRecord,
      failureSchema,
    ]),
  },
  /** Seals a signed review, unless a sealed record says all that it does. */
  'record.seal': {
    input: z.strictObject({
      id: reviewId,
      revision: z.int(),
      /** Paper of the record; the one that was used last when left out. */
      paper: paperSchema.optional(),
      job: jobId.optional(),
    }),
    output: z.discriminatedUnion('kind', [sealedRecord, needsCertificates, stale, cancelled, failureSchema]),
  },
} as const;
