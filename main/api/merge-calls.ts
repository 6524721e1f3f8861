import type { ApiContext } from '#main/reviews/context.ts';
import { addForeign } from '#main/reviews/import-record.ts';
import { mergeVersions } from '#main/reviews/merge-versions.ts';
import { copyName } from '#main/store/copy-name.ts';
import { readForeignReview } from '#main/store/foreign-review.ts';
import type { StoredReview } from '#main/store/review-file.ts';
import { printReviewFile } from '#main/store/review-file.ts';
import type { Api, Input } from '#shared/contract/contract.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

type Other = Input<'merge.look'>['other'];

/** What a review that was kept as a copy is called behind its title, see `keepAsCopy`. */
const KEPT_AS_COPY = / \(my version\)$/;

/** Copies that are read for the list. Those behind them are told by their names until these are done with. */
const MOST_READ = 20;

/** The calls about two versions of one review: copies that other programs made, and merging. */
export function mergeCalls(context: ApiContext) {
  const { copies, store, templates, now } = context;
  return {
    'copy.list': async () => {
      const list = [];
      for (const copy of await copies.list()) {
        list.push({ ...copy, savedAt: list.length < MOST_READ ? await copies.savedAt(copy.file) : null });
      }
      return { kind: 'list', copies: list };
    },
    'copy.keep': async ({ file }) => {
      const text = printReviewFile(await copies.open(file));
      const review = await readForeignReview(text, templates, now);
      const { id, title } = await addForeign(context, review, () => clearedAway(copies, file));
      return { kind: 'imported', id, title };
    },
    'copy.clear': async ({ file }) => {
      await copies.clear(file);
      return { kind: 'cleared' };
    },
    'merge.look': async ({ document, other, choices }) => {
      const theirs = await versionOf(context, document, other);
      const bases =
        other.kind === 'disk' ? (other.base ? [other.base] : []) : await startsOf(context, document, theirs);
      const { template } = await store.templateOf(document);
      const merged = mergeVersions({
        bases,
        a: document,
        b: theirs.document,
        template,
        choices: new Map(Object.entries(choices)),
      });
      const { program, by } = (other.kind === 'copy' ? copyName(other.file) : null) ?? { program: '', by: '' };
      return {
        kind: 'merge',
        document: merged.document,
        conflicts: merged.conflicts.map((conflict) => ({
          ...conflict,
          where: [...conflict.where],
          lines: conflict.lines.map((line) => ({ ...line, where: [...line.where] })),
        })),
        other: { title: theirs.document.title, revision: theirs.revision, savedAt: theirs.savedAt, program, by },
        isStartKnown: bases.length > 0,
      };
    },
  } satisfies Partial<Api>;
}

/** Moves a copy to the trash. One that is gone from its place is done with, although its folder could not be written through. */
async function clearedAway(copies: ApiContext['copies'], file: string): Promise<void> {
  await copies.clear(file).catch(async (error: unknown) => {
    if ((await copies.list()).some((copy) => copy.file === file)) throw error;
  });
}

/** The version that is to be merged into a document. */
async function versionOf(
  { copies, store }: Pick<ApiContext, 'copies' | 'store'>,
  mine: ReviewDocument,
  other: Other,
): Promise<StoredReview> {
  switch (other.kind) {
    case 'copy':
      return copies.open(other.file);
    case 'disk':
      return store.open(mine.id);
    case 'review': {
      const { document, revision, savedAt } = await store.open(other.id);
      const title = document.title.replace(KEPT_AS_COPY, '');
      return { document: { ...document, title: mine.title.startsWith(title) ? mine.title : title }, revision, savedAt };
    }
  }
}

/** What the stored review and the other version may have started from. */
async function startsOf(
  { copies, store }: Pick<ApiContext, 'copies' | 'store'>,
  { id }: ReviewDocument,
  theirs: StoredReview,
): Promise<readonly ReviewDocument[]> {
  const starts = await copies.possibleStarts(await store.open(id), theirs);
  return starts.map(({ document }) => document);
}
