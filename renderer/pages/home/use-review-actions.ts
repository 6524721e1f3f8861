import { useState } from 'react';
import { isPdf, readRecordFile, readReviewFile } from '#renderer/base/read-file.ts';
import { reviewHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import type { ActionFault } from '#renderer/components/fault-dialog.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { explainCall, type Fault } from '#renderer/host/explain-call.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Failure, Output } from '#shared/contract/contract.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';

export interface ReviewActions {
  readonly fault: ActionFault | null;
  readonly dismissFault: () => void;
  readonly duplicate: (review: ReviewSummary) => void;
  readonly trash: (review: ReviewSummary) => void;
  readonly openSample: (id: string) => void;
  readonly importFiles: (files: readonly File[]) => void;
}

type Imported = Extract<Output<'review.import'> | Output<'record.import'>, { kind: 'imported' }>;

/** What can be done with reviews on the home screen; failures come back ready to show. */
export function useReviewActions(reload: () => void): ReviewActions {
  const { client } = useHost();
  const toast = useToast();
  const [fault, setFault] = useState<ActionFault | null>(null);

  /** Runs a call; its value, or null after showing why it failed. */
  async function attempt<Value extends { readonly kind: string }>(
    title: string,
    call: () => Promise<Value | Failure>,
  ): Promise<Exclude<Value, Failure> | null> {
    const failed = ({ message, details }: Fault) => {
      setFault({ title, message, details });
      return null;
    };
    try {
      const answer = await call();
      return isFailure(answer) ? failed(answer) : (answer as Exclude<Value, Failure>);
    } catch (error) {
      return failed(explainCall(error));
    }
  }

  async function duplicate({ id, title }: ReviewSummary) {
    const copy = await attempt(`“${title}” was not duplicated`, () => client['review.duplicate']({ id }));
    if (!copy) return;
    toast({ text: `Duplicated as “${copy.title}”.` });
    reload();
  }

  async function trash({ id, title }: ReviewSummary) {
    if (!(await attempt(`“${title}” was not deleted`, () => client['review.trash']({ id })))) return;
    reload();
    const restore = async () => {
      if (await attempt(`“${title}” was not brought back`, () => client['review.restore']({ id }))) {
        toast({ text: `“${title}” is back.` });
        reload();
      }
    };
    toast({ text: `“${title}” is in the trash.`, action: { text: 'Undo', onAction: () => void restore() } });
  }

  async function openSample(id: string) {
    const copy = await attempt('The sample was not opened', () => client['sample.open']({ id }));
    if (copy) navigate(reviewHref(copy.id));
  }

  /** One file, brought in; null after showing why it was not. */
  async function importFile(file: File): Promise<Imported | null> {
    const title = `“${file.name}” was not imported`;
    const asRecord = await isPdf(file);
    const read = await (asRecord ? readRecordFile(file) : readReviewFile(file));
    if (read.kind === 'refused') {
      setFault({ title, message: read.message, details: [] });
      return null;
    }
    if (!asRecord) return attempt(title, () => client['review.import']({ text: read.text }));
    // Its seals are checked first, which takes a while for a long record.
    toast({ text: `Checking “${file.name}”…` });
    const answer = await attempt(title, () => client['record.import']({ pdf: read.text }));
    if (answer?.isAltered) setFault(alteredFault(file.name));
    return answer;
  }

  async function importFiles(files: readonly File[]) {
    const imported: Imported[] = [];
    for (const file of files) {
      const answer = await importFile(file);
      if (answer) imported.push(answer);
    }
    const [only, ...more] = imported;
    if (!only) return;
    // An older file may come in far down the list.
    const open = { text: 'Open', href: reviewHref(only.id) };
    toast(
      more.length > 0 ? { text: `${imported.length} reviews imported.` } : { text: importText(only), action: open },
    );
    reload();
  }

  return {
    fault,
    dismissFault: () => setFault(null),
    duplicate: (review) => void duplicate(review),
    trash: (review) => void trash(review),
    openSample: (id) => void openSample(id),
    importFiles: (files) => void importFiles(files),
  };
}

function isFailure(answer: { readonly kind: string }): answer is Failure {
  return answer.kind === 'failed';
}

/** It was brought in all the same: what is inside may be all that is left. */
function alteredFault(file: string): ActionFault {
  return {
    title: `“${file}” was altered after it was signed`,
    message:
      'The review inside was brought in as it stands there, and may not be what was signed. Verify says what was changed. Ask whoever keeps the original for another copy.',
    details: [],
  };
}

/** How an import went, as far as a person has to know. */
function importText(imported: Imported): string {
  const { title } = imported;
  switch ('standing' in imported ? imported.standing : 'new') {
    case 'new':
      return `Imported “${title}”.`;
    case 'here':
      return `“${title}” is here already, so nothing was brought in.`;
    case 'beside':
      return `Another version of “${title}” is here, so this one is a review of its own.`;
  }
}
