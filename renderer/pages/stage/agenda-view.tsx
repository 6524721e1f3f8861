import { useSaid } from '#renderer/base/use-said.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { type SectionTime, useSeconds } from '#renderer/review/use-clock.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { BREAKS } from '#shared/agenda/agenda.ts';
import { agendaNow, linesAround, minutesText } from '#shared/agenda/agenda-now.ts';
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
  const pending = useSeconds(clock);
  const running = clock?.kind ?? (isBreak ? BREAKS : null);
  const now = agendaNow(review, editor.template, running, pending);
  useSaid(isSilent || !now ? '' : `Agenda. Now: ${now.current.title}, ${now.left}.`, 0);
  if (!now) return null;
  const shown = linesAround(now.lines, LINES);
  const { lines, sitting, current, left, tone, next, usedMinutes, plannedMinutes } = now;
  return (
    <>
      <div className="stage-page__thing">
        <h1 className="stage-page__name">
          Agenda{sitting.count > 1 && `, sitting ${sitting.number} of ${sitting.count}`}
        </h1>
        <ol className="stage-agenda" start={lines.findIndex(({ kind }) => kind === shown[0]?.kind) + 1}>
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
        <p>{next ? `${next.title}, ${minutesText(next.minutes)}` : 'The end'}</p>
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
