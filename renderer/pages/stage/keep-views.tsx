import { useRef, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import type { Dissent } from '#shared/kinds/parts.ts';
import { POSITION_WORDS } from '#shared/kinds/parts-words.ts';
import { type Ballot, differingBallots } from '#shared/rounds/rounds.ts';
import { namesText } from '#shared/rounds/words.ts';
import { addView } from '#shared/stage/differing-views.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import './vote.css';

const POSITIONS = Object.entries(POSITION_WORDS) as readonly [Dissent['position'], string][];

/**
 * Puts those who voted otherwise than the team answered on record, one after the other. Each is asked how they stand to the
 * team's answer: a vote says what somebody would answer, and not whether they can live with another answer.
 */
export function KeepViews({ editor, thing }: { readonly editor: ReviewEditor; readonly thing: StageThing }) {
  const review = useDocument(editor, (document) => document);
  const ballots = differingBallots(review, thing);
  const [isAsking, setAsking] = useState(false);
  const asked = useRef<HTMLFieldSetElement>(null);
  const [first] = ballots;
  if (!first) return null;
  if (!isAsking) {
    const ask = () =>
      focusAfter(
        () => setAsking(true),
        () => asked.current?.querySelector('button'),
      );
    return <Button onPress={ask}>Keep the differing view of {namesText(ballots.map(({ voter }) => voter))}</Button>;
  }
  const keep = ({ voter, reason, answers }: Ballot, position: Dissent['position']) => {
    const given = answers.map((answer) => ({ ...answer }));
    editor.update((document) =>
      addView(document, thing, { id: editor.newId(), name: voter, position, reason, answers: given }),
    );
    say(`The view of ${voter} goes on record: ${POSITION_WORDS[position]}.`);
  };
  return (
    <fieldset ref={asked} className="vote__stands">
      <legend>How does {first.voter} stand to the team’s answer?</legend>
      <div className="row">
        {POSITIONS.map(([position, words]) => (
          <Button key={position} onPress={() => keep(first, position)}>
            {words}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
