import type { CSSProperties } from 'react';
import { today, writeDay } from '#renderer/base/dates.ts';
import { Help } from '#renderer/components/help.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { addDays } from '#shared/base/calendar.ts';
import { type PhaseSpan, weeksText } from '#shared/kinds/training/training.ts';
import './training-page.css';

export interface PhasesProps {
  readonly editor: ReviewEditor;
  readonly phases: readonly PhaseSpan[];
  /** First day; null while it is open, and then the picture shows weeks only. */
  readonly startOn: string | null;
}

type Style = CSSProperties & Readonly<Record<`--${string}`, number>>;

/** The phases as bars over the weeks. Each bar says its weeks and dates in words beside it. */
export function Phases({ editor, phases, startOn }: PhasesProps) {
  const weeks = Math.max(0, ...phases.map(({ phase }) => phase.toWeek));
  const now = startOn === null ? null : placeOfToday(startOn, weeks);
  return (
    <div className="phases">
      <ol className="phases__rows" aria-label="Phases">
        {phases.map(({ phase, dates, from, to }) => {
          const style: Style = { '--from': from, '--to': to };
          return (
            <li key={phase.id} className="phase">
              <div className="phase__words">
                <p className="phase__name">{phase.name}</p>
                <p className="small soft">
                  {capital(weeksText(phase))}
                  {dates && `: ${spanText(dates)}`}
                </p>
              </div>
              <div className="phase__track" aria-hidden>
                <span className="phase__bar" style={style} />
              </div>
              <div className="phase__help">
                <Help
                  texts={[phase.help]}
                  sources={phase.sources}
                  template={editor.template}
                  openLink={editor.openLink}
                  summary="Help and sources"
                  about={phase.name}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <div className="phases__axis" aria-hidden>
        <div className="phases__scale">
          {ticks(weeks).map((week) => (
            <Tick key={week} at={weeks === 0 ? 0 : week / weeks}>
              {startOn === null ? `week ${week}` : writeDay(addDays(startOn, week * 7))}
            </Tick>
          ))}
          {now !== null && (
            <span className="phases__today" style={{ '--at': now } as Style}>
              <span className="phases__today-word">today</span>
            </span>
          )}
        </div>
      </div>
      {startOn === null && <p className="small soft">With the first day set, the weeks become dates.</p>}
    </div>
  );
}

function Tick({ at, children }: { readonly at: number; readonly children: string }) {
  const style: Style = { '--at': at };
  const place = at === 0 ? 'first' : at === 1 ? 'last' : 'middle';
  return (
    <span className={`phases__tick phases__tick--${place}`} style={style}>
      {children}
    </span>
  );
}

/** Weeks to name on the axis: the first, the last and what lies evenly between them. */
function ticks(weeks: number): readonly number[] {
  if (weeks === 0) return [0];
  const whole = Number.isInteger(weeks);
  const parts = whole ? ([4, 3, 2].find((count) => weeks % count === 0) ?? 1) : 1;
  return Array.from({ length: parts + 1 }, (_, index) => (weeks / parts) * index);
}

/** Where today stands on the axis; null outside of it. */
function placeOfToday(startOn: string, weeks: number): number | null {
  const days = (Date.parse(`${today()}T00:00:00Z`) - Date.parse(`${startOn}T00:00:00Z`)) / 86_400_000;
  const place = weeks === 0 ? -1 : days / (weeks * 7);
  return place >= 0 && place <= 1 ? place : null;
}

function spanText({ from, to }: NonNullable<PhaseSpan['dates']>): string {
  return from === to ? writeDay(from) : `${writeDay(from)} to ${writeDay(to)}`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
