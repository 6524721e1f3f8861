import { ArrowDown, ArrowUp, FoldVertical } from 'lucide-react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { say } from '#renderer/base/voice.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { type AgendaEntry, clockText, planMinutes } from '#shared/agenda/agenda.ts';
import { canMoveCut, joinSitting, moveCut, reviewSittings } from '#shared/agenda/cut.ts';
import { type PlacedEntry, sittingMinutes } from '#shared/agenda/sittings.ts';
import './agenda.css';

/** Limits of what can be planned. */
export const MINUTES = { min: 0, max: 600 };

/** Whole minutes of what was typed. */
export function wholeMinutes(minutes: number | null): number | null {
  return minutes === null ? null : Math.round(minutes);
}

export interface AgendaSittingProps {
  readonly editor: ReviewEditor;
  readonly sitting: readonly PlacedEntry[];
  /** Counted from 0. */
  readonly index: number;
  /** Whether all is held in one go. */
  readonly isOnly: boolean;
  readonly isFixed: boolean;
}

/** A sitting of the agenda: its minutes, its sections, and where it begins. */
export function AgendaSitting({ editor, sitting, index, isOnly, isFixed }: AgendaSittingProps) {
  const used = sitting.reduce((sum, { entry }) => sum + entry.used, 0);
  return (
    <tbody>
      {!isOnly && (
        <tr className="agenda__sitting">
          <th scope="rowgroup">
            Sitting {index + 1}
            {!isFixed && index > 0 && <CutControls editor={editor} index={index} />}
          </th>
          <td>{sittingMinutes(sitting)}</td>
          <td className="agenda__used">{used > 0 && clockText(used)}</td>
        </tr>
      )}
      {sitting.map(({ entry }) => (
        <AgendaRow key={entry.kind} editor={editor} entry={entry} isFixed={isFixed} />
      ))}
    </tbody>
  );
}

/** Moves the place where a sitting begins, a section at a time. */
function CutControls({ editor, index }: Pick<AgendaSittingProps, 'editor' | 'index'>) {
  const agenda = useDocument(editor, (review) => review.agenda);
  const planned = { ...(agenda && { agenda }) };
  const { template } = editor;
  const number = index + 1;
  const move = (by: 1 | -1) => {
    editor.update((review) => moveCut(review, template, index, by));
    const [first] = reviewSittings(editor.now().document, template)[index] ?? [];
    if (first) say(`Sitting ${number} begins with ${first.entry.title}.`);
  };
  const join = () => {
    const [first] = reviewSittings(editor.now().document, template)[index] ?? [];
    focusAfter(
      () => editor.update((review) => joinSitting(review, template, index)),
      () => document.querySelector<HTMLElement>(`[data-row="${first?.entry.kind}"] a`),
    );
    say(`Sittings ${index} and ${number} are one.`);
  };
  return (
    <span className="agenda__cut">
      <IconButton
        icon={ArrowUp}
        label={`Begin sitting ${number} a section earlier`}
        isDisabled={!canMoveCut(planned, template, index, -1)}
        onPress={() => move(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={`Begin sitting ${number} a section later`}
        isDisabled={!canMoveCut(planned, template, index, 1)}
        onPress={() => move(1)}
      />
      <IconButton icon={FoldVertical} label={`Hold sittings ${index} and ${number} as one`} onPress={join} />
    </span>
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
            limits={MINUTES}
            onChange={(value) =>
              editor.update((review) => planMinutes(review, kind, wholeMinutes(value)), `agenda.${kind}`)
            }
          />
        )}
      </td>
      <td className="agenda__used">{used > 0 && clockText(used)}</td>
    </tr>
  );
}
