import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { type SplitResult, splitResults } from '#shared/rounds/split-votes.ts';

/** Says that the result of a section rests on answers that the people in the room did not agree on. */
export function SplitVotesNote({ editor, section }: { readonly editor: ReviewEditor; readonly section: SplitResult }) {
  const split = useDerived(editor, splitResults).find((result) => result.section === section);
  if (!split) return null;
  return (
    <Callout tone="open" title={split.title}>
      <p>{split.votes.join('; ')}.</p>
    </Callout>
  );
}
