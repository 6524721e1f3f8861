import { useEffect, useRef } from 'react';
import { say } from '#renderer/base/voice.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { departures } from '#shared/departures/departures.ts';

/** Says a departure from the review once, when it comes up, on whatever page that is. */
export function SaidDepartures({ editor }: { readonly editor: ReviewEditor }) {
  const found = useDerived(editor, departures);
  const known = useRef(new Set(found.map(({ id }) => id)));
  useEffect(() => {
    const added = found.filter(({ id }) => !known.current.has(id));
    known.current = new Set(found.map(({ id }) => id));
    if (added.length > 0) say(departureWords(added.map(({ text }) => text)));
  }, [found]);
  return null;
}

/** One sentence for what came up at once. */
function departureWords(texts: readonly string[]): string {
  if (texts.length === 1) return `A departure from the review, which needs a reason: ${texts[0]}`;
  return `${texts.length} departures from the review, each of which needs a reason: ${texts.join(' ')}`;
}
