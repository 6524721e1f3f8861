import { deflateRawSync } from 'node:zlib';
import { crc32 } from './crc32.ts';
import { filesOf, nested, noise } from './hostile-file.ts';

/** A file in an archive; what is said of it may be wrong. */
interface Entry {
  readonly name: string | Buffer;
  readonly data?: Buffer;
  readonly method?: number;
  readonly flags?: number;
  readonly size?: number;
  readonly crc?: number;
  /** Where the list of contents says it lies. */
  readonly at?: number;
  /** What its own head calls it. */
  readonly nameInside?: string;
  /** Of Unix, as a link has them. */
  readonly mode?: number;
}

function zip(entries: readonly Entry[], { comment = Buffer.alloc(0), count = entries.length } = {}): Buffer {
  const chunks: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name as string);
    const data = entry.data ?? Buffer.alloc(0);
    const method = entry.method ?? 0;
    const packed = method === 8 ? deflateRawSync(data, { level: 9 }) : data;
    const crc = entry.crc ?? crc32(data);
    const size = entry.size ?? data.length;
    const inside = Buffer.from(entry.nameInside ?? (entry.name as string));
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(entry.flags ?? 0, 6);
    head.writeUInt16LE(method, 8);
    head.writeUInt32LE(crc, 14);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(size >>> 0, 22);
    head.writeUInt16LE(inside.length, 26);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    row.writeUInt16LE(0x0314, 4);
    row.writeUInt16LE(20, 6);
    row.writeUInt16LE(entry.flags ?? 0, 8);
    row.writeUInt16LE(method, 10);
    row.writeUInt32LE(crc, 16);
    row.writeUInt32LE(packed.length, 20);
    row.writeUInt32LE(size >>> 0, 24);
    row.writeUInt16LE(name.length, 28);
    row.writeUInt32LE(((entry.mode ?? 0o100600) << 16) >>> 0, 38);
    row.writeUInt32LE(entry.at ?? at, 42);
    list.push(row, name);
    chunks.push(head, inside, packed);
    at += 30 + inside.length + packed.length;
  }
  const contents = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count & 0xffff, 8);
  end.writeUInt16LE(count & 0xffff, 10);
  end.writeUInt32LE(contents.length, 12);
  end.writeUInt32LE(at, 16);
  end.writeUInt16LE(comment.length, 20);
  return Buffer.concat([...chunks, contents, end, comment]);
}

const LIST = 'groundwork-backup.json';
/** A list of contents that names these files, with any sums. */
function listOf(files: readonly { readonly path: string; readonly size?: number }[], parts: object = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      format: 'groundwork-backup',
      formatVersion: 1,
      madeBy: '0.8.0',
      madeAt: '2026-11-30T08:00:00Z',
      isWhole: true,
      files: files.map(({ path, size = 0 }) => ({ path, size, sha256: '0'.repeat(64) })),
      ...parts,
    }),
  );
}

/** A backup of these files. */
const backup = (entries: readonly Entry[], options = {}) =>
  zip(
    [
      {
        name: LIST,
        data: listOf(entries.map(({ name, data, size }) => ({ path: String(name), size: size ?? data?.length ?? 0 }))),
      },
      ...entries,
    ],
    options,
  );
/** A backup of one file of that name. */
const named = (name: string, data: Buffer = Buffer.from('{}')) => backup([{ name, data }]);

const REVIEW = 'reviews/5a1d9f0e-0000-4000-8000-0123456789ab.json';
const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1_000_000);

/** Backups to be looked at and restored. */
export const HOSTILE_BACKUPS = filesOf('backup', {
  empty: () => '',
  'an empty archive': () => zip([]),
  'no list of contents': () => zip([{ name: REVIEW, data: Buffer.from('{}') }]),
  'a list without end': () => zip([{ name: LIST, data: Buffer.from(nested(500_000)) }]),
  'a list that is nested': () => zip([{ name: LIST, data: Buffer.from(nested(200_000, '[', ']', '1')) }]),
  'a list that unpacks to 200 MB': () => zip([{ name: LIST, data: zeros(200), method: 8, crc: 0 }]),
  'a list of a hundred thousand files': () =>
    zip([{ name: LIST, data: listOf(Array.from({ length: 100_000 }, (_, at) => ({ path: `reviews/${at}.json` }))) }]),
  'a list of the future': () => zip([{ name: LIST, data: listOf([], { formatVersion: 999 }) }]),
  'a list with an own __proto__': () =>
    zip([{ name: LIST, data: Buffer.from(String(listOf([])).replace('{', '{"__proto__":{"isWhole":true},')) }]),
  'two lists': () =>
    zip([
      { name: LIST, data: listOf([]) },
      { name: LIST, data: listOf([{ path: REVIEW }]) },
    ]),
  'a list of what is not in it': () => zip([{ name: LIST, data: listOf([{ path: REVIEW, size: 5 }]) }]),
  'a review that unpacks to 200 MB': () => backup([{ name: REVIEW, data: zeros(200), method: 8, crc: 0 }]),
  'a review that says it is small': () => backup([{ name: REVIEW, data: zeros(200), method: 8, crc: 0, size: 10 }]),
  'a review that says it is large': () => backup([{ name: REVIEW, data: Buffer.from('{}'), size: 4_294_967_290 }]),
  'thirty reviews that unpack to much': () =>
    backup(
      Array.from({ length: 30 }, (_, at) => ({
        name: `reviews/5a1d9f0e-0000-4000-8000-0123456789${String(at).padStart(2, '0')}.json`,
        crc: 0,
        data: zeros(9),
        method: 8,
      })),
    ),
  'one review many times': () =>
    backup(Array.from({ length: 3_000 }, () => ({ name: REVIEW, data: Buffer.from('{}') }))),
  'reviews that lie in one another': () =>
    backup(Array.from({ length: 3_000 }, (_, at) => ({ name: `reviews/${at}.json`, data: Buffer.from('{}'), at: 0 }))),
  'sixty thousand files': () => zip(Array.from({ length: 60_000 }, (_, at) => ({ name: `reviews/${at}.json` }))),
  'a name that leads out': () => named('../../escaped.json'),
  'a name that leads out of its folder': () => named('reviews/../../escaped.json'),
  'a name from the root': () => named('/tmp/escaped.json'),
  'a name of Windows': () => named('reviews\\..\\..\\escaped.json'),
  'a name of a drive': () => named('C:\\escaped.json'),
  'a name of a device': () => named('reviews/CON.json'),
  'a name with a stream': () => named('reviews/a.json:hidden'),
  'a name with a zero byte': () => named(`${REVIEW}\0.png`),
  'a name of 65,000 letters': () => named('r'.repeat(65_000)),
  'a name that is no UTF-8': () => zip([{ name: LIST, data: listOf([]) }, { name: Buffer.from([0xff, 0xfe, 0x80]) }]),
  'a name that turns around': () => named('reviews/\u202enosj.exe'),
  'names that differ in case': () => backup([{ name: REVIEW }, { name: REVIEW.toUpperCase() }]),
  'another name inside': () => backup([{ name: REVIEW, data: Buffer.from('{}'), nameInside: '../../escaped.json' }]),
  'a link': () => backup([{ name: REVIEW, data: Buffer.from('/etc/passwd'), mode: 0o120777 }]),
  'settings of somebody else': () => named('settings.json', Buffer.from('{"backupFolder":"/etc"}')),
  'a lock': () => named('groundwork.lock'),
  'keys in the open': () => named('keys/plain.json', Buffer.from('{}')),
  'a wrong sum': () => backup([{ name: REVIEW, data: Buffer.from('{}'), crc: 1 }]),
  'a way of packing that nobody knows': () => backup([{ name: REVIEW, data: Buffer.from('{}'), method: 99 }]),
  encrypted: () => backup([{ name: REVIEW, data: noise(40), flags: 1 }]),
  'sizes behind the file': () => backup([{ name: REVIEW, data: Buffer.from('{}'), flags: 8 }]),
  'more files than it has': () => backup([{ name: REVIEW, data: Buffer.from('{}') }], { count: 65_535 }),
  'an end within the comment': () =>
    backup([{ name: REVIEW, data: Buffer.from('{}') }], {
      comment: Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(40)]),
    }),
  'ends without end': () =>
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('PK\u0005\u0006'.repeat(200_000), 'latin1')]),
  'cut in the middle': () => named(REVIEW, noise(100_000)).subarray(0, 50_000),
  'another file before it': () => Buffer.concat([noise(1_000_000), named(REVIEW)]),
  noise: () => noise(3_000_000),
});
