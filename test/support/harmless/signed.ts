import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as asn1js from 'asn1js';
import { Attribute, ContentInfo, SignedAndUnsignedAttributes, SignedData } from 'pkijs';
import { OID } from '#main/certificates/oid.ts';
import { pdfInstant } from '#main/pdf/pdf-date.ts';
import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { newIssuer, personSigner } from '../attacks/attack-base.ts';
import { type Forgery, forgedSeal } from '../attacks/forged-seal.ts';
import { foreignPdf, rewritten } from '../foreign-pdf.ts';
import { appendUpdate, catalogNumber, nextNumber, pageNumbers, withEntries } from '../pdf-forgery.ts';
import { tool } from '../tools.ts';
import type { HarmlessFile } from './files.ts';

/** What a signature of another program has in place of a seal’s. */
const FOREIGN = { GWRK_Kind: null, GWRK_Form: null, GWRK_ContentSHA256: null, GWRK_Issuers: null, Reference: null };
const SOMEBODY: Signature = {
  id: 'signature-1',
  approver: 'Signature1',
  name: 'A notary',
  role: '',
  verdict: 'approve',
  comment: '',
  typedName: 'A notary',
  drawing: [],
  signedAt: '2026-02-01T00:00:00Z',
  contentSha256: '0'.repeat(64),
};

/** Signs as other programs do. */
export function foreignSigned(
  pdf: Uint8Array,
  forgery: Forgery = {},
  name = SOMEBODY.name,
  signer = personSigner(name, newIssuer()),
): Promise<Uint8Array> {
  const seal = { ...FOREIGN, Reason: '(Seen)', ...forgery.seal };
  return forgedSeal(pdf, { ...SOMEBODY, name, approver: `Signature of ${name}` }, signer, {
    catalog: { Perms: null },
    ...forgery,
    seal,
  });
}

/** Signed PDFs of strangers: by other programs, with other cryptography, and with what came after the signature. */
export function signedFiles(folder: string): readonly HarmlessFile[] {
  return [...fixtures(), ...bySignature(folder), ...afterwards(), ...byOpenSsl(folder)];
}

function fixtures(): readonly HarmlessFile[] {
  return [
    'linearized-signed',
    'hybrid-signed',
    'hybrid-signed-copied-trailer',
    'plain-signed',
    'responder-cert',
    'no-signed-attributes',
  ].map((name) => ({
    name: `signed, ${name}`,
    bytes: () => readFileSync(`test/fixtures/foreign/${name}.pdf`),
    verdict: 'unsigned',
    codes: ['keys-not-named'],
  }));
}

function bySignature(folder: string): readonly HarmlessFile[] {
  const valid = (name: string, bytes: HarmlessFile['bytes']): HarmlessFile => ({
    name: `signed, ${name}`,
    bytes,
    verdict: 'unsigned',
    codes: ['keys-not-named'],
  });
  const look = {
    field: { Rect: '[50 50 200 100]', AP: '<< /N 9900 0 R >>' },
    objects: () => ({ 9900: '<< /Type /XObject /Subtype /Form /BBox [0 0 150 50] /Length 0 >>\nstream\n\nendstream' }),
  };
  return [
    valid('packed', async () => foreignSigned(await foreignPdf())),
    valid('plain', async () => foreignSigned(await foreignPdf({ packed: false }))),
    valid('linearized first', async () => foreignSigned(rewritten(folder, await foreignPdf(), '--linearize'))),
    valid('with a look', async () => foreignSigned(await foreignPdf(), look)),
    valid('as PKCS#7', async () => foreignSigned(await foreignPdf(), { seal: { SubFilter: '/adbe.pkcs7.detached' } })),
    valid('with a certification', async () =>
      foreignSigned(await foreignPdf(), {
        seal: {
          Reference:
            '[<< /Type /SigRef /TransformMethod /DocMDP /TransformParams << /Type /TransformParams /P 1 /V /1.2 >> >>]',
        },
      }),
    ),
    valid('in upper-case digits', async () =>
      foreignSigned(await foreignPdf(), { digits: (hex) => hex.toUpperCase() }),
    ),
    valid('with the name written otherwise', async () =>
      foreignSigned(await foreignPdf(), { seal: { Name: '(NOTARY, A.)' } }),
    ),
    valid('without a name', async () => foreignSigned(await foreignPdf(), { seal: { Name: null } })),
    valid('without a time', async () => foreignSigned(await foreignPdf(), { seal: { M: null } })),
    valid('with a time stamp inside', async () =>
      foreignSigned(await foreignPdf(), { cms: (_, right) => withUnsigned(right) }),
    ),
    valid('of a reader-extended form', async () => {
      const pdf = await foreignPdf({ packed: false });
      const rights =
        '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /ByteRange [0 0 20 20] /Contents <00> >>';
      return foreignSigned(pdf, { catalog: { Perms: '<< /UR3 9900 0 R >>' }, objects: () => ({ 9900: rights }) });
    }),
    {
      name: 'signed, with a form of 2005',
      bytes: async () => foreignSigned(await foreignPdf(), { seal: { SubFilter: '/adbe.pkcs7.sha1' } }),
      verdict: 'unreadable',
      codes: ['signature-unchecked'],
    },
    {
      name: 'signed, a time stamp of the document',
      bytes: async () =>
        foreignSigned(await foreignPdf(), { seal: { Type: '/DocTimeStamp', SubFilter: '/ETSI.RFC3161' } }),
      verdict: 'unreadable',
      codes: ['signature-unchecked'],
    },
    {
      name: 'signed, then linearized',
      bytes: async () => rewritten(folder, await foreignSigned(await foreignPdf()), '--linearize'),
      verdict: 'unsigned',
      codes: ['saved-anew'],
    },
    {
      name: 'signed, then packed',
      bytes: async () => rewritten(folder, await foreignSigned(await foreignPdf()), '--object-streams=generate'),
      verdict: 'unsigned',
      codes: ['saved-anew'],
    },
  ];
}

/** A CMS with an attribute that nobody signed, as a time stamp is. */
function withUnsigned(der: Uint8Array): Uint8Array {
  const info = ContentInfo.fromBER(Buffer.from(der));
  const signed = new SignedData({ schema: info.content });
  const [signer] = signed.signerInfos;
  if (signer)
    signer.unsignedAttrs = new SignedAndUnsignedAttributes({
      type: 1,
      attributes: [new Attribute({ type: '1.2.840.113549.1.9.16.2.14', values: [new asn1js.Null()] })],
    });
  return new Uint8Array(
    new ContentInfo({ contentType: OID.signedData, content: signed.toSchema(true) }).toSchema().toBER(),
  );
}

function afterwards(): readonly HarmlessFile[] {
  const signed = async () => foreignSigned(await foreignPdf({ packed: false }));
  const catalog = (pdf: Uint8Array, entries: Readonly<Record<string, string>>, more = {}) =>
    appendUpdate(pdf, { [catalogNumber(pdf)]: withEntries(pdf, catalogNumber(pdf), entries), ...more });
  const note = (pdf: Uint8Array, entries: string) => {
    const [, page = 0] = pageNumbers(pdf);
    const next = nextNumber(pdf);
    return appendUpdate(pdf, {
      [page]: withEntries(pdf, page, { Annots: `[${next} 0 R]` }),
      [next]: `<< /Type /Annot /Rect [50 50 90 90] ${entries} >>`,
    });
  };
  const unseen = (name: string, after: (pdf: Uint8Array) => Uint8Array | Promise<Uint8Array>): HarmlessFile => ({
    name: `signed, then ${name}`,
    bytes: async () => after(await signed()),
    verdict: 'unsigned',
    codes: ['added-unseen', 'keys-not-named'],
  });
  const shown = (name: string, after: (pdf: Uint8Array) => Uint8Array | Promise<Uint8Array>): HarmlessFile => ({
    name: `signed, then ${name}`,
    bytes: async () => after(await signed()),
    verdict: 'unsigned',
    codes: ['added-later'],
  });
  return [
    unseen('validation data', (pdf) =>
      catalog(pdf, { DSS: `${nextNumber(pdf)} 0 R` }, { [nextNumber(pdf)]: '<< /Type /DSS /Certs [] >>' }),
    ),
    unseen('other metadata', (pdf) =>
      catalog(
        pdf,
        { Metadata: `${nextNumber(pdf)} 0 R` },
        { [nextNumber(pdf)]: '<< /Type /Metadata /Subtype /XML /Length 0 >>\nstream\n\nendstream' },
      ),
    ),
    unseen('an empty line', (pdf) => Buffer.concat([pdf, Buffer.from('\r\n')])),
    unseen('a second signature', (pdf) => foreignSigned(pdf, {}, 'Another notary')),
    shown('a second signature with a look', (pdf) =>
      foreignSigned(pdf, { field: { Rect: '[50 50 200 100]' } }, 'Another notary'),
    ),
    shown('a comment', (pdf) => note(pdf, '/Subtype /Text /Contents (Seen)')),
    shown('a highlight', (pdf) => note(pdf, '/Subtype /Highlight /QuadPoints [50 50 90 50 50 90 90 90]')),
    shown('a text field', (pdf) => note(pdf, '/Subtype /Widget /FT /Tx /V (filled in)')),
  ];
}

/** By OpenSSL, with the cryptography of many signing programs. */
function byOpenSsl(folder: string): readonly HarmlessFile[] {
  const made = new Map<string, readonly [key: string, certificate: string]>();
  const pair = (kind: string, ...options: readonly string[]) => {
    const [key, certificate] = [join(folder, `${kind}.key`), join(folder, `${kind}.pem`)];
    if (!made.has(kind)) {
      tool(
        'openssl',
        'req',
        '-x509',
        ...options,
        '-nodes',
        '-subj',
        '/CN=A notary',
        '-addext',
        'basicConstraints=critical,CA:FALSE',
        '-days',
        '9000',
        '-keyout',
        key,
        '-out',
        certificate,
      );
    }
    made.set(kind, [key, certificate]);
    return { key, certificate };
  };
  const rsa = () => pair('rsa', '-newkey', 'rsa:2048');
  const ec = () => pair('ec', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384');
  const kinds: readonly (readonly [string, typeof rsa, readonly string[], ((der: Buffer) => Buffer)?])[] = [
    ['RSA and SHA-256', rsa, ['-md', 'sha256']],
    ['RSA and SHA-384', rsa, ['-md', 'sha384']],
    ['RSA and SHA-512', rsa, ['-md', 'sha512']],
    ['RSA-PSS', rsa, ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss']],
    [
      'RSA-PSS and a mask of another digest',
      rsa,
      ['-md', 'sha256', '-keyopt', 'rsa_padding_mode:pss', '-keyopt', 'rsa_mgf1_md:sha1'],
    ],
    ['RSA-PSS and SHA-512', rsa, ['-md', 'sha512', '-keyopt', 'rsa_padding_mode:pss']],
    ['no attributes', rsa, ['-md', 'sha256', '-noattr']],
    ['no capabilities', rsa, ['-md', 'sha256', '-nosmimecap']],
    ['a key’s identifier', rsa, ['-md', 'sha256', '-keyid']],
    ['ECDSA and SHA-384', ec, ['-md', 'sha384']],
    ['ECDSA, no attributes', ec, ['-md', 'sha384', '-noattr']],
    ['its certificate named', rsa, ['-md', 'sha256', '-cades']],
    ['its certificate named by SHA-512', rsa, ['-md', 'sha512', '-cades']],
    ['BER', rsa, ['-md', 'sha256'], withoutLength],
    // OpenSSL writes BER only together with the content, which a signature of a PDF must not carry.
    ['its content inside', rsa, ['-md', 'sha256', '-stream']],
  ];
  return kinds.map(([name, keys, options, written = (der) => der]) => ({
    name: `signed by OpenSSL with ${name}`,
    ...(options.includes('-stream') || options.includes('rsa_mgf1_md:sha1')
      ? { verdict: 'unreadable', codes: ['signature-unchecked'] }
      : { verdict: 'unsigned', codes: ['keys-not-named'] }),
    bytes: async () => {
      const { key, certificate } = keys();
      return foreignSigned(await foreignPdf(), {
        // The certificate is of now.
        seal: { SubFilter: '/adbe.pkcs7.detached', M: `(${pdfInstant(new Date().toISOString())})` },
        covered: (bytes) => {
          const content = join(folder, 'content.bin');
          writeFileSync(content, bytes);
          const der = tool(
            'openssl',
            ...['cms', '-sign', '-binary', '-in', content, '-signer', certificate, '-inkey', key],
            ...['-outform', 'DER', ...options],
          );
          return written(der);
        },
      });
    },
  }));
}

/** A CMS whose length is told by where it ends, as NSS writes it; its header has four bytes. */
export function withoutLength(der: Uint8Array): Buffer {
  return Buffer.concat([Buffer.from('3080', 'hex'), der.subarray(4), Buffer.alloc(2)]);
}
