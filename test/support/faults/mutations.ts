import type { Pick } from '../random-edits.ts';

/** What becomes of a file by accident or a foreign hand. */
interface Mutation {
  readonly name: string;
  /** @param other another file of the same kind */
  readonly apply: (bytes: Buffer, pick: Pick, other: Buffer) => Buffer;
}

const SECTOR = 512;

/** Ways in which a file is harmed. None of them makes a file that says the same of itself as a right one: no checksum is forged. */
export const MUTATIONS: readonly Mutation[] = [
  { name: 'a turned bit', apply: (bytes, pick) => changed(bytes, pick, (byte) => byte ^ (1 << pick(8))) },
  { name: 'another byte', apply: (bytes, pick) => changed(bytes, pick, () => pick(256)) },
  { name: 'another digit', apply: (bytes, pick) => changedAt(bytes, pick, isDigit, () => 48 + pick(10)) },
  { name: 'another letter', apply: (bytes, pick) => changedAt(bytes, pick, isLetter, () => 97 + pick(26)) },
  { name: 'cut off', apply: (bytes, pick) => bytes.subarray(0, pick(bytes.byteLength)) },
  { name: 'a sector of zeros', apply: (bytes, pick) => withSector(bytes, pick, () => Buffer.alloc(SECTOR)) },
  {
    name: 'a sector of another file',
    apply: (bytes, pick, other) => withSector(bytes, pick, (at) => other.subarray(at, at + SECTOR)),
  },
  {
    name: 'an end of another file',
    apply: (bytes, pick, other) => {
      const at = pick(bytes.byteLength);
      return Buffer.concat([bytes.subarray(0, at), other.subarray(at)]);
    },
  },
  {
    name: 'a stretch that is gone',
    apply: (bytes, pick) => {
      const at = pick(bytes.byteLength);
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + pick(64))]);
    },
  },
  {
    name: 'a stretch that stands twice',
    apply: (bytes, pick) => {
      const at = pick(bytes.byteLength);
      const end = at + 1 + pick(64);
      return Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]);
    },
  },
  { name: 'another value', apply: otherValue },
  { name: 'noise at the end', apply: (bytes, pick) => Buffer.concat([bytes, noise(pick, 1 + pick(64))]) },
  { name: 'noise', apply: (bytes, pick) => noise(pick, bytes.byteLength) },
  { name: 'emptied', apply: () => Buffer.alloc(0) },
];

function changed(bytes: Buffer, pick: Pick, to: (byte: number) => number): Buffer {
  const harmed = Buffer.from(bytes);
  const at = pick(bytes.byteLength);
  harmed[at] = to(harmed[at] ?? 0);
  return harmed;
}

/** Changes one of the bytes of a kind; any, where the file has none. */
function changedAt(bytes: Buffer, pick: Pick, is: (byte: number) => boolean, to: () => number): Buffer {
  const start = pick(bytes.byteLength);
  for (let step = 0; step < bytes.byteLength; step++) {
    const at = (start + step) % bytes.byteLength;
    if (!is(bytes[at] ?? 0)) continue;
    const harmed = Buffer.from(bytes);
    harmed[at] = to();
    return harmed;
  }
  return changed(bytes, pick, to);
}

function isDigit(byte: number): boolean {
  return byte >= 48 && byte <= 57;
}

function isLetter(byte: number): boolean {
  return byte >= 97 && byte <= 122;
}

function withSector(bytes: Buffer, pick: Pick, content: (at: number) => Buffer): Buffer {
  const at = pick(Math.ceil(bytes.byteLength / SECTOR)) * SECTOR;
  const harmed = Buffer.from(bytes);
  content(at).copy(harmed, at);
  return harmed;
}

/** Changes one value of a JSON file, which stays JSON; a byte of any other. */
function otherValue(bytes: Buffer, pick: Pick): Buffer {
  try {
    const file: unknown = JSON.parse(bytes.toString());
    return Buffer.from(`${JSON.stringify(withOtherValue(file, pick), null, 2)}\n`);
  } catch {
    return changed(bytes, pick, (byte) => byte ^ 1);
  }
}

function withOtherValue(value: unknown, pick: Pick): unknown {
  if (Array.isArray(value) && value.length > 0) {
    const at = pick(value.length);
    return pick(4) === 0 ? value.toSpliced(at, 1) : value.with(at, withOtherValue(value[at], pick));
  }
  if (typeof value === 'object' && value !== null) {
    const names = Object.keys(value);
    const name = names[pick(names.length)];
    return name === undefined ? { a: 1 } : { ...value, [name]: withOtherValue(Reflect.get(value, name), pick) };
  }
  if (typeof value === 'number') return value + 1 - 2 * pick(2);
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string' && value.length > 0)
    return changed(Buffer.from(value), pick, () => 97 + pick(26)).toString();
  return value === null ? 'x' : 'y';
}

function noise(pick: Pick, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => pick(256)));
}
