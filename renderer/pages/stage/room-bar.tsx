import { useId } from 'react';
import { AGENDA } from '#renderer/base/routes.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { useHasProjector, useRoomView } from '#renderer/review/use-room.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import { stageThings, thingAt } from '#shared/stage/stage-things.ts';
import { whatFollows } from '#shared/stage/what-follows.ts';
import './room-bar.css';

export interface RoomBarProps {
  readonly editor: ReviewEditor;
  readonly session: ReviewSession;
}

/** For whoever leads: what the second window shows, what comes next, and a way to blank it. */
export function RoomBar({ editor, session }: RoomBarProps) {
  const hasProjector = useHasProjector(session);
  const { place, isBlank, isBreak } = useRoomView(session);
  const things = useDerived(editor, stageThings);
  const id = useId();
  if (!hasProjector) return null;
  const thing = place === AGENDA ? null : thingAt(things, place);
  const next = place === AGENDA ? things[0] : thing ? things[things.indexOf(thing) + 1] : undefined;
  const turnBlank = () => {
    session.room.show({ isBlank: !isBlank });
    say(isBlank ? 'The room sees it again.' : 'The room sees a blank screen.');
  };
  return (
    <section className="room-bar" aria-labelledby={id}>
      <h2 className="room-bar__title" id={id}>
        The room sees
      </h2>
      <p>
        {isBlank
          ? 'a blank screen'
          : isBreak
            ? 'the agenda, with the break'
            : place === AGENDA
              ? 'the agenda'
              : (thing?.name ?? 'nothing')}
      </p>
      {next && <p className="room-bar__next soft">Next: {next.name}</p>}
      {thing && <TurnList editor={editor} session={session} thing={thing} />}
      <Button size="small" onPress={turnBlank}>
        {isBlank ? 'Show it again' : 'Blank it'}
      </Button>
    </section>
  );
}

/** Lists of so many lines fit beside anything. */
const FITTING = 3;

/** Leads the room on in what follows from the thing it sees: nobody can scroll there. */
function TurnList({ editor, session, thing }: RoomBarProps & { readonly thing: StageThing }) {
  const { turns } = useRoomView(session);
  const review = useDocument(editor, (document) => document);
  const lines = whatFollows(review, editor.template, thing)?.lines ?? [];
  if (lines.length <= FITTING) return null;
  const turn = () => {
    session.room.show({ turns: turns + 1 });
    say('The room sees the rest of the list, or its beginning again.');
  };
  return (
    <Button size="small" onPress={turn}>
      Rest of the list
    </Button>
  );
}
