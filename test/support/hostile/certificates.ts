import { filesOf, nested, noise } from './hostile-file.ts';

/** A value of ASN.1. */
function tlv(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length;
  if (length < 128) return Buffer.concat([Buffer.from([tag, length]), content]);
  const head = Buffer.alloc(6);
  head[0] = tag;
  head[1] = 0x84;
  head.writeUInt32BE(length, 2);
  return Buffer.concat([head, content]);
}

const seq = (...parts: readonly Uint8Array[]) => tlv(0x30, ...parts);
const octets = (bytes: Uint8Array) => tlv(0x04, bytes);
const context = (bytes: Uint8Array) => tlv(0xa0, bytes);
const int = (value: number) => {
  const bytes = Buffer.alloc(5);
  bytes.writeUInt32BE(value >>> 0, 1);
  return tlv(0x02, bytes);
};
const oid = (hex: string) => tlv(0x06, Buffer.from(hex, 'hex'));

const DATA = oid('2a864886f70d010701');
const ENCRYPTED = oid('2a864886f70d010706');
const PBES2 = oid('2a864886f70d01050d');
const PBKDF2 = oid('2a864886f70d01050c');
const AES = oid('60864801650304012a');
const SHA256 = oid('608648016503040201');

/** A file of keys (PKCS#12) around contents. @param rounds that its checksum asks for */
function pkcs12(contents: Uint8Array, rounds = 1): Buffer {
  const mac = seq(seq(seq(SHA256, tlv(0x05)), octets(Buffer.alloc(32))), octets(Buffer.alloc(8)), int(rounds));
  return seq(int(3), seq(DATA, context(octets(contents))), mac);
}

/** Encrypted contents whose key takes so many rounds. */
function encrypted(rounds: number, salt: Buffer = Buffer.alloc(8)): Buffer {
  const derive = seq(PBKDF2, seq(octets(salt), int(rounds), int(32)));
  const way = seq(PBES2, seq(derive, seq(AES, octets(Buffer.alloc(16)))));
  return seq(seq(ENCRYPTED, context(seq(int(0), seq(DATA, way, tlv(0x80, Buffer.alloc(64)))))));
}

/** Values within values, each of them said to end with it. */
function nestedValues(depth: number, tag = 0x30): Buffer {
  let value: Buffer = Buffer.from([5, 0]);
  for (let level = 0; level < depth; level++) value = tlv(tag, value);
  return value;
}

const pem = (kind: string, bytes: Uint8Array) =>
  `-----BEGIN ${kind}-----\n${Buffer.from(bytes).toString('base64').replace(/.{64}/g, '$&\n')}\n-----END ${kind}-----\n`;

/** A certificate whose key is as long as it says. */
function certificate(modulus: number): Buffer {
  const key = seq(
    seq(oid('2a864886f70d010101'), tlv(0x05)),
    tlv(0x03, Buffer.from([0]), seq(tlv(0x02, Buffer.alloc(modulus, 0x7f)), tlv(0x02, Buffer.alloc(modulus, 0x7f)))),
  );
  const time = tlv(0x17, Buffer.from('260101000000Z'));
  const body = seq(context(int(2)), int(1), seq(SHA256), seq(), seq(time, time), seq(), key);
  return seq(body, seq(oid('2a864886f70d01010b'), tlv(0x05)), tlv(0x03, Buffer.from([0]), Buffer.alloc(256)));
}

const FILES = {
  empty: () => '',
  noise: () => noise(60_000),
  'zero bytes': () => Buffer.alloc(60_000),
  'values within values': () => nestedValues(5_000),
  'values without end': () => Buffer.alloc(60_000, Buffer.from([0x30, 0x80])),
  'texts within texts': () => nestedValues(5_000, 0x24),
  'a length beyond all bounds': () => Buffer.from('3088ffffffffffffffff0500', 'hex'),
  'a length of a hundred bytes': () => Buffer.concat([Buffer.from([0x30, 0x80 + 100]), Buffer.alloc(100, 0xff)]),
  'thirty thousand values': () => seq(Buffer.alloc(60_000, Buffer.from([5, 0]))),
  'a name of one endless number': () => seq(tlv(0x06, Buffer.alloc(60_000, 0xff))),
  'a sum of four billion rounds': () => pkcs12(seq(), 0xffffffff),
  'a key of four billion rounds': () => pkcs12(encrypted(0xffffffff), 1),
  'a key of two billion rounds': () => pkcs12(encrypted(0x7fffffff), 0x7fffffff),
  'a long salt': () => pkcs12(encrypted(1, noise(50_000)), 1),
  'contents within contents': () => pkcs12(nestedValues(5_000), 1),
  'ten thousand contents': () =>
    pkcs12(seq(Buffer.concat(Array.from({ length: 2_000 }, () => seq(DATA, context(octets(seq())))))), 1),
  'a certificate with a key of 200,000 bits': () => pem('CERTIFICATE', certificate(12_000)),
  'a certificate without anything': () => pem('CERTIFICATE', seq()),
  'a thousand empty certificates': () => pem('CERTIFICATE', Buffer.alloc(0)).repeat(1_000),
  'beginnings without ends': () => '-----BEGIN CERTIFICATE-----\n'.repeat(2_000),
  dashes: () => '-'.repeat(60_000),
  'letters that are no Base64': () => `-----BEGIN CERTIFICATE-----\n${'%'.repeat(60_000)}\n-----END CERTIFICATE-----\n`,
  'a key that is nested': () => nested(20_000),
  'a key with an own __proto__': () => '{"__proto__":{"kind":"keys"},"format":"groundwork-keys"}',
};

/** Files that a person would sign with. */
export const HOSTILE_CERTIFICATES = filesOf('certificate', FILES);
/** Files of the workbook's keys. */
export const HOSTILE_KEYS = filesOf('keys', FILES);
