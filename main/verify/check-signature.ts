import type { X509Certificate } from 'node:crypto';
import { certificateFacts, fingerprintsOf } from '#main/certificates/certificate-facts.ts';
import { type CertificateProblem, certificateProblem } from '#main/certificates/certificate-rules.ts';
import { type CmsMaker, type CmsResult, checkCms } from '#main/certificates/check-cms.ts';
import { isOfWorkbook } from '#main/certificates/workbook-mark.ts';
import { sha256 } from '#main/files/hash.ts';
import { instantOf } from '#main/pdf/pdf-date.ts';
import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { asKind, nameOf } from '#main/pdf/pdf-values.ts';
import { COST } from '#main/pdf/work-budget.ts';
import type { CheckedSignature } from '#shared/verify/verify.ts';
import { type Coverage, coverageOf, type FoundSignature, signatureRoom, signedParts } from './signatures.ts';

/** Forms of signatures that are checked (ISO 32000-2, 12.8.3). */
const CHECKED_FORMS: ReadonlySet<string> = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);

/** A signature with everything that was found out about it by itself. */
export interface ExaminedSignature {
  readonly checked: CheckedSignature;
  readonly coverage: Coverage;
  readonly found: FoundSignature;
  /** Kind that the signature itself states; null for those of other programs. */
  readonly statedKind: string | null;
  /** SHA-256 of certificate and key of the signer and of each issuer that came along; empty unless valid. */
  readonly fingerprints: ReadonlySet<string>;
  /** Content that the seal says it was given for; null when it does not say. */
  readonly contentSha256: string | null;
  /** Why its certificate may not sign; null when it may, or the signature is not valid. */
  readonly unfit: CertificateProblem | null;
  /** Whether it is older than the key of an earlier version, which is no fault of its signer. */
  readonly isDatedOutside: boolean;
  /** Why it was not checked, or is not valid; empty when it is. */
  readonly reason: string;
}

/** Checks one signature by itself. @param known fingerprints of keys and certificates that are trusted. */
export function examineSignature(
  file: PdfFile,
  found: FoundSignature,
  number: number,
  known: ReadonlySet<string>,
): ExaminedSignature {
  const statedKind = nameOf(entryOf(file, found.dictionary, 'GWRK_Kind'));
  const maker = makerOf(file, found, statedKind);
  const coverage = coverageOf(file, found, maker === 'other');
  const result = withIssuers(file, found, maker, cmsOf(file, found, maker, coverage));
  const certificate = result.certificate && certificateFacts(result.certificate);
  const valid = result.state === 'valid' ? [result.certificate, ...result.chain] : [];
  const fingerprints = new Set(valid.flatMap(({ raw }) => fingerprintsOf(raw)));
  const signedAt = instantOf(found.date);
  const subject = certificate?.subject ?? '';
  const kind = kindOf(statedKind, result);
  const problem = unfitness(valid, signedAt);
  const isDatedOutside = problem !== null && isBeforeOldKey(problem, maker, kind);
  return {
    coverage,
    found,
    statedKind,
    fingerprints,
    contentSha256: statedContent(file, found),
    unfit: isDatedOutside ? null : problem,
    isDatedOutside,
    reason: result.state === 'valid' ? '' : result.reason,
    checked: {
      number,
      name: kind === 'witnessed' ? found.name || subject : subject || found.name,
      reason: found.reason,
      signedAt,
      kind,
      state: result.state,
      later: 'nothing',
      coversRevision: coverage.endsRevision,
      coversDocument: coverage.endsRevision && coverage.end === file.bytes.length,
      isKnown: [...fingerprints].some((fingerprint) => known.has(fingerprint)),
      certificate,
    },
  };
}

/** Seals of versions up to 0.3.0 do not state their form. */
function makerOf(file: PdfFile, { dictionary }: FoundSignature, statedKind: string | null): CmsMaker {
  if (statedKind === null) return 'other';
  return entryOf(file, dictionary, 'GWRK_Form') === null ? 'old-seal' : 'seal';
}

function cmsOf(file: PdfFile, found: FoundSignature, maker: CmsMaker, { whole }: Coverage): CmsResult {
  if (!CHECKED_FORMS.has(found.subFilter)) {
    const reason = found.subFilter === 'ETSI.RFC3161' ? 'It is a time stamp.' : 'It is of another kind.';
    return { state: 'unchecked', certificate: null, reason };
  }
  if (!whole) return broken('It leaves out a part of the file.');
  const room = signatureRoom(file, found, maker === 'other');
  if (!room) return broken('Its room holds something else.');
  file.budget.read((room.findLastIndex(Boolean) + 1) * COST.signature);
  return checkCms(room, signedParts(file, found), { subFilter: found.subFilter, maker });
}

function broken(reason: string): CmsResult {
  return { state: 'broken', certificate: null, reason };
}

/** A CMS does not sign the certificates of issuers, so the seal itself has to name each that travels, in their order. */
function withIssuers(file: PdfFile, { dictionary }: FoundSignature, maker: CmsMaker, result: CmsResult): CmsResult {
  if (result.state !== 'valid' || maker === 'other') return result;
  const stated = asKind(entryOf(file, dictionary, 'GWRK_Issuers'), 'array')?.items ?? [];
  const named = stated.map((item) => Buffer.from(asKind(item, 'string')?.bytes ?? []).toString('hex'));
  const areAll = named.length === result.chain.length && result.chain.every(({ raw }, at) => named[at] === sha256(raw));
  return areAll ? result : { ...broken('Its issuers are not those that it names.'), certificate: result.certificate };
}

/** What is issued by a workbook's authority is a workbook's, whatever a seal claims. */
function kindOf(stated: string | null, result: CmsResult): CheckedSignature['kind'] {
  const certificates = result.state === 'valid' ? [result.certificate, ...result.chain] : [result.certificate];
  const isWorkbooks = certificates.some((certificate) => certificate !== null && isOfWorkbook(certificate.raw));
  if (stated === 'witnessed' || isWorkbooks) return 'witnessed';
  return stated === 'own-certificate' ? 'own-certificate' : 'other';
}

function unfitness(
  [certificate, ...chain]: readonly X509Certificate[],
  signedAt: string | null,
): CertificateProblem | null {
  if (!certificate) return null;
  try {
    return certificateProblem(
      certificate.raw,
      chain.map(({ raw }) => raw),
      signedAt === null ? null : new Date(signedAt),
    );
  } catch {
    return { kind: 'chain', text: 'cannot be read.' };
  }
}

/** Workbooks of up to 0.3.0 made their keys at the first seal, and dated them so: signatures may be older than these. */
function isBeforeOldKey({ kind }: CertificateProblem, maker: CmsMaker, signer: CheckedSignature['kind']): boolean {
  return kind === 'not-yet' && maker === 'old-seal' && signer === 'witnessed';
}

function statedContent(file: PdfFile, { dictionary }: FoundSignature): string | null {
  const value = asKind(entryOf(file, dictionary, 'GWRK_ContentSHA256'), 'string');
  return value ? Buffer.from(value.bytes).toString('hex') : null;
}
