import { Clock, Pause, Play } from 'lucide-react';
import { useEffect } from 'react';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { type SectionTime, useSeconds } from '#renderer/review/use-clock.ts';
import { useDerived, useDerivedPiece, useDocument } from '#renderer/review/use-document.ts';
import { agendaEntries, breaksEntry, clockText } from '#shared/agenda/agenda.ts';
import { WARNING } from '#shared/agenda/agenda-now.ts';
import type { SectionKind } from '#shared/template/template.ts';

import './agenda.css';

export interface SectionClockProps {
  readonly editor: ReviewEditor;
  readonly kind: SectionKind;
  readonly clock: SectionTime;
}

/** How long the section has taken and is planned to take. It warns gently and never moves anybody on. */
export function SectionClock({ editor, kind, clock }: SectionClockProps) {
  const section = useDerivedPiece(editor, agendaEntries, (entries) => entries.find((found) => found.kind === kind));
  const breaks = useDerived(editor, breaksEntry);
  const noted = useDocument(editor, (review) => review.agenda?.used);
  const entry = clock.isBreak ? breaks : section;
  const now = useSeconds(clock, noted);
  if (!entry) return null;
  const used = entry.used + now;
  // A break that nobody planned has no end to warn of.
  const hasEnd = !clock.isBreak || entry.minutes > 0;
  const tone = hasEnd ? toneOf(entry.minutes * 60 - used) : 'calm';
  return (
    <span className={`section-clock section-clock--${tone}`}>
      {tone !== 'calm' && clock.isRunning && <Warning tone={tone} title={entry.title} minutes={entry.minutes} />}
      <Clock aria-hidden size={16} />
      <span>
        {clock.isBreak && 'Break: '}
        {[...(used > 0 || clock.isRunning ? [clockText(used)] : []), ...(hasEnd ? [`${entry.minutes} min`] : [])].join(
          ' of ',
        )}
      </span>
      {clock.isBreak && (
        <Button size="small" kind="quiet" onPress={clock.turnBreak}>
          End the break
        </Button>
      )}
      <Button
        size="small"
        kind="quiet"
        icon={clock.isRunning ? Pause : Play}
        label={clock.isRunning ? 'Pause the clock' : 'Start the clock'}
        onPress={clock.isRunning ? clock.pause : clock.start}
      >
        {clock.isRunning ? 'Pause' : 'Start'}
      </Button>
    </span>
  );
}

function toneOf(left: number): 'calm' | 'soon' | 'over' {
  if (left > WARNING * 60) return 'calm';
  return left < 0 ? 'over' : 'soon';
}

/** Said once, when it comes up. */
function Warning({
  tone,
  title,
  minutes,
}: {
  readonly tone: 'soon' | 'over';
  readonly title: string;
  readonly minutes: number;
}) {
  useEffect(() => {
    const soon = `${WARNING} of the ${minutes} minutes for “${title}” are left.`;
    say(tone === 'soon' ? soon : `The ${minutes} minutes for “${title}” are over.`);
  }, [tone, title, minutes]);
  return null;
}
