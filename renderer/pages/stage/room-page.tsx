import { Maximize } from 'lucide-react';
import { useEffect } from 'react';
import { fillScreen } from '#renderer/base/full-screen.ts';
import { AGENDA } from '#renderer/base/routes.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { useRoomView } from '#renderer/review/use-room.ts';
import { PREMORTEM } from '#shared/rounds/rounds.ts';
import { stageThings, thingAt } from '#shared/stage/stage-things.ts';
import { AgendaView } from './agenda-view.tsx';
import { RoomVote } from './room-vote.tsx';
import { StageView } from './stage-view.tsx';
import './stage.css';

/** The window for the room: the thing that is worked on in another window, as it stands, and nothing to press. */
export function RoomPage({ session }: { readonly session: ReviewSession }) {
  const editor = useEditor(session);
  const things = useDerived(editor, stageThings);
  const title = useDocument(editor, (review) => review.title);
  const { place, isBlank, isBreak, vote, timer, scrolled, turns } = useRoomView(session);
  const isAgenda = place === AGENDA || isBreak;
  const rounds = useDocument(editor, (review) => review.rounds);
  const thing = thingAt(things, place === PREMORTEM ? null : place);
  useTitle('For the room', title);
  useEffect(() => session.room.project(), [session]);
  useEffect(() => {
    // Newer browsers give a promise back, which is no way to end an effect.
    scrollTo({ top: scrolled * innerHeight });
  }, [scrolled]);
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key.toLowerCase() === 'f') fillScreen();
    };
    addEventListener('keydown', onKeyDown);
    return () => removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <main className={`stage-page ${isBlank ? 'stage-page--blank' : ''}`} aria-label="For the room">
      {!isBlank && vote && (
        <RoomVote
          vote={vote}
          timer={timer}
          thing={place === PREMORTEM ? null : thing}
          rounds={(rounds ?? []).filter(({ subject }) => subject === place)}
        />
      )}
      {!isBlank && !vote && isAgenda && <AgendaView editor={editor} clock={null} isBreak={isBreak} isSilent />}
      {!isBlank && !vote && !isAgenda && thing && (
        <StageView
          editor={editor}
          things={things}
          thing={thing}
          current={-1}
          isReadOnly
          isSilent
          turns={turns}
          onAnswer={() => undefined}
        />
      )}
      <div className="stage-page__controls">
        <IconButton icon={Maximize} label="Fill the screen" shortcut="F" onPress={fillScreen} />
      </div>
    </main>
  );
}
