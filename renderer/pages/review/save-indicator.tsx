import { CircleAlert, CircleCheck, LoaderCircle } from 'lucide-react';
import { useEffect, useState } from 'react';
import { writeMoment, writeTimeOrDay } from '#renderer/base/dates.ts';
import type { Tone } from '#renderer/components/tone.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { SavedAs, SaveState } from '#renderer/review/save-queue.ts';
import { useSession } from '#renderer/review/use-document.ts';
import '#renderer/components/tone.css';
import './top-bar.css';

interface Look {
  readonly tone: Tone;
  readonly text: string;
}

/** The sign for each state. All of them are there: one put in or taken out would have the browser look at the style of the whole page, at a key. */
const ICONS = [
  { kind: 'saved', Icon: CircleCheck },
  { kind: 'saving', Icon: LoaderCircle },
  { kind: 'trouble', Icon: CircleAlert },
] as const;

/** Time in ms without change before the state is read out, so that typing is not talked over. */
const QUIET = 1_500;

/** Where the panel is that says why and what to do; it lies over the foot of the window. */
const WHERE = 'Why, and what to do, is at the end of the page.';

/** Says truly whether everything is on disk. */
export function SaveIndicator({ editor }: { readonly editor: ReviewEditor }) {
  const state = useSession(editor, ({ save }) => save);
  const saved = useSession(editor, (snapshot) => snapshot.saved);
  const { tone, text } = lookOf(state, saved);
  const [spoken, setSpoken] = useState('');
  const words = wordsOf(state, saved);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(words), QUIET);
    return () => clearTimeout(timer);
  }, [words]);
  return (
    <div
      className={`save-indicator tone--${tone}`}
      data-state={state.kind}
      // Begins to turn again after each save, so that it is seen to turn only when a single one takes long.
      data-turn={saved.revision % 2 === 0 ? 'even' : 'odd'}
    >
      {ICONS.map(({ kind, Icon }) => (
        <Icon key={kind} className={`save-indicator__icon save-indicator__icon--${kind}`} aria-hidden size={16} />
      ))}
      <span
        className="save-indicator__long"
        title={state.kind === 'saved' ? `Written to disk ${writeMoment(saved.savedAt)}` : undefined}
      >
        {text}
      </span>
      <span className="save-indicator__short" aria-hidden>
        {shortOf(state)}
      </span>
      <span className="visually-hidden" role="status">
        {spoken}
      </span>
    </div>
  );
}

/** What is read out: without the time, so that “saved” is said once, and not at every try of its own after a failure. */
function wordsOf(state: SaveState, saved: SavedAs): string {
  if (state.kind === 'saved') return 'Saved';
  if (state.kind !== 'failed') return lookOf(state, saved).text;
  return `${lookOf({ ...state, retrying: false }, saved).text}. ${WHERE}`;
}

function lookOf(state: SaveState, saved: SavedAs): Look {
  switch (state.kind) {
    case 'saved':
      return { tone: 'neutral', text: `Saved ${writeTimeOrDay(saved.savedAt)}` };
    case 'saving':
      return { tone: 'neutral', text: 'Saving…' };
    case 'stale':
      return { tone: 'warning', text: 'Not saved: changed elsewhere' };
    case 'failed': {
      if (state.retrying) return { tone: 'warning', text: 'Not saved, trying again…' };
      const isGone = state.failure.code === 'unreachable';
      return { tone: 'warning', text: isGone ? 'Not saved: no answer' : 'Not saved' };
    }
  }
}

/** As little as is still true, for windows without room. */
function shortOf({ kind }: SaveState): string {
  if (kind === 'saved') return 'Saved';
  return kind === 'saving' ? 'Saving…' : 'Not saved';
}
