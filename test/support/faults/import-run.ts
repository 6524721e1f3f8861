import { nodeFileSystem } from '#main/files/file-system.ts';
import { canonicalSha256 } from '#main/files/hash.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import type { Client } from '#shared/contract/contract.ts';
import { type Pick, randomly } from '../random-edits.ts';
import { listedReviews, openedReview } from '../review-calls.ts';
import { smallTemplate } from '../small-review.ts';
import { type Ground, groundIn, layAgain } from './ground.ts';
import { MUTATIONS } from './mutations.ts';
import { type OpenFolder, openFolder } from './open-folder.ts';
import { type Outcome, type RunOptions, Tally, tryEach } from './outcome.ts';
import { FOREIGN } from './prepared-folder.ts';

/** After so many imports a run goes on with a fresh folder. */
const FRESH_AFTER = 200;
/** One in so many is a record, which takes long to read. */
const RECORDS = 100;

/**
 * Imports harmed reviews, templates and records. Each is refused with a word and nothing of it is kept, or taken and then whole:
 * it opens, and again after a restart. The control takes whatever is JSON.
 */
export async function runImports(options: RunOptions): Promise<Outcome> {
  const { seed, folder, isControl = false } = options;
  const pick = randomly(seed);
  const tally = new Tally('imports', ['taken', 'refused']);
  const ground = await groundIn(folder);
  const record = await sealedRecordIn(ground);
  const used: { open: OpenFolder | null } = { open: null };
  await tryEach(options, 5000, async (number) => {
    const open = await freshEvery(number, ground, used);
    const { source, how, bytes } = harmed(number, pick, record);
    const kind = await brought(open.api, source, bytes, isControl).catch((error: unknown) => `threw ${error}`);
    tally.tried();
    if (kind === 'taken' || kind === 'refused') tally.count(kind);
    else tally.wrong(`${source} with ${how}: ${kind}`);
  });
  await used.open?.close();
  return tally.outcome;
}

const TEMPLATE = JSON.stringify({ ...smallTemplate, id: 'fuzzed', title: 'Fuzzed' }, null, 2);
/** One as it was exported, and one without a checksum, as written by hand: what is harmed in it is for the checks of the form to see. */
const REVIEWS = [FOREIGN, byHand(FOREIGN)];

function byHand(text: string): string {
  const { sha256: _, stampSha256: __, ...file } = JSON.parse(text);
  return JSON.stringify(file, null, 2);
}

/** Something to import, harmed. */
function harmed(number: number, pick: Pick, record: Buffer) {
  const source = number % RECORDS === 0 ? 'record' : pick(4) === 0 ? 'template' : 'review';
  const [review, other] = [REVIEWS[pick(2)] ?? '', REVIEWS[pick(2)] ?? ''];
  const whole = { record, template: Buffer.from(TEMPLATE), review: Buffer.from(review) }[source];
  const mutation = MUTATIONS[pick(MUTATIONS.length)];
  return { source, how: mutation?.name ?? '', bytes: mutation?.apply(whole, pick, Buffer.from(other)) ?? whole };
}

/** An open folder, put back to what was prepared now and then, as it only grows. */
async function freshEvery(number: number, ground: Ground, used: { open: OpenFolder | null }): Promise<OpenFolder> {
  if (used.open && number % FRESH_AFTER > 0) return used.open;
  await used.open?.close();
  await layAgain(ground);
  used.open = await openFolder(ground.folders);
  return used.open;
}

async function brought(api: Client, source: string, bytes: Buffer, isControl: boolean): Promise<string> {
  if (isControl) return takenUnseen(bytes);
  const text = bytes.toString();
  if (source === 'template') return broughtTemplate(api, text);
  const before = (await listedReviews(api)).reviews.length;
  const answer =
    source === 'record'
      ? await api['record.import']({ pdf: bytes.toString('base64') })
      : await api['review.import']({ text });
  const after = await listedReviews(api);
  if (after.unreadable.length > 0) return `left a file that cannot be read: ${after.unreadable[0]?.reason}`;
  if (answer.kind === 'failed') return after.reviews.length === before ? 'refused' : 'was refused, and is there';
  const { document } = await openedReview({ api }, answer.id);
  return after.reviews.some(({ id, title }) => id === answer.id && title === document.title)
    ? 'taken'
    : 'is not listed';
}

async function broughtTemplate(api: Client, text: string): Promise<string> {
  const answer = await api['template.import']({ text, file: 'fuzzed.json' });
  if (answer.kind === 'failed') return 'refused';
  const found = await api['template.get']({ sha256: answer.template.sha256 });
  return found.kind === 'failed' ? `was taken, but ${found.message}` : 'taken';
}

/** The control: whatever is JSON is a review, and opens if it has what a review has. */
function takenUnseen(bytes: Buffer): string {
  try {
    const file = JSON.parse(bytes.toString());
    const isWhole = canonicalSha256(file.document) === file.sha256 && typeof file.document.title === 'string';
    return isWhole || file.sha256 === undefined ? 'taken' : 'was taken, but is not what was exported';
  } catch {
    return 'refused';
  }
}

async function sealedRecordIn({ from, prepared }: Ground): Promise<Buffer> {
  const open = await openFolder(from);
  const { contentSha256 } = await openedReview(open, prepared.sealed);
  await open.close();
  const records = new SealedRecords(nodeFileSystem, dataLayout(from.data).records);
  return Buffer.from((await records.latest(prepared.sealed, contentSha256)) ?? []);
}
