import { type CertificateFacts, certificateFacts, fingerprintsOf } from '#main/certificates/certificate-facts.ts';
import { type CmsResult, checkCms } from '#main/certificates/check-cms.ts';
import { isWitnessName } from '#main/certificates/witness-name.ts';
import { sha256 } from '#main/files/hash.ts';
import { entryOf, type PdfFile } from '#main/pdf/pdf-file.ts';
import { asKind, nameOf } from '#main/pdf/pdf-values.ts';
import type { CheckedSignature } from '#shared/verify/verify.ts';
import {
  type Coverage,
  coverageOf,
  type FoundSignature,
  isOpenEnded,
  signatureDer,
  signedParts,
} from './signatures.ts';

/** Forms of signatures that are checked (ISO 32000-2, 12.8.3). */
const CHECKED_FORMS: ReadonlySet<string> = new Set(['ETSI.CAdES.detached', 'adbe.pkcs7.detached']);

/** A signature with everything that was found out about it. */
export interface ExaminedSignature {
  readonly checked: CheckedSignature;
  readonly coverage: Coverage;
  /** SHA-256 of certificate and key of the signer and of each issuer that came along; empty unless valid. */
  readonly fingerprints: ReadonlySet<string>;
  /** Content that the seal says it was given for; null when it does not say. */
  readonly contentSha256: string | null;
  readonly isDatedOutside: boolean;
}

/** Checks one signature by itself. @param known fingerprints of keys and certificates that are trusted. */
export function examineSignature(
  file: PdfFile,
  found: FoundSignature,
  number: number,
  known: ReadonlySet<string>,
): ExaminedSignature {
  const coverage = coverageOf(file, found);
  const result = cmsOf(file, found, coverage);
  const certificate = result.certificate && certificateFacts(result.certificate);
  const valid = result.state === 'valid' ? [result.certificate, ...result.chain] : [];
  const fingerprints = new Set(valid.flatMap(({ raw }) => fingerprintsOf(raw)));
  const signedAt = instantOf(found.date);
  const subject = certificate?.subject ?? '';
  const kind = kindOf(file, found, subject);
  return {
    coverage,
    fingerprints,
    contentSha256: statedContent(file, found),
    isDatedOutside: certificate !== null && signedAt !== null && !isWithin(signedAt, certificate),
    checked: {
      number,
      name: found.name || subject,
      reason: found.reason,
      signedAt,
      kind,
      state:
        result.state === 'valid' && kind !== 'other' && !vouchesForIssuers(file, found, result)
          ? 'broken'
          : result.state,
      coversRevision: coverage.endsRevision,
      coversDocument: coverage.endsRevision && coverage.end === file.bytes.length,
      isKnown: [...fingerprints].some((fingerprint) => known.has(fingerprint)),
      certificate,
    },
  };
}

function cmsOf(file: PdfFile, found: FoundSignature, { whole }: Coverage): CmsResult {
  if (!CHECKED_FORMS.has(found.subFilter)) return { state: 'unchecked', certificate: null };
  if (!whole) return BROKEN;
  const isSeal = statedKind(file, found) !== null;
  const der = signatureDer(file, found);
  if (der) return checkCms(der, signedParts(file, found), { subFilter: found.subFilter, isSeal });
  return isOpenEnded(found) && !isSeal ? { state: 'unchecked', certificate: null } : BROKEN;
}

const BROKEN = { state: 'broken', certificate: null } as const;

/** A workbook's certificate says so itself; a seal that claims more than its certificate is not believed. */
function kindOf(file: PdfFile, found: FoundSignature, subject: string): CheckedSignature['kind'] {
  const stated = statedKind(file, found);
  if (stated === 'witnessed' || isWitnessName(subject)) return 'witnessed';
  return stated === 'own-certificate' ? 'own-certificate' : 'other';
}

/** A CMS does not sign the certificates of issuers, so a root or the seal itself has to. */
function vouchesForIssuers(
  file: PdfFile,
  { dictionary }: FoundSignature,
  { chain, hasRoot }: Extract<CmsResult, { state: 'valid' }>,
): boolean {
  const stated = asKind(entryOf(file, dictionary, 'GWRK_Issuers'), 'array')?.items ?? [];
  const named = new Set(stated.map((item) => Buffer.from(asKind(item, 'string')?.bytes ?? []).toString('hex')));
  return hasRoot || chain.every(({ raw }) => named.has(sha256(raw)));
}

/** What Groundwork notes in its seals; null for signatures of other programs. */
function statedKind(file: PdfFile, { dictionary }: FoundSignature): string | null {
  return nameOf(entryOf(file, dictionary, 'GWRK_Kind'));
}

function statedContent(file: PdfFile, { dictionary }: FoundSignature): string | null {
  const value = asKind(entryOf(file, dictionary, 'GWRK_ContentSHA256'), 'string');
  return value ? Buffer.from(value.bytes).toString('hex') : null;
}

/** A PDF date as ISO 8601 in UTC; null for anything else. */
function instantOf(date: string): string | null {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-])(\d\d)'?(\d\d)'?)?/.exec(date);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second, sign = '+', hours = '00', minutes = '00'] = parts;
  const moment = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
}

function isWithin(instant: string, { validFrom, validTo }: CertificateFacts): boolean {
  const at = Date.parse(instant);
  return at >= Date.parse(validFrom) && at <= Date.parse(validTo);
}
