import { passageHref, reviewHref } from '#renderer/base/routes.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { AFTERWARDS_WORDS } from '#shared/review/words.ts';
import type { FoundPassage, FoundReview } from '#shared/search/result.ts';
import { type FoundTexts as Found, MOST_SHOWN } from './use-text-search.ts';
import './found-texts.css';

const NOTHING = { total: 0, reviews: [], reading: 0 } as const;

/** Where words stand in the reviews: each place with a stretch of its text, leading there. */
export function FoundTexts({ found, onMore }: { readonly found: Found | null; readonly onMore: () => void }) {
  const { total, reviews, reading } = found ?? NOTHING;
  const where = total === 1 ? 'In the text of 1 review' : `In the text of ${total} reviews`;
  useSaid(found === null || reading > 0 ? '' : where);
  if (total === 0 && reading === 0) return null;
  return (
    <section className="found-texts" aria-label="Found in the text">
      <h2>
        {where}
        {reading > 0 && <span className="soft">, {reading} more to read …</span>}
      </h2>
      <ul className="found-texts__reviews">
        {reviews.map((review) => (
          <FoundIn key={review.id} review={review} />
        ))}
      </ul>
      {total > reviews.length && (
        <p className="row">
          {reviews.length < MOST_SHOWN ? (
            <Button onPress={onMore}>Show more reviews</Button>
          ) : (
            <span className="soft">These are the {reviews.length} that fit best. Add a word to narrow it down.</span>
          )}
        </p>
      )}
    </section>
  );
}

function FoundIn({ review }: { readonly review: FoundReview }) {
  const { id, title, component, number, afterwards, isArchived, passages, more } = review;
  return (
    <li className="found-review">
      <p className="found-review__head">
        <a className="found-review__title" href={reviewHref(id)}>
          {title}
        </a>
        {component !== '' && <span className="small soft">{component}</span>}
        {number > 1 && <Badge>Revision {number}</Badge>}
        {afterwards && <Badge>{AFTERWARDS_WORDS[afterwards]}</Badge>}
        {isArchived && <Badge>In the archive</Badge>}
      </p>
      <ul className="found-review__passages">
        {passages.map((passage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two passages may stand at the same place
          <li key={index}>
            <a className="found-passage" href={passageHref(id, passage)}>
              <span className="found-passage__where">{passage.where}</span>
              <span className="found-passage__text">
                <Excerpt parts={passage.excerpt} />
              </span>
            </a>
          </li>
        ))}
        {more > 0 && <li className="small soft">and {more} more in this review</li>}
      </ul>
    </li>
  );
}

function Excerpt({ parts }: { readonly parts: FoundPassage['excerpt'] }) {
  return parts.map(({ text, isHit }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text, which never change places
    isHit ? <mark key={index}>{text}</mark> : text,
  );
}
