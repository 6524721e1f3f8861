import { useEffect, useEffectEvent } from 'react';
import { say } from '#renderer/base/voice.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { type SectionTime, useSeconds } from '#renderer/review/use-clock.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { BREAKS } from '#shared/agenda/agenda.ts';
import { type AgendaNow, agendaNow, linesAround, minutesText } from '#shared/agenda/agenda-now.ts';
import '#renderer/components/tone.css';
import './stage.css';

export interface AgendaViewProps {
  readonly editor: ReviewEditor;
  /** The clock of this window; null in a window for the room, which sees what is noted. */
  readonly clock: SectionTime | null;
  /** Whether there is a break, where another window counts it. */
  readonly isBreak?: boolean;
  /** Whether it is only seen: another window says what there is to hear. */
  readonly isSilent?: boolean;
}

/** Lines of the agenda that fit beside each other at the size of the stage. */
const LINES = 8;

/** The agenda on the stage: where the workshop is, what time is left, and what comes next. */
export function AgendaView({ editor, clock, isBreak = false, isSilent = false }: AgendaViewProps) {
  const review = useDocument(editor, (document) => document);
  const pending = useSeconds(clock, review.agenda?.used);
  const running = clock?.kind ?? (isBreak ? BREAKS : null);
  const now = agendaNow(review, editor.template, running, pending);
  const tell = useEffectEvent(() => now && say(spoken(now)));
  // Also on arrival: what has the focus then is the stage. Not at each minute, but when the time is nearly up.
  const standing = isSilent || !now ? '' : `${now.current.kind} ${now.tone}`;
  useEffect(() => {
    if (standing !== '') tell();
  }, [standing]);
  if (!now) return null;
  const shown = linesAround(now.lines, LINES);
  const { sitting, current, left, tone, usedMinutes, plannedMinutes } = now;
  return (
    <>
      <div className="stage-page__thing">
        <h1 className="stage-page__name">{titleOf(now)}</h1>
        <ol className="stage-agenda" start={now.lines.findIndex(({ kind }) => kind === shown[0]?.kind) + 1}>
          {shown.map(({ kind, title, minutes, state }) => (
            <li
              key={kind}
              className={`stage-agenda__line stage-agenda__line--${state}`}
              aria-current={state === 'now' ? 'step' : undefined}
            >
              <span className="stage-agenda__title">{title}</span>
              <span className="stage-agenda__minutes">{minutes} min</span>
            </li>
          ))}
        </ol>
      </div>
      <aside className="stage-page__follows" aria-label="Now">
        <h2 className="stage-page__title">Now</h2>
        <p className="stage-agenda__now">{current.title}</p>
        <p className={`stage-page__result tone--${tone}`}>{left}</p>
        <h3 className="stage-page__title">Next</h3>
        <p>{nextText(now)}</p>
        {sitting.count > 1 && (
          <p className="stage-page__place">
            {sitting.usedMinutes} of {sitting.plannedMinutes} min used in this sitting
          </p>
        )}
        <p className="stage-page__place">
          {usedMinutes} of {plannedMinutes} min used in all
        </p>
      </aside>
    </>
  );
}

function titleOf({ sitting }: AgendaNow): string {
  return sitting.count > 1 ? `Agenda, sitting ${sitting.number} of ${sitting.count}` : 'Agenda';
}

function nextText({ next }: AgendaNow): string {
  return next ? `${next.title}, ${minutesText(next.minutes)}` : 'The end';
}

/** The agenda in a sentence or two, as it is heard. */
function spoken(now: AgendaNow): string {
  return `${titleOf(now)}. Now: ${now.current.title}, ${now.left}. Next: ${nextText(now)}.`;
}
