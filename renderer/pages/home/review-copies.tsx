import { writeMoment } from '#renderer/base/dates.ts';
import { mergeHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import { useHost } from '#renderer/host/host.tsx';
import { useAttempt } from '#renderer/host/use-attempt.ts';
import type { ReviewCopy } from '#renderer/review/use-copies.ts';
import type { ReviewSummary } from '#shared/review/summary.ts';
import './review-copies.css';

export interface ReviewCopiesProps {
  readonly copies: readonly ReviewCopy[];
  readonly reviews: readonly ReviewSummary[];
  /** A copy has become a review of its own or is gone. */
  readonly onChanged: () => void;
}

/** Copies that are shown at once. */
const MOST_SHOWN = 10;
const KEEP = 'Keep as its own review';
const BRING_BACK = 'Bring it back as a review';

/** Copies that other programs put beside reviews: each can be merged into its review or kept as one of its own. */
export function ReviewCopies({ copies, reviews, onChanged }: ReviewCopiesProps) {
  const { client } = useHost();
  const toast = useToast();
  const { fault, isBusy, attempt } = useAttempt();
  if (copies.length === 0) return null;

  async function keep(file: string) {
    const kept = await attempt(() => client['copy.keep']({ file }));
    if (!kept) return;
    toast({ text: `“${kept.title}” is a review of its own now.` });
    onChanged();
  }

  async function discard(file: string) {
    if (!(await attempt(() => client['copy.clear']({ file })))) return;
    toast({ text: 'The copy is in the trash.' });
    onChanged();
  }

  const shown = copies.slice(0, MOST_SHOWN).map((copy) => {
    const review = reviews.find(({ id }) => id === copy.id);
    const name = review?.title ?? 'a review that is not here any more';
    const from = [copy.by, copy.program].filter(Boolean).join(', ');
    const saved = copy.savedAt === null ? '' : `saved ${writeMoment(copy.savedAt)}`;
    return { file: copy.file, id: copy.id, review, name, from, saved };
  });
  // Several copies of one review have to be told apart by ear as well.
  const names = toldApart(
    shown.map(({ name, from, saved, file }) => `copy of ${name}, ${[from, saved].filter(Boolean).join(', ') || file}`),
  );
  const title =
    copies.length === 1
      ? 'A review was changed in two places'
      : `${copies.length} copies of reviews were changed elsewhere`;
  return (
    <Callout tone="open" title={title}>
      <p>
        Another program could not put {copies.length === 1 ? 'both versions' : 'the versions'} together and left{' '}
        {copies.length === 1 ? 'a copy' : 'copies'} beside the {copies.length === 1 ? 'review' : 'reviews'}. Merge what
        both hold, or keep a copy as a review of its own. Nothing is deleted: a copy that is done with goes to the
        trash.
      </p>
      <ul className="review-copies">
        {shown.map(({ file, id, review, name, from, saved }, index) => {
          const which = names[index] ?? name;
          return (
            <li key={file}>
              <p>
                <strong>{name}</strong>
                {from !== '' && ` – from ${from}`}
                {saved !== '' && ` – ${saved}`}
              </p>
              <p className="soft">
                <code>{file}</code>
              </p>
              <div className="row">
                {review && (
                  <LinkButton size="small" href={mergeHref(id, { kind: 'copy', file })} label={`Merge… ${which}`}>
                    Merge…
                  </LinkButton>
                )}
                <Button
                  size="small"
                  isDisabled={isBusy}
                  label={`${review ? KEEP : BRING_BACK}: ${which}`}
                  onPress={() => void keep(file)}
                >
                  {review ? KEEP : BRING_BACK}
                </Button>
                <Button
                  kind="quiet"
                  size="small"
                  isDisabled={isBusy}
                  label={`To the trash: ${which}`}
                  onPress={() => void discard(file)}
                >
                  To the trash
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
      {copies.length > MOST_SHOWN && <p>And {copies.length - MOST_SHOWN} more, which follow when these are done.</p>}
      {fault && <p role="alert">{fault.message}</p>}
    </Callout>
  );
}
