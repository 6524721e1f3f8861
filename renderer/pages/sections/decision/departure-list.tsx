import { memo } from 'react';
import './decision-page.css';
import { sectionHref } from '#renderer/base/routes.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { departures, goesBeyondRule, type NumberedDeparture, owesReason } from '#shared/departures/departures.ts';
import { changeDecision, setDepartureReason } from '#shared/kinds/decision/edit.ts';
import { anchor, sectionOfAnchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';

/** Where the decision or the plan departs from the review, each with its place and its reason. */
export function DepartureList({ editor }: { readonly editor: ReviewEditor }) {
  const found = useDerived(editor, departures);
  return (
    <>
      {found.length > 0 && (
        <Callout
          tone="warning"
          title={found.length === 1 ? 'One departure from the review' : `${found.length} departures from the review`}
        >
          <p className="small">
            Each is allowed. Mend what is not meant, and give the reason for the rest: the record shows both.
          </p>
          <ol className="departures">
            {found.map((departure) => (
              <DepartureItem key={departure.id} editor={editor} departure={departure} />
            ))}
          </ol>
        </Callout>
      )}
      <OneReason editor={editor} isAsked={found.some(({ reasonAt }) => reasonAt === ONE_REASON)} />
    </>
  );
}

/** The field for the reason that reviews have had from the first release. */
const ONE_REASON = anchor('decision', 'contradiction');

const DepartureItem = memo(function DepartureItem({
  editor,
  departure,
}: {
  readonly editor: ReviewEditor;
  readonly departure: NumberedDeparture;
}) {
  const { id, number, text, rests, place } = departure;
  const section = sectionOfAnchor(editor.template, place);
  const sentence = anchor('decision', 'departure', id, 'sentence');
  return (
    <li id={anchor('decision', 'departure', id)} className="stack stack--tight">
      <p>
        <strong>{number}.</strong> <span id={sentence}>{text}</span>{' '}
        {section && <a href={sectionHref(editor.id, section.kind, place)}>Go to “{section.title}”</a>}
      </p>
      <p className="small soft">Rests on: {rests.map((basis) => basis.text).join('; ')}.</p>
      <DepartureReason editor={editor} departure={departure} sentence={sentence} />
    </li>
  );
});

/** The reason, to be written here unless another section has a field for it. */
function DepartureReason({
  editor,
  departure,
  sentence,
}: {
  readonly editor: ReviewEditor;
  readonly departure: NumberedDeparture;
  /** Id of the sentence that says what departs. */
  readonly sentence: string;
}) {
  const { id, number, reason, reasonAt } = departure;
  const section = sectionOfAnchor(editor.template, reasonAt);
  if (section && section.kind !== 'decision') {
    return (
      <p className="small preserve-lines" data-owed={owesReason(departure) || undefined}>
        {owesReason(departure) ? 'No reason has been written. ' : `Reason: ${reason} `}
        <a href={sectionHref(editor.id, section.kind, reasonAt)}>
          {owesReason(departure) ? 'Write it' : 'Change it'} in “{section.title}”
        </a>
      </p>
    );
  }
  const write = (written: string) => (review: ReviewDocument) =>
    reasonAt === ONE_REASON
      ? changeDecision(review, { contradictionReason: written })
      : setDepartureReason(review, id, written);
  return (
    <TextArea
      id={reasonAt === ONE_REASON ? reasonAt : `${reasonAt}.reason`}
      label={`Why all the same, departure ${number}`}
      describedBy={sentence}
      isLabelHidden
      placeholder="Why all the same"
      isRequired
      rows={2}
      value={reason}
      onChange={(written) => editor.update(write(written), reasonAt)}
    />
  );
}

/** The one reason that is asked for where the rule leans neither way; and one that is left over from before. */
function OneReason({ editor, isAsked }: { readonly editor: ReviewEditor; readonly isAsked: boolean }) {
  const contradictionReason = useDocument(editor, ({ decision }) => decision.contradictionReason);
  const isAskedFor = useDerived(editor, goesBeyondRule);
  // A reason that was written stays visible, because the record prints it, until somebody removes it.
  if (isAsked || (!isAskedFor && isBlank(contradictionReason))) return null;
  return (
    <Callout
      tone="neutral"
      title={
        isAskedFor ? 'The rule leans neither way here, so either decision needs a reason' : 'Noted on the decision'
      }
    >
      <TextArea
        id={ONE_REASON}
        label={isAskedFor ? 'Why the decision goes this way' : 'Clear it if the record should not show it'}
        isRequired={isAskedFor}
        rows={2}
        value={contradictionReason}
        onChange={(text) =>
          editor.update((review) => changeDecision(review, { contradictionReason: text }), ONE_REASON)
        }
      />
    </Callout>
  );
}
