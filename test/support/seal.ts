import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildRecord } from '#shared/record/build.ts';
import { renderPdf } from '../../main/record/pdf.ts';
import { loadPdfFonts } from '../../main/record/pdf-fonts.ts';
import { authorityCertificate, signingCertificate } from '../../main/seal/certificate.ts';
import { sealPdf } from '../../main/seal/seal-pdf.ts';
import type { SealKind, Signer } from '../../main/seal/signer.ts';
import { contentSha256 } from '../../main/store/hash.ts';
import { smallReview, smallTemplate } from './small-review.ts';

const SINCE = new Date('2026-01-01T00:00:00Z');

/** A signer whose authority and key exist for one test only. */
export function throwAwaySigner(commonName: string, kind: SealKind = 'witnessed'): Signer {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityDer = authorityCertificate(
    { commonName: `Authority of ${commonName}` },
    authority.privateKey,
    authority.publicKey,
    SINCE,
  );
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = signingCertificate(
    { commonName },
    createPublicKey(privateKey),
    { certificate: authorityDer, key: authority.privateKey },
    SINCE,
  );
  return { kind, certificate, chain: [authorityDer], key: privateKey };
}

/** An unsealed record of a small review. */
export async function unsealedRecord(): Promise<Uint8Array> {
  const review = smallReview();
  const record = buildRecord(review, smallTemplate, {
    contentSha256: contentSha256(review),
    revision: 1,
    savedAt: '2026-01-05T00:00:00Z',
  });
  return renderPdf(record, await loadPdfFonts(resolve('.')));
}

/** A record with its seals in order, and every revision on the way, the unsealed one first. */
export async function sealedRevisions(names: readonly string[]): Promise<readonly Uint8Array[]> {
  const revisions = [await unsealedRecord()];
  for (const [index, name] of names.entries()) {
    const sealed = await sealPdf(revisions.at(-1) ?? new Uint8Array(), {
      signer: throwAwaySigner(name),
      name,
      reason: `Approved. Signature ${index + 1} of ${names.length}, by ${name}`,
      signedAt: `2026-01-05T0${index}:00:00Z`,
      fieldName: `approver-${index + 1}`,
    });
    revisions.push(sealed);
  }
  return revisions;
}

/** Runs a checker on a file with these bytes; gives its whole output, whatever its exit status. */
export function check(folder: string, bytes: Uint8Array, command: string, ...options: readonly string[]): string {
  const file = join(folder, 'record.pdf');
  writeFileSync(file, bytes);
  try {
    return execFileSync(command, [...options, file], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error && (error.stdout || error.stderr)) {
      return `${error.stdout}${error.stderr}`;
    }
    throw error;
  }
}
