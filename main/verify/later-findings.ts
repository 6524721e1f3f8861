import type { PdfFile } from '#main/pdf/pdf-file.ts';
import type { CheckedSignature, Finding } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { finding } from './finding.ts';
import { type LaterChange, laterChange } from './later-changes.ts';

/** What was added to a record behind its last seal: whatever it is, it is not part of the record. */
export function addedToRecord(sealed: PdfFile, file: PdfFile): readonly Finding[] {
  const change = laterChange(sealed, file);
  switch (change.effect) {
    case 'nothing':
      return [];
    case 'content':
      return [finding('added-after-last', null, `It is ${change.what.join(', ')}.`)];
    case 'unseen':
    case 'shown': {
      const count = file.bytes.length - sealed.bytes.length;
      const bytes = count === 1 ? 'one byte was' : `${count} bytes were`;
      return [finding('added-later', null, `${capital(bytes)} added later: ${sentence(change)}`)];
    }
  }
}

/** For each signature of a file that is no record, what was added after it. */
export function laterFindings(
  file: PdfFile,
  signatures: readonly ExaminedSignature[],
): { readonly findings: readonly Finding[]; readonly later: ReadonlyMap<number, CheckedSignature['later']> } {
  const findings: Finding[] = [];
  const later = new Map<number, CheckedSignature['later']>();
  for (const { checked, coverage } of signatures) {
    if (!coverage.endsRevision) continue;
    const { number } = checked;
    const change = laterChange(file.upTo(coverage.end), file);
    later.set(number, change.effect);
    if (change.effect === 'content')
      findings.push(finding('changed-between', number, `It is ${change.what.join(', ')}.`));
    if (change.effect === 'shown') findings.push(finding('added-later', number, `was added: ${sentence(change)}`));
    if (change.effect === 'unseen') findings.push(finding('added-unseen', number, `was added: ${sentence(change)}`));
  }
  return { findings, later };
}

function sentence({ effect, what }: LaterChange): string {
  const named = what.join(', ');
  return effect === 'shown' ? `${named}. It can change what is seen.` : `${named}. It changes nothing that is seen.`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
