import { mergeHref, reviewHref } from '#renderer/base/routes.ts';
import { firstKeys } from '#renderer/base/shortcuts.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { say } from '#renderer/base/voice.ts';
import { useToast } from '#renderer/components/toast.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { type ShownFault, useAttempt } from '#renderer/host/use-attempt.ts';
import { useWorkspace } from '#renderer/review/use-workspace.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import { ALTERED, type Imported, importFile, importText } from './import-file.ts';

export interface ReviewActions {
  readonly fault: ShownFault | null;
  readonly dismissFault: () => void;
  readonly duplicate: (review: ReviewSummary) => void;
  /** `neighbour`: id of the review that gets the focus when this one is gone. */
  readonly trash: (review: ReviewSummary, neighbour: string | undefined) => void;
  readonly file: (review: ReviewSummary, tags: readonly string[], isArchived: boolean) => void;
  /** Brings back what was deleted last, and then what was before that. */
  readonly bringBack: () => void;
  readonly rename: (review: ReviewSummary, title: string) => void;
  /** Shows the file of a review in the file manager. */
  readonly reveal: (review: ReviewSummary) => void;
  readonly openSample: (id: string) => void;
  readonly importFiles: (files: readonly File[]) => void;
}

/** What was deleted since the program started, the latest at the end. */
const deleted: Pick<ReviewSummary, 'id' | 'title'>[] = [];

/**
 * What can be done with reviews on the home screen; failures come back ready to show.
 * @param onFocus told which review is to get the focus, once it is on the list
 */
export function useReviewActions(reload: () => void, onFocus: (id: string) => void): ReviewActions {
  const { client } = useHost();
  const workspace = useWorkspace();
  const toast = useToast();
  const { fault, attempt, show, dismiss } = useAttempt();

  async function duplicate({ id, title }: ReviewSummary) {
    const copy = await attempt(() => client['review.duplicate']({ id }), `“${title}” was not duplicated`);
    if (!copy) return;
    toast({ text: `Duplicated as “${copy.title}”.` });
    reload();
  }

  async function trash({ id, title }: ReviewSummary, neighbour: string | undefined) {
    if (!(await attempt(() => client['review.trash']({ id }), `“${title}” was not deleted`))) return;
    deleted.push({ id, title });
    if (neighbour !== undefined) onFocus(neighbour);
    reload();
    const keys = firstKeys('bringBack');
    toast({ text: `“${title}” is in the trash.`, action: { text: 'Undo', onAction: () => void bringBack(), keys } });
  }

  async function file(review: ReviewSummary, tags: readonly string[], isArchived: boolean) {
    const { id, title } = review;
    const filed = await attempt(
      () => client['review.file']({ id, tags: [...tags], isArchived }),
      `“${title}” was not filed`,
    );
    if (!filed) return;
    if (isArchived !== review.isArchived) {
      toast({ text: isArchived ? `“${title}” is in the archive.` : `“${title}” is on the list again.` });
    } else {
      say(tags.length === 0 ? `“${title}” has no tags.` : `Tags of “${title}”: ${tags.join(', ')}.`);
    }
    reload();
  }

  async function bringBack() {
    const last = deleted.at(-1);
    if (!last) return;
    const { id, title } = last;
    if (!(await attempt(() => client['review.restore']({ id }), `“${title}” was not brought back`))) return;
    deleted.splice(deleted.indexOf(last), 1);
    toast({ text: `“${title}” is back.` });
    onFocus(id);
    reload();
  }

  async function rename({ id, title: before }: ReviewSummary, title: string) {
    // By way of the open review, so that another window that has it takes the change over.
    const session = await workspace.open(id);
    if ('kind' in session) return show(session, `“${before}” was not renamed`);
    session.commit((review) => ({ ...review, title }));
    if (await session.flush()) say(`Renamed to “${title}”.`);
    await workspace.leave(session);
    onFocus(id);
    reload();
  }

  async function reveal({ id, title }: ReviewSummary) {
    await attempt(() => client['review.reveal']({ id }), `The file of “${title}” was not shown`);
  }

  async function openSample(id: string) {
    const copy = await attempt(() => client['sample.open']({ id }), 'The sample was not opened');
    if (copy) navigate(reviewHref(copy.id));
  }

  async function importFiles(files: readonly File[]) {
    const imported: Imported[] = [];
    for (const file of files) {
      const answer = await importFile(client, file, { onRecord: () => toast({ text: `Checking “${file.name}”…` }) });
      // Shown rather than attempted: a file that comes in does not take away why an earlier one did not.
      if (answer.kind === 'failed') show(answer, `“${file.name}” was not imported`);
      else imported.push(answer);
      if ('isAltered' in answer && answer.isAltered) show(ALTERED, `“${file.name}” was altered after it was signed`);
    }
    const [only, ...more] = imported;
    if (!only) return;
    // An older file may come in far down the list.
    const open = only.beside
      ? { text: 'Merge…', href: mergeHref(only.beside, { kind: 'review', id: only.id }) }
      : { text: 'Open', href: reviewHref(only.id) };
    toast(
      more.length > 0 ? { text: `${imported.length} reviews imported.` } : { text: importText(only), action: open },
    );
    reload();
  }

  return {
    fault,
    dismissFault: dismiss,
    duplicate: (review) => void duplicate(review),
    trash: (review, neighbour) => void trash(review, neighbour),
    file: (review, tags, isArchived) => void file(review, tags, isArchived),
    rename: (review, title) => void rename(review, title),
    reveal: (review) => void reveal(review),
    bringBack: () => void bringBack(),
    openSample: (id) => void openSample(id),
    importFiles: (files) => void importFiles(files),
  };
}
