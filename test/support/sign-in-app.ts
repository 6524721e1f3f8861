import type { Client } from '#shared/contract/contract.ts';
import { createForTests, openedReview } from './review-calls.ts';

interface SignatureParts {
  /** Some fixed moment unless said otherwise; now for those with a certificate, which tests make now. */
  readonly signedAt?: string;
  readonly certificate?: { readonly subject: string; readonly issuer: string; readonly sha256: string };
}

/** A stored review with approvers who have not signed; ids are `approver-1` and so on. */
export async function reviewToSign(workbook: { readonly api: Client }, names: readonly string[]): Promise<string> {
  const { document, revision } = await createForTests(workbook);
  const approvers = names.map((name, index) => ({ id: `approver-${index + 1}`, name, role: 'Lead' }));
  const changed = { ...document, signOff: { approvers, signatures: [] } };
  const saved = await workbook.api['review.save']({ baseRevision: revision, document: changed });
  if (saved.kind !== 'saved') throw new Error(`Not saved: ${saved.kind}`);
  return document.id;
}

/** Signs as one approver, the way the editor does; gives the revision that is on disk then. */
export async function signAs(
  workbook: { readonly api: Client },
  id: string,
  number: number,
  parts: SignatureParts = {},
): Promise<number> {
  const { document, revision, contentSha256 } = await openedReview(workbook, id);
  const approver = document.signOff.approvers[number - 1];
  if (!approver) throw new Error(`No approver ${number}`);
  const signature = {
    id: `signature-${document.signOff.signatures.length + 1}`,
    approver: approver.id,
    name: approver.name,
    role: approver.role,
    verdict: 'approve',
    comment: '',
    typedName: approver.name,
    drawing: [],
    signedAt: parts.certificate ? new Date().toISOString() : `2026-01-05T0${number}:00:00Z`,
    contentSha256,
    ...parts,
  } as const;
  const signOff = { ...document.signOff, signatures: [...document.signOff.signatures, signature] };
  const saved = await workbook.api['review.save']({ baseRevision: revision, document: { ...document, signOff } });
  if (saved.kind !== 'saved') throw new Error(`Not saved: ${saved.kind}`);
  return saved.revision;
}
