import { createHash, type KeyObject } from 'node:crypto';
import * as asn1js from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  Certificate,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { FailureError } from '../store/failure.ts';
import { OID } from './oid.ts';

/** Shortest passphrase, in characters: the file may travel, and guessing is free. */
const PASSPHRASE_MINIMUM = 12;
/** Rounds of PBKDF2 that a guess at the passphrase costs. */
const ITERATIONS = 210_000;
/** Rounds over the integrity code; its derivation is old and slow here, and it guards no secret. */
const MAC_ITERATIONS = 2048;

/** A private key with its certificate and those of its issuers, DER. */
interface Pkcs12Contents {
  readonly key: KeyObject;
  readonly certificates: readonly Uint8Array[];
  readonly friendlyName: string;
}

/**
 * A PKCS#12 file: key and certificates under AES-256 and PBKDF2 (PBES2), as OpenSSL, Windows and macOS read it.
 * @throws {FailureError} `invalid` for a passphrase that is too short.
 */
export async function printPkcs12(contents: Pkcs12Contents, passphrase: string): Promise<Uint8Array> {
  if ([...passphrase].length < PASSPHRASE_MINIMUM) {
    throw new FailureError('invalid', `The passphrase needs at least ${PASSPHRASE_MINIMUM} characters.`);
  }
  const password = new TextEncoder().encode(passphrase.normalize('NFC')).buffer;
  const encryption = {
    password,
    contentEncryptionAlgorithm: { name: 'AES-CBC', length: 256 },
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  };
  const keyBag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(contents.key.export({ format: 'der', type: 'pkcs8' })),
  });
  await keyBag.makeInternalValues(encryption);

  const [own = new Uint8Array(), ...issuers] = contents.certificates;
  const attributes = bagAttributes(contents.friendlyName, own);
  const keys = [new SafeBag({ bagId: OID.shroudedKeyBag, bagValue: keyBag, bagAttributes: attributes })];
  const certificates = [
    new SafeBag({ bagId: OID.certificateBag, bagValue: certificateBag(own), bagAttributes: attributes }),
    ...issuers.map((der) => new SafeBag({ bagId: OID.certificateBag, bagValue: certificateBag(der) })),
  ];
  const authenticatedSafe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [
        { privacyMode: 0, value: new SafeContents({ safeBags: keys }) },
        { privacyMode: 1, value: new SafeContents({ safeBags: certificates }) },
      ],
    },
  });
  await authenticatedSafe.makeInternalValues({ safeContents: [{}, encryption] });
  const pfx = new PFX({ parsedValue: { integrityMode: 0, authenticatedSafe } });
  await pfx.makeInternalValues({
    password,
    iterations: MAC_ITERATIONS,
    pbkdf2HashAlgorithm: { name: 'SHA-256' },
    hmacHashAlgorithm: 'SHA-256',
  });
  return new Uint8Array(pfx.toSchema().toBER());
}

function certificateBag(der: Uint8Array): CertBag {
  return new CertBag({ parsedValue: Certificate.fromBER(der) });
}

/** The same id on key and certificate, by which readers bring them together. */
function bagAttributes(friendlyName: string, certificate: Uint8Array): Attribute[] {
  const localKeyId = createHash('sha1').update(certificate).digest();
  return [
    new Attribute({ type: OID.localKeyId, values: [new asn1js.OctetString({ valueHex: localKeyId })] }),
    new Attribute({ type: OID.friendlyName, values: [new asn1js.BmpString({ value: friendlyName })] }),
  ];
}
