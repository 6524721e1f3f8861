import type { Signer } from '#main/certificates/signer.ts';
import { FailureError } from '#main/files/failure.ts';
import { sha256 } from '#main/files/hash.ts';
import type { OwnKeys } from '#main/seal/own-keys.ts';
import type { SealJob } from '#main/seal/sealed-record.ts';
import type { WorkbookKeys } from '#main/seal/workbook-keys.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import type { SealedPair, SealedRecords } from '#main/store/sealed-records.ts';
import type { SealedJob } from '#main/verify/check-sealed.ts';
import type { Answer, Paper } from '#shared/contract/contract.ts';
import { exposureText, replacementText } from '#shared/contract/key-words.ts';
import { uncounted } from '#shared/contract/work-step.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { closingProblem, type SealedSignature, sealedSignatures } from '#shared/kinds/sign-off/closing.ts';
import { sealKindOf } from '#shared/kinds/sign-off/sign-off.ts';
import type { RecordLength } from '#shared/record/model.ts';
import { type ApiContext, remember } from './context.ts';
import type { CancellableJob, Job } from './jobs.ts';
import { isClosed, sealState } from './sealed-state.ts';

type Sealing = Extract<Answer<'record.seal'>, { kind: 'sealed' | 'needs-certificates' }>;
type Needs = Extract<Sealing, { kind: 'needs-certificates' }>;

/**
 * Seals a closed review: its record as it is now, then one digital signature for each approver who
 * signed, in their order, objections too; the short record at the same moment. Nothing is sealed unless everybody's key
 * is there.
 * @throws {FailureError} when the review is not closed, or the disk refuses.
 */
export async function sealReview(
  context: ApiContext,
  ownKeys: OwnKeys,
  review: OpenReview,
  chosen: Paper | undefined,
  job: CancellableJob,
): Promise<Sealing> {
  const { sealed, work, settings } = context;
  const { document, contentSha256 } = review;
  if (!isClosed(review)) {
    throw new FailureError(
      'invalid',
      'This review is not closed, so it cannot be sealed yet. Close it on its sign-off page.',
    );
  }
  const problem = closingProblem(document, review.template.template, contentSha256);
  if (problem) throw new FailureError('invalid', problem);
  const before = await sealState(context, review, job);
  if (before.kind === 'sealed' && !before.isBehind) return before;

  const signatures = sealedSignatures(document, contentSha256);
  const needs = neededCertificates(ownKeys, review);
  if (needs) return needs;
  const own = new Map(
    withOwnCertificate(review).map((signature) => [signature, ownSigner(ownKeys, document.id, signature)]),
  );
  const { keys, notes } = await workbookKeys(context);
  const exposedAt = await context.keys.untoldExposure();
  const foreign = await context.signedElsewhere.among(signatures);
  const seals = signatures.map((signature) => ({
    signature,
    own: own.get(signature) ?? null,
    isFromElsewhere: foreign.has(signature),
  }));
  await refuseUnfit(ownKeys, document.id, { seals, keys });
  if (chosen) await remember(context, { paper: chosen });
  const { paper } = settings.data;
  const make = async (length: RecordLength) => {
    const bytes = await work.seal({ review, paper, length, seals, keys }, job);
    await checkMade(work, { bytes, document, contentSha256 }, job);
    return bytes;
  };
  const pair = { full: await make('full'), short: await make('short') };
  job.commit();
  job.onStep(uncounted('write'));
  await sealed.keep(document.id, contentSha256, pair);
  for (const { approver } of signatures) ownKeys.forget(document.id, approver);
  await checkKept(sealed, { review: document.id, contentSha256 }, pair);
  if (exposedAt !== null) {
    await context.keys.exposureTold().catch((error: unknown) => context.log.error('It will be told again', error));
  }
  return {
    kind: 'sealed',
    savedAt: review.savedAt,
    paper,
    signatures: signatures.map((signature) => ({ name: signature.name, kind: sealKindOf(document, signature) })),
    isBehind: false,
    hasShort: true,
    notes: [...notes, ...(exposedAt === null ? [] : [exposureText(exposedAt, ' on the page Keys')])],
  };
}

/** A seal is told of only after both files were read back. */
async function checkKept(
  sealed: SealedRecords,
  { review, contentSha256 }: { readonly review: string; readonly contentSha256: string },
  { full, short }: SealedPair,
): Promise<void> {
  const kept = await sealed.latest(review, contentSha256);
  const keptShort = await sealed.latestShort(review, contentSha256);
  if (kept && keptShort && Buffer.compare(kept, full) === 0 && Buffer.compare(keptShort, short) === 0) return;
  throw new FailureError(
    'io',
    'The sealed record reads back otherwise than it was written. Check the disk, then seal again.',
  );
}

/** How the sealed record stands, or whose certificates it waits for: unless it is sealed where the review came from. */
export async function sealStateHere(
  context: ApiContext,
  ownKeys: OwnKeys,
  review: OpenReview,
): Promise<Answer<'seal.state'>> {
  const state = await sealState(context, review);
  const needs = state.kind === 'unsealed' ? neededCertificates(ownKeys, review) : null;
  if (!needs) return state;
  const signatures = sealedSignatures(review.document, review.contentSha256);
  const foreign = await context.signedElsewhere.among(signatures);
  return foreign.size === signatures.length ? state : needs;
}

/** Whose own certificates have to be chosen again before the record can be sealed; null for nobody's. */
function neededCertificates(ownKeys: OwnKeys, review: OpenReview): Needs | null {
  const absent = withOwnCertificate(review).filter(({ approver }) => ownKeys.of(review.document.id, approver) === null);
  if (absent.length === 0) return null;
  return { kind: 'needs-certificates', approvers: absent.map(({ approver, name }) => ({ id: approver, name })) };
}

function withOwnCertificate({ document, contentSha256 }: OpenReview): readonly SealedSignature[] {
  return sealedSignatures(document, contentSha256).filter(
    (signature) => sealKindOf(document, signature) === 'own-certificate',
  );
}

/** Refuses before anything is made; a certificate that cannot be used is not held any longer, so that another way opens. */
async function refuseUnfit(ownKeys: OwnKeys, review: string, job: Pick<SealJob, 'seals' | 'keys'>): Promise<void> {
  const { unfitSeal } = await import('#main/seal/fit-to-seal.ts');
  const unfit = unfitSeal(job);
  if (!unfit) return;
  if (unfit.approver !== null) ownKeys.forget(review, unfit.approver);
  throw new FailureError('invalid', unfit.message);
}

/** Nothing is kept of which a check would say later that it was damaged. */
async function checkMade(work: ApiContext['work'], made: SealedJob, job: Job): Promise<void> {
  const check = await work.checkSealed(made, job);
  if (check.kind === 'sound' && check.notes.length === 0) return;
  throw new FailureError(
    'unsupported',
    'The record was sealed, but its seals did not hold when they were checked, so it was not kept. If an approver has an own certificate, let the workbook witness instead; otherwise renew the workbook’s keys.',
  );
}

/** The workbook's keys, and what the person has to know when they are not the ones used before. */
async function workbookKeys({
  keys: store,
}: Pick<ApiContext, 'keys'>): Promise<{ readonly keys: WorkbookKeys; readonly notes: readonly string[] }> {
  const { keys, origin } = await store.open();
  return { keys, notes: origin === 'replaced' && keys.replaced ? [replacementText(keys.replaced)] : [] };
}

function ownSigner(ownKeys: OwnKeys, review: string, { approver, name, certificate }: Signature): Signer {
  const signer = ownKeys.of(review, approver);
  if (!signer || sha256(signer.certificate) !== certificate?.sha256) {
    throw new FailureError(
      'invalid',
      `${name} signed with another certificate than the one chosen now. Choose the same one: ${certificate?.subject ?? ''}.`,
    );
  }
  return signer;
}
