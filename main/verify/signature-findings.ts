import { openPdf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';
import type { WorkBudget } from '#main/pdf/work-budget.ts';
import type { Finding } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import type { EmbeddedReview } from './embedded-review.ts';
import { finding } from './finding.ts';
import { moreThanSignature } from './revisions.ts';
import { traces } from './signatures.ts';

/** What the signatures of a file say about it, and what was added beside them. */
export function signatureFindings(
  file: PdfFile,
  signatures: readonly ExaminedSignature[],
  budget: WorkBudget,
  embedded: EmbeddedReview,
): readonly Finding[] {
  const last = signatures.at(-1)?.checked;
  return [
    ...signatures.flatMap(findingsOf),
    ...(last?.coversRevision && !last.coversDocument ? [finding('added-after-last')] : []),
    ...(traces(file.bytes) > signatures.length ? [finding('signature-hidden')] : []),
    ...(signatures.length === 0 ? [finding('no-signature')] : []),
    ...revisionFindings(file, signatures, budget, embedded),
  ];
}

function findingsOf({ checked, isDatedOutside }: ExaminedSignature): readonly Finding[] {
  const { number, state, coversRevision, isKnown } = checked;
  const found: readonly (readonly [boolean, Finding['code']])[] = [
    [state === 'broken', 'signature-broken'],
    [state === 'unchecked', 'signature-unchecked'],
    [!coversRevision, 'signature-partial'],
    [isDatedOutside, 'outside-validity'],
    [state === 'valid' && !isKnown, 'signer-unknown'],
  ];
  return found.flatMap(([applies, code]) => (applies ? [finding(code, number)] : []));
}

/** Each revision behind the first signature, and in a record the first one too, may only add a signature. */
function revisionFindings(
  file: PdfFile,
  signatures: readonly ExaminedSignature[],
  budget: WorkBudget,
  embedded: EmbeddedReview,
): readonly Finding[] {
  const ends = signatures.map(({ coverage }) => coverage).filter(({ endsRevision }) => endsRevision);
  const unsealed = embedded.kind === 'absent' ? [] : [unsealedPart(file, signatures, budget)];
  const revisions = [...unsealed, ...ends.map(({ end }) => partOf(file, end, budget))];
  const first = signatures.length - revisions.length + 2;
  return revisions.slice(1).flatMap((after, index) => {
    const before = revisions[index];
    const problem = before ? changeBetween(before, after) : null;
    return problem === null ? [] : [finding('changed-between', first + index, problem)];
  });
}

function changeBetween(before: PdfFile, after: PdfFile): string | null {
  try {
    return moreThanSignature(before, after);
  } catch (error) {
    if (error instanceof PdfDamage) return error.message;
    throw error;
  }
}

/** Earlier states of files that were opened already: each is looked at several times. */
const opened = new WeakMap<PdfFile, Map<number, PdfFile>>();

function partOf(file: PdfFile, end: number, budget: WorkBudget): PdfFile {
  if (end === file.bytes.length) return file;
  const parts = opened.get(file) ?? new Map<number, PdfFile>();
  opened.set(file, parts);
  const part = parts.get(end) ?? openPdf(file.bytes.subarray(0, end), budget);
  parts.set(end, part);
  return part;
}

/** The file as it was before the first signature; the file itself when that cannot be told. */
export function unsealedPart(file: PdfFile, signatures: readonly ExaminedSignature[], budget: WorkBudget): PdfFile {
  const first = signatures[0]?.coverage;
  if (!first?.endsRevision) return file;
  const signed = partOf(file, first.end, budget);
  const before = signed.sections[1];
  if (!before) return signed;
  const marker = Buffer.from(file.bytes.buffer, file.bytes.byteOffset, first.end).indexOf('%%EOF', before.offset);
  if (marker < 0) return signed;
  const rest = Buffer.from(file.bytes.subarray(marker + 5, marker + 7)).toString('latin1');
  const lineEnd = /^(\r\n|\r|\n)/.exec(rest)?.[0].length ?? 0;
  return partOf(file, marker + 5 + lineEnd, budget);
}
