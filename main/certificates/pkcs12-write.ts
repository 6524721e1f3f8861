import { createHash, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  ContentInfo,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { OID } from './oid.ts';
import { checkPassphrase } from './passphrase-strength.ts';
import { pkcs12Mac } from './pkcs12-mac.ts';

/** Rounds of PBKDF2 that a guess at the passphrase costs. */
const ITERATIONS = 210_000;
/** Rounds over the integrity code, by which a passphrase can be guessed as well: each takes one digest, one of PBKDF2 two. */
const MAC_ITERATIONS = 2 * ITERATIONS;

/** Private keys, each with its certificate, and the certificates of issuers, DER. */
interface Pkcs12Contents {
  readonly pairs: readonly {
    readonly key: KeyObject;
    readonly certificate: Uint8Array;
    readonly friendlyName: string;
  }[];
  readonly issuers: readonly Uint8Array[];
}

/**
 * A PKCS#12 file: keys and certificates under AES-256 and PBKDF2 (PBES2), as OpenSSL, Windows and macOS read it.
 * @throws {FailureError} `invalid` for a passphrase that is too short, or guessed among the first.
 */
export async function printPkcs12(contents: Pkcs12Contents, passphrase: string): Promise<Uint8Array> {
  checkPassphrase(passphrase);
  const password = new TextEncoder().encode(passphrase.normalize('NFC')).buffer;
  const encryption = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  };
  const keys: SafeBag[] = [];
  const certificates: SafeBag[] = [];
  for (const { key, certificate, friendlyName } of contents.pairs) {
    const keyBag = new PKCS8ShroudedKeyBag({
      parsedValue: PrivateKeyInfo.fromBER(key.export({ format: 'der', type: 'pkcs8' })),
    });
    await keyBag.makeInternalValues(encryption);
    const attributes = bagAttributes(friendlyName, certificate);
    keys.push(new SafeBag({ bagId: OID.shroudedKeyBag, bagValue: keyBag, bagAttributes: attributes }));
    certificates.push(certificateBag(certificate, attributes));
  }
  certificates.push(...contents.issuers.map((der) => certificateBag(der)));
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: keys }) },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificates }) },
      ],
    },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, encryption] });
  const content = authenticatedSafe.toSchema().toBER();
  const pfx = new PFX({
    authSafe: new ContentInfo({
      contentType: ContentInfo.DATA,
      content: new asn1js.OctetString({ valueHex: content }),
    }),
    macData: await pkcs12Mac(new Uint8Array(content), passphrase.normalize('NFC'), MAC_ITERATIONS),
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

function certificateBag(der: Uint8Array, bagAttributes?: Attribute[]): SafeBag {
  const bagValue = new CertBag({ parsedValue: Certificate.fromBER(der) });
  return new SafeBag({ bagId: OID.certificateBag, bagValue, ...(bagAttributes && { bagAttributes }) });
}

/** The same id on key and certificate, by which readers bring them together. */
function bagAttributes(friendlyName: string, certificate: Uint8Array): Attribute[] {
  const localKeyId = createHash('sha1').update(certificate).digest();
  return [
    new Attribute({ type: OID.localKeyId, values: [new asn1js.OctetString({ valueHex: localKeyId })] }),
    new Attribute({ type: OID.friendlyName, values: [new asn1js.BmpString({ value: friendlyName })] }),
  ];
}
