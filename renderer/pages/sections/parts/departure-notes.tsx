import { sectionHref } from '#renderer/base/routes.ts';
import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerivedPiece } from '#renderer/review/use-document.ts';
import { departures, owesReason } from '#shared/departures/departures.ts';
import { anchor } from '#shared/review/anchor.ts';

/**
 * The departures that an answer causes, beside that answer: those that rest on the place `at`, or
 * those with one of the `ids`. Nothing when there is none.
 */
export function DepartureNotes({
  editor,
  at,
  ids = [],
}: {
  readonly editor: ReviewEditor;
  readonly at?: string;
  readonly ids?: readonly string[];
}) {
  const found = useDerivedPiece(editor, departures, (all) =>
    all.filter(({ id, rests }) => ids.includes(id) || rests.some(({ place }) => place === at)),
  );
  return found.map((departure) => (
    <Callout key={departure.id} tone="warning" title={departure.text}>
      <p className="small">
        {owesReason(departure) ? 'No reason has been written. ' : 'A reason has been written. '}
        <a href={sectionHref(editor.id, 'decision', anchor('decision', 'departure', departure.id))}>
          Departure {departure.number} of the decision
        </a>
      </p>
    </Callout>
  ));
}
