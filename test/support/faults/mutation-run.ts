import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyOf } from '#main/files/twin-file.ts';
import { type Pick, randomly } from '../random-edits.ts';
import { MUTATIONS } from './mutations.ts';
import type { Folders } from './open-folder.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';
import { prepareFolder } from './prepared-folder.ts';
import { bytesOf, REFUSED, readOrRefused, type StoredKind, storedKinds } from './stored-kinds.ts';

interface Subject extends StoredKind {
  readonly bytes: Buffer;
  readonly otherBytes: Buffer;
  readonly needed: readonly (readonly [string, Buffer])[];
  /** What the whole file says. */
  readonly whole: string;
  readonly wholeEarlier: readonly string[];
}

/** A reader without checksums, as the control: whatever can be parsed is believed. */
const BELIEVING = async (root: string, path: string): Promise<unknown> => {
  const bytes = await bytesOf(root, path);
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return REFUSED;
  }
};

/**
 * Harms stored files of every kind, and looks whether the program says of each harmed file that it is damaged, brings it back, or
 * reads what was there before. What is wrong is a file that says something else without a word.
 */
export async function runMutations(options: RunOptions): Promise<Outcome> {
  const { seed, folder, isControl = false } = options;
  const pick = randomly(seed);
  const tally = new Tally('mutations', ['said to be damaged', 'brought back', 'without a difference']);
  const subjects = await subjectsIn(folder, isControl);
  const shares = subjects.flatMap((subject) => Array.from({ length: subject.share }, () => subject));
  const sandbox = join(folder, 'harmed', 'data');
  await tryEach(options, 5000, async (number) => {
    // Every kind has its turn, however few there are.
    const subject = subjects[number] ?? shares[pick(shares.length)];
    if (subject) await tryOne(sandbox, subject, pick, tally);
  });
  tally.count('kinds of files', subjects.length);
  return tally.outcome;
}

async function subjectsIn(folder: string, isControl: boolean): Promise<readonly Subject[]> {
  const folders: Folders = {
    data: join(folder, 'whole/data'),
    program: join(folder, 'program'),
    exports: join(folder, 'whole/exports'),
  };
  await mkdir(folders.program, { recursive: true });
  const prepared = await prepareFolder(folders);
  const subjects: Subject[] = [];
  for (const stored of await storedKinds(folders, prepared)) {
    const kind = isControl ? believed(stored) : stored;
    const { path, other = path, needs = [], isTwin = false, earlier } = kind;
    const bytes = await bytesOf(folders.data, path);
    const needed: [string, Buffer][] = [];
    for (const name of needs) needed.push([name, await bytesOf(folders.data, name)]);
    if (isTwin && !(await bytesOf(folders.data, copyOf(path))).equals(bytes))
      throw new Error(`${path} has no such copy`);
    const subject = { ...kind, bytes, needed, otherBytes: await bytesOf(folders.data, other) };
    const sandbox = join(folder, 'unharmed', 'data');
    await lay(sandbox, subject, subject.bytes, subject.bytes);
    const whole = textOf(await kind.read(sandbox));
    if (whole === textOf(REFUSED)) {
      if (isControl) continue; // no JSON
      throw new Error(`${path} cannot be read, although it is whole`);
    }
    subjects.push({ ...subject, whole, wholeEarlier: ((await earlier?.()) ?? []).map(textOf) });
  }
  return subjects;
}

/** The kind as a reader without checksums and copies sees it. */
function believed({ name, path, other, share }: StoredKind): StoredKind {
  return { name, path, ...(other && { other }), share, read: (root) => BELIEVING(root, path) };
}

/** What is laid down of a subject: the file harmed, or its copy, both alike, or each in its own way. */
interface Harm {
  readonly file: Buffer;
  readonly copy: Buffer;
  /** How, in words. */
  readonly how: string;
}

function harmed({ bytes, otherBytes, isTwin = false }: Subject, pick: Pick): Harm {
  const apply = () => {
    const mutation = MUTATIONS[pick(MUTATIONS.length)];
    return { how: mutation?.name ?? '', bytes: mutation?.apply(bytes, pick, otherBytes) ?? bytes };
  };
  const { how, bytes: harm } = apply();
  const way = isTwin ? pick(4) : 2;
  if (way === 0) return { how, file: harm, copy: bytes };
  if (way === 1) return { how, file: bytes, copy: harm };
  return { how, file: harm, copy: way === 3 ? apply().bytes : harm };
}

async function tryOne(sandbox: string, subject: Subject, pick: Pick, tally: Tally): Promise<void> {
  const { name, bytes, isTwin = false, whole } = subject;
  const { file, copy, how } = harmed(subject, pick);
  await lay(sandbox, subject, file, isTwin ? copy : null);
  tally.tried();
  const isWholeLeft = isTwin && (file.equals(bytes) || copy.equals(bytes));
  const said = textOf(await readOrRefused(() => subject.read(sandbox)));
  if (said === whole) return tally.count(isWholeLeft ? 'brought back' : 'without a difference');
  if (said !== textOf(REFUSED)) return tally.wrong(`${name}: ${how} was believed: ${firstDifference(whole, said)}`);
  if (isWholeLeft) return tally.wrong(`${name}: ${how} was seen, but the whole copy was not used`);
  tally.count('said to be damaged');
  if (subject.mend) await mendOne(sandbox, subject, how, tally);
}

async function mendOne(sandbox: string, subject: Subject, mutation: string, tally: Tally): Promise<void> {
  const mended = await readOrRefused(async () => (await subject.mend?.(sandbox)) ?? REFUSED);
  // One that seems to come from a newer program is left as it is, and that is said.
  if (mended === REFUSED) return tally.count('left for a newer program');
  if (subject.wholeEarlier.includes(textOf(mended))) return tally.count('brought back');
  tally.wrong(`${subject.name}: after ${mutation}, something came back that never was`);
}

/** Puts a file, its copy and what its reading needs into an otherwise empty folder. */
async function lay(
  sandbox: string,
  subject: Omit<Subject, 'whole' | 'wholeEarlier'>,
  file: Buffer,
  copy: Buffer | null,
): Promise<void> {
  await rm(dirname(sandbox), { recursive: true, force: true });
  await mkdir(join(sandbox, 'reviews'), { recursive: true });
  const { path, needed, isTwin = false } = subject;
  await put(sandbox, path, file);
  if (isTwin && copy) await put(sandbox, copyOf(path), copy);
  for (const [name, content] of needed) await put(sandbox, name, content);
}

async function put(root: string, path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await writeFile(join(root, path), bytes);
}

function textOf(said: unknown): string {
  if (said === REFUSED) return 'refused';
  return JSON.stringify(said, (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
}

function firstDifference(left: string, right: string): string {
  const at = [...left].findIndex((letter, index) => letter !== right[index]);
  return `“${left.slice(Math.max(0, at - 30), at + 30)}” became “${right.slice(Math.max(0, at - 30), at + 30)}”`;
}
