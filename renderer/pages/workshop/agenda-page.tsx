import { Pause, Play, Printer } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { HandoutDialog } from '#renderer/review/handout-dialog.tsx';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import {
  type AgendaEntry,
  agendaEntries,
  agendaOf,
  clockText,
  forgetTime,
  lengthText,
  planBreaks,
  planMinutes,
} from '#shared/agenda/agenda.ts';
import './agenda.css';
import '#renderer/components/section-frame.css';

export interface AgendaPageProps {
  readonly editor: ReviewEditor;
  readonly clock: SectionTime;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

const LIMITS = { min: 0, max: 600 };

/** How the review is to be gone through: minutes for each section, and the time that it took. */
export function AgendaPage({ editor, clock, heading }: AgendaPageProps) {
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const title = useDocument(editor, (review) => review.title);
  const template = useDocument(editor, (review) => review.template);
  const [isPrinting, setPrinting] = useState(false);
  const entries = useDerived(editor, agendaEntries);
  const breaks = useDocument(editor, (review) => agendaOf(review).breaks);
  const planned = entries.reduce((sum, { minutes }) => sum + minutes, breaks);
  const used = entries.reduce((sum, entry) => sum + entry.used, 0);
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Agenda
        </h2>
        <p className="soft">
          Planned as {lengthText(planned)}. The clock counts for the section on the screen; it warns, and never moves
          anybody on.
        </p>
      </header>
      <div className="row">
        {!isSealed && (
          <Button
            kind="primary"
            icon={clock.isRunning ? Pause : Play}
            onPress={clock.isRunning ? clock.pause : clock.start}
          >
            {clock.isRunning ? 'Pause the clock' : 'Start the clock'}
          </Button>
        )}
        {!isSealed && used > 0 && <Button onPress={() => editor.update(forgetTime)}>Set the used time to zero</Button>}
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
          <tbody>
            {entries.map((entry) => (
              <AgendaRow key={entry.kind} editor={editor} entry={entry} isFixed={isSealed} />
            ))}
            <tr>
              <th scope="row">Breaks</th>
              <td className="agenda__minutes">
                {isSealed ? (
                  breaks
                ) : (
                  <NumberField
                    label="Minutes of breaks"
                    isLabelHidden
                    value={breaks}
                    limits={LIMITS}
                    onChange={(minutes) =>
                      editor.update((review) => planBreaks(review, whole(minutes)), 'agenda.breaks')
                    }
                  />
                )}
              </td>
              <td />
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
      </Card>
    </article>
  );
}

interface AgendaRowProps {
  readonly editor: ReviewEditor;
  readonly entry: AgendaEntry;
  readonly isFixed: boolean;
}

function AgendaRow({ editor, entry, isFixed }: AgendaRowProps) {
  const { kind, title, minutes, used } = entry;
  return (
    <tr data-row={kind}>
      <th scope="row">
        <a href={sectionHref(editor.id, kind)}>{title}</a>
      </th>
      <td className="agenda__minutes">
        {isFixed ? (
          minutes
        ) : (
          <NumberField
            label={`Minutes for ${title}`}
            isLabelHidden
            value={minutes}
            limits={LIMITS}
            onChange={(value) => editor.update((review) => planMinutes(review, kind, whole(value)), `agenda.${kind}`)}
          />
        )}
      </td>
      <td className="agenda__used">{used > 0 && clockText(used)}</td>
    </tr>
  );
}

function whole(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes);
}
