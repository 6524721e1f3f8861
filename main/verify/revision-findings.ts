import type { PdfFile } from '#main/pdf/pdf-file.ts';
import { PdfDamage } from '#main/pdf/pdf-values.ts';
import type { Finding } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { unsealedPart } from './file-parts.ts';
import { finding } from './finding.ts';
import { moreThanSignature } from './revisions.ts';
import { sealShapeProblem } from './seal-shape.ts';

/** Each revision of a record from the first seal on may only add a seal, and each seal has its one shape. */
export function revisionFindings(file: PdfFile, seals: readonly ExaminedSignature[]): readonly Finding[] {
  const ends = seals.map(({ coverage }) => coverage).filter(({ endsRevision }) => endsRevision);
  const revisions = [unsealedPart(file, seals), ...ends.map(({ end }) => file.upTo(end))];
  const first = seals.length - revisions.length + 2;
  return revisions.slice(1).flatMap((after, index) => {
    const before = revisions[index];
    if (!before) return [];
    const number = first + index;
    const more = problemOf(() => moreThanSignature(before, after));
    const shape = problemOf(() => sealShapeProblem(before, after));
    return [
      ...(more === null ? [] : [finding('changed-between', number, more)]),
      ...(shape === null ? [] : [finding('seal-shape', number, shape)]),
    ];
  });
}

function problemOf(look: () => string | null): string | null {
  try {
    return look();
  } catch (error) {
    if (error instanceof PdfDamage) return error.message;
    throw error;
  }
}
