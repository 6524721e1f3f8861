import { X509Certificate } from 'node:crypto';
import { FailureError } from '#main/files/failure.ts';
import { visibleText } from '#main/record/words/visible.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import { sealReview, sealStateHere } from '#main/reviews/seal-record.ts';
import { sealLane } from '#main/reviews/sealed-state.ts';
import { OwnKeys } from '#main/seal/own-keys.ts';
import { stale } from '#main/store/review-writer.ts';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import type { Api } from '#shared/contract/contract.ts';
import { countingSignatures } from '#shared/kinds/sign-off/sign-off.ts';

/** The calls that seal signed reviews. What makes certificates is large, so it is loaded at the first use. */
export function sealCalls(context: ApiContext) {
  const { store, exports, jobs, now } = context;
  const ownKeys = new OwnKeys();
  return {
    'certificate.read': async ({ id, approver, file, passphrase }) => {
      const { document, contentSha256 } = await store.open(id);
      if (!document.signOff.approvers.some((entry) => entry.id === approver)) {
        throw new FailureError(
          'not-found',
          'This approver is not on the list any more. Close the dialog and look at the list again.',
        );
      }
      const [{ readOwnCertificate }, { certificateFacts }] = await Promise.all([
        import('#main/seal/own-certificate.ts'),
        import('#main/certificates/certificate-facts.ts'),
      ]);
      const given = countingSignatures(document, contentSha256).find((signature) => signature.approver === approver);
      // Who signed with it already and chooses it again, signs as of then.
      const at = (sha256: string) => (given?.certificate?.sha256 === sha256 ? new Date(given.signedAt) : now());
      const signer = await readOwnCertificate(Buffer.from(file, 'base64'), passphrase, at);
      const facts = certificateFacts(new X509Certificate(signer.certificate));
      if (!facts)
        throw new FailureError('damaged', 'The certificate in this file cannot be read. Ask its issuer for a new one.');
      const { subject, issuer, sha256, validFrom, validTo } = facts;
      ownKeys.hold(id, approver, signer);
      const certificate = { subject: line(subject), issuer: line(issuer), sha256 };
      return { kind: 'certificate', certificate, validFrom, validTo };
    },
    'certificate.forget': async ({ id, approver }) => {
      ownKeys.forget(id, approver);
      return { kind: 'forgotten' };
    },
    'seal.state': async ({ id }) => sealStateHere(context, ownKeys, await store.open(id)),
    'record.seal': ({ id, revision, paper, job: jobId }) =>
      jobs.cancellable(jobId, (job) =>
        // One after the other for a review; closing waits for them.
        exports.run(sealLane(id), async () => {
          const review = await store.open(id);
          if (review.revision !== revision) return stale(review);
          return sealReview(context, ownKeys, review, paper, job);
        }),
      ),
  } satisfies Partial<Api>;
}

/** A name from a certificate as a document takes it, with what is hidden in it or turns what follows spelled out. */
function line(text: string): string {
  return visibleText(text)
    .replace(/[\n\t]/g, ' ')
    .slice(0, LINE_LIMIT)
    .toWellFormed();
}
