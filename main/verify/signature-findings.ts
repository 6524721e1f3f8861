import type { Finding } from '#shared/verify/verify.ts';
import type { ExaminedSignature } from './check-signature.ts';
import { finding } from './finding.ts';
import { isSameName } from './same-name.ts';

/** What each signature says by itself. @param knownOnly whether only known keys count, so that names have to be certified. */
export function signatureFindings(signatures: readonly ExaminedSignature[], knownOnly: boolean): readonly Finding[] {
  return signatures.flatMap((signature) => findingsOf(signature, knownOnly));
}

function findingsOf(signature: ExaminedSignature, knownOnly: boolean): readonly Finding[] {
  const { checked, reason, unfit, isDatedOutside } = signature;
  const { number, state, coversRevision, isKnown } = checked;
  return [
    ...(state === 'broken' ? [finding('signature-broken', number)] : []),
    ...(state === 'unchecked' ? [finding('signature-unchecked', number, reason)] : []),
    ...(coversRevision || state === 'unchecked' ? [] : [finding('signature-partial', number)]),
    ...(unfit ? [finding('certificate-unfit', number, unfit.text)] : []),
    ...(isDatedOutside ? [finding('outside-validity', number)] : []),
    ...nameFindings(signature, knownOnly),
    ...(state === 'valid' && !isKnown ? [finding('signer-unknown', number)] : []),
  ];
}

/** A workbook states whose sign-off it recorded; of everybody else the certificate says who signed. */
function nameFindings({ checked, found }: ExaminedSignature, knownOnly: boolean): readonly Finding[] {
  const { number, kind, state, certificate } = checked;
  const isCertified =
    kind === 'witnessed' ||
    state !== 'valid' ||
    found.name === '' ||
    isSameName(found.name, certificate?.subject ?? '');
  return isCertified ? [] : [finding(knownOnly ? 'name-not-certified' : 'name-differs', number, found.name)];
}
