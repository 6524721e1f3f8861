import { Coffee, Pause, Play, Printer, Split, UnfoldVertical } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { HandoutDialog } from '#renderer/review/handout-dialog.tsx';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { agendaOf, breaksEntry, clockText, forgetTime, planBreaks } from '#shared/agenda/agenda.ts';
import { addSitting, partEvenly, reviewSittings } from '#shared/agenda/cut.ts';
import { lengthInSittings } from '#shared/agenda/sittings.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { AgendaSitting, MINUTES, wholeMinutes } from './agenda-sitting.tsx';
import './agenda.css';
import '#renderer/components/section-frame.css';

export interface AgendaPageProps {
  readonly editor: ReviewEditor;
  readonly clock: SectionTime;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** How the review is to be gone through: minutes for each section in its sitting, and the time that it took. */
export function AgendaPage({ editor, clock, heading }: AgendaPageProps) {
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const title = useDocument(editor, (review) => review.title);
  const template = useDocument(editor, (review) => review.template);
  const [isPrinting, setPrinting] = useState(false);
  const sittings = useDerived(editor, reviewSittings);
  const hasCuts = useDocument(editor, (review) => agendaOf(review).cuts !== undefined);
  const breaks = useDerived(editor, breaksEntry);
  const entries = sittings.flat().map(({ entry }) => entry);
  const planned = entries.reduce((sum, { minutes }) => sum + minutes, breaks.minutes);
  const used = entries.reduce((sum, entry) => sum + entry.used, breaks.used);
  const part = (change: (review: ReviewDocument) => ReviewDocument) => {
    editor.update(change);
    const { length } = reviewSittings(editor.now().document, editor.template);
    say(length === 1 ? 'All is held as one sitting.' : `There are ${length} sittings.`);
  };
  const forget = () => {
    editor.update(forgetTime);
    say('The used time is zero.');
  };
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Agenda
        </h2>
        <p className="soft">
          Planned as {lengthInSittings(planned, sittings)}. The clock counts for the section on the screen; it warns,
          and never moves anybody on.
        </p>
      </header>
      <div className="row">
        {!isSealed && (
          <>
            <Button
              kind="primary"
              icon={clock.isRunning ? Pause : Play}
              onPress={clock.isRunning ? clock.pause : clock.start}
            >
              {clock.isRunning ? 'Pause the clock' : 'Start the clock'}
            </Button>
            <Button icon={Coffee} onPress={clock.turnBreak}>
              {clock.isBreak ? 'End the break' : 'Begin a break'}
            </Button>
          </>
        )}
        {!isSealed && used > 0 && <Button onPress={forget}>Set the used time to zero</Button>}
        <Button icon={Printer} onPress={() => setPrinting(true)}>
          Run sheet or blank workbook…
        </Button>
      </div>
      <HandoutDialog
        subject={isPrinting ? { sha256: template.sha256, title, review: editor.id } : null}
        onClose={() => setPrinting(false)}
      />
      <Card title="Minutes by section">
        <table className="agenda">
          <thead>
            <tr>
              <th scope="col">Section</th>
              <th scope="col">Planned, minutes</th>
              <th scope="col">Used</th>
            </tr>
          </thead>
          {sittings.map((sitting, index) => (
            <AgendaSitting
              // A cut that moves keeps its row, and the focus in it.
              key={`sitting ${String(index)}`}
              editor={editor}
              sitting={sitting}
              index={index}
              isOnly={sittings.length === 1}
              isFixed={isSealed}
            />
          ))}
          <tbody>
            <tr>
              <th scope="row">Breaks</th>
              <td className="agenda__minutes">
                {isSealed ? (
                  breaks.minutes
                ) : (
                  <NumberField
                    label="Minutes of breaks"
                    isLabelHidden
                    value={breaks.minutes}
                    limits={MINUTES}
                    onChange={(minutes) =>
                      editor.update((review) => planBreaks(review, wholeMinutes(minutes)), 'agenda.breaks')
                    }
                  />
                )}
              </td>
              <td className="agenda__used">{breaks.used > 0 && clockText(breaks.used)}</td>
            </tr>
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">In all</th>
              <td>{planned}</td>
              <td className="agenda__used">{used > 0 && clockText(used)}</td>
            </tr>
          </tfoot>
        </table>
        {!isSealed && (
          <div className="row">
            <Button
              size="small"
              icon={Split}
              isDisabled={sittings.every(({ length }) => length < 2)}
              onPress={() => part((review) => addSitting(review, editor.template))}
            >
              {sittings.length === 1 ? 'Part it into two sittings' : 'One sitting more'}
            </Button>
            {hasCuts && (
              <Button size="small" icon={UnfoldVertical} onPress={() => part(partEvenly)}>
                Part it evenly again
              </Button>
            )}
          </div>
        )}
      </Card>
    </article>
  );
}
