import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { rootCertificate, signingCertificate } from '#main/certificates/certificate.ts';
import type { SealKind, Signer } from '#main/certificates/signer.ts';
import { sealPdf } from '#main/seal/seal-pdf.ts';
import { type Tool, tool } from './tools.ts';

const SINCE = new Date('2026-01-01T00:00:00Z');

/** A signer whose authority and key exist for one test only. */
export function throwAwaySigner(commonName: string, kind: SealKind = 'witnessed'): Signer {
  const authority = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const authorityDer = rootCertificate({ commonName: `Authority of ${commonName}` }, authority.privateKey, SINCE);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const certificate = signingCertificate(
    { commonName },
    createPublicKey(privateKey),
    { certificate: authorityDer, key: authority.privateKey },
    { notBefore: SINCE },
  );
  return { kind, certificate, chain: [authorityDer], key: privateKey };
}

/** How a file states where its objects are: records were once made with tables. */
export type ReferenceForm = 'stream' | 'table';

/** A file as records are: pages, a link, data inside. */
export async function unsealedRecord(form: ReferenceForm = 'stream', pages = 3): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  document.setTitle('Decision record');
  for (let number = 1; number <= pages; number++) {
    const page = document.addPage([595, 842]);
    page.drawText(`Page ${number}`, { x: 50, y: 780 });
    if (number > 1) continue;
    const link = document.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [50, 700, 150, 720], F: 4 });
    page.node.set(PDFName.of('Annots'), document.context.obj([document.context.register(link)]));
  }
  await document.attach(Buffer.from('{"a":1}'), 'review.groundwork.json', { mimeType: 'application/json' });
  return document.save({ useObjectStreams: form === 'stream' });
}

/** A record with its seals in order, and every revision on the way, the unsealed one first. */
export async function sealedRevisions(
  names: readonly string[],
  form: ReferenceForm = 'stream',
): Promise<readonly Uint8Array[]> {
  const revisions = [await unsealedRecord(form)];
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
export function check(folder: string, bytes: Uint8Array, checker: Tool, ...options: readonly string[]): string {
  const file = join(folder, 'record.pdf');
  writeFileSync(file, bytes);
  try {
    return tool(checker, ...options, file).toString();
  } catch (error) {
    if (error instanceof Error && 'stdout' in error && 'stderr' in error && (error.stdout || error.stderr)) {
      return `${error.stdout}${error.stderr}`;
    }
    throw error;
  }
}
