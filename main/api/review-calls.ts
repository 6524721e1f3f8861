import { randomUUID } from 'node:crypto';
import { FailureError } from '#main/files/failure.ts';
import { readTakenOut } from '#main/record/read-review.ts';
import { isAlteredRecord } from '#main/reviews/altered-since.ts';
import type { ApiContext } from '#main/reviews/context.ts';
import { addNew, copyOf } from '#main/reviews/copy-review.ts';
import { addForeign, besideOf, importExactly } from '#main/reviews/import-record.ts';
import { knownPeople } from '#main/reviews/known-people.ts';
import { newReview } from '#main/reviews/new-review.ts';
import { markSuperseded } from '#main/reviews/superseding.ts';
import { readForeignReview } from '#main/store/foreign-review.ts';
import { ifStopped } from '#main/workers/work.ts';
import type { Api } from '#shared/contract/contract.ts';
import { fileReview } from '#shared/follow-up/edit.ts';

/** The calls that make, change and move reviews. */
export function reviewCalls(context: ApiContext) {
  const { store, templates, builtIn, work, now, rounds, log, recent, policy } = context;
  return {
    'review.list': async ({ goOn = false }) => ({ kind: 'list', ...(await store.listSoFar({ goOn })) }),
    'review.create': async (input) => {
      const offered = (await templates.offered()).templates.map(({ loaded }) => loaded);
      const template = offered.find((entry) => entry.sha256 === input.templateSha256);
      if (!template) {
        throw new FailureError('not-found', 'This template is not in the library any more. Choose another one.');
      }
      const { id } = await addNew(context, newReview(template, input, now(), policy.quorum), template);
      return { kind: 'created', id };
    },
    'review.open': async ({ id }) => {
      const { template, ...review } = await store.open(id);
      recent.note(id, review.document.title);
      if (review.document.supersedes) await markSuperseded(context, id);
      return { kind: 'opened', ...review, template: template.template };
    },
    'review.save': async (input) => {
      const result = await store.save(input);
      // It is on disk now, so its ballots need not lie sealed any more. That they could not be put away is no failed save.
      if (result.kind === 'saved') {
        await rounds
          .settle(input.document.id, input.document.rounds ?? [])
          .catch((error: unknown) => log.error('A revealed round could not be put away', error));
      }
      if (result.kind === 'saved' && input.document.supersedes) {
        await markSuperseded(context, input.document.id);
      }
      return result;
    },
    'review.putBack': (input) => store.putBackGone(input),
    'people.known': async ({ except }) => ({ kind: 'people', people: await knownPeople(store, except) }),
    'review.mend': async ({ id }) => {
      const mended = await store.mend(id);
      if (!mended) return { kind: 'left' };
      const { document, savedAt, quarantined, reason } = mended;
      log.error('A damaged review was brought back from an earlier version', `${quarantined}: ${reason}`);
      return { kind: 'mended', id, title: document.title, savedAt, quarantined };
    },
    'review.duplicate': async ({ id }) => {
      const { document, template } = await store.open(id);
      return addNew(context, copyOf(document, now()), template);
    },
    'review.file': async ({ id, tags, isArchived }) => {
      await store.mark(id, (review) =>
        fileReview(review, tags, isArchived ? (review.filing?.archivedAt ?? now().toISOString()) : null),
      );
      return { kind: 'filed' };
    },
    'review.trash': async ({ id }) => {
      await store.trash(id);
      recent.forget(id);
      return { kind: 'trashed' };
    },
    'review.restore': async ({ id }) => {
      await store.restore(id);
      return { kind: 'restored' };
    },
    'review.import': async ({ text, ifNew = false }) => {
      const review = await readForeignReview(text, templates, now);
      if (ifNew) return importExactly(context, review);
      const { id, title } = await addForeign(context, review);
      return { kind: 'imported', id, title, ...besideOf(review.document.id, id) };
    },
    'record.import': async ({ pdf }) => {
      const bytes = Buffer.from(pdf, 'base64');
      const review = await readTakenOut(await work.takeOut({ bytes }).catch(tooMuch), templates, now);
      const isAltered = await isAlteredRecord(work, bytes);
      return { ...(await importExactly(context, review)), isAltered };
    },
    'sample.open': async ({ id }) => {
      const sample = builtIn.samples.find((entry) => entry.id === id);
      if (!sample) throw new FailureError('not-found', 'This sample is not part of this Groundwork.');
      return addNew(context, { ...sample.review.document, id: randomUUID() }, sample.review.template);
    },
  } satisfies Partial<Api>;
}

const tooMuch = ifStopped(
  'unsupported',
  'Reading the file took more time or memory than any record needs, so it was stopped. Ask for another copy of the record.',
);
