import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDerivedPiece } from '#renderer/review/use-document.ts';
import { optionCell } from '#shared/kinds/options/answers.ts';
import { criteriaIn } from '#shared/kinds/options/criteria.ts';
import { criterionWeight } from '#shared/kinds/options/option-sums.ts';
import { comparedIn, type OptionRanking } from '#shared/kinds/options/options.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { GridColumns, GridFrame } from './grid-frame.tsx';
import { GridHead } from './grid-head.tsx';
import { endsReason, FIRST_CANDIDATE, type GridCommand, gridCommand, inside, type Place } from './grid-keys.ts';
import type { NamedCandidate } from './score-cell.tsx';
import { ScoreRow } from './score-row.tsx';
import { SourceLegend } from './source-marks.tsx';
import { Totals } from './totals.tsx';
import { foldableCriteria, useFold } from './use-fold.ts';
import { useGridActions } from './use-grid-actions.ts';
import './score-grid.css';

/** Criteria × candidates as a grid with one tab stop, so that arrow keys reach every score. */
export function ScoreGrid({
  editor,
  section,
  ranking,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'options'>;
  readonly ranking: OptionRanking;
}) {
  const keysId = useId();
  const drawn = useRowsDrawn(6);
  const grid = useRef<HTMLTableElement>(null);
  const [focus, setFocus] = useState<Place>({ row: 0, column: FIRST_CANDIDATE });
  const [isEditing, setEditing] = useState(false);
  const candidates = useDerivedPiece(editor, comparedIn, numbered);
  const criteria = useDerivedPiece(editor, criteriaIn, toldApart);
  const idle = useDerived(editor, foldableCriteria);
  const fold = useFold(
    criteria.map(({ id }) => id),
    idle,
  );
  const shown = criteria.filter(({ id }) => !fold.hidden.has(id));
  const size = { rows: shown.length, columns: FIRST_CANDIDATE + candidates.length };
  const active = inside(focus, size);
  const actions = useGridActions(editor, (place) => edit(readPlace(place)));

  function cellAt(place: Place) {
    return grid.current?.querySelector<HTMLElement>(`[data-place="${place.row}:${place.column}"]`);
  }

  function edit(place: Place) {
    const open = () => {
      setFocus(place);
      setEditing(true);
    };
    focusAfter(open, () => cellAt(place)?.querySelector('textarea'));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    if (isInEdit(event.target)) {
      // Only the reason itself ends with Enter; the other fields need that key themselves.
      const isReason = event.target instanceof HTMLTextAreaElement && event.target.closest('.not-known') === null;
      const isEnd = isReason ? endsReason(event) : event.key === 'Escape';
      if (event.nativeEvent.isComposing || event.defaultPrevented || !isEnd) return;
      event.preventDefault();
      event.stopPropagation();
      cellAt(active)?.focus();
      return;
    }
    const isInside = event.target instanceof HTMLButtonElement;
    const command = gridCommand(event, active, size, isInside);
    if (!command) return;
    event.preventDefault();
    run(command);
  }

  function run(command: GridCommand) {
    if (command.kind === 'move') return cellAt(command.to)?.focus();
    if (command.kind === 'edit') return edit(active);
    const criterion = shown[active.row];
    if (!criterion) return;
    if (command.kind === 'weigh') return actions.weigh(criterion, command.value);
    const candidate = candidates[active.column - FIRST_CANDIDATE];
    if (!candidate) return;
    const isNew = optionCell(editor.now().document, criterion.id, candidate.id).score === null;
    actions.score(criterion.id, candidate.id, command.value);
    if (isNew && command.value !== null) toNextMissing();
  }

  /** Goes on, in reading order, to what still needs a score; whoever changes one that was given stays with it. */
  function toNextMissing() {
    const review = editor.now().document;
    const places = shown.flatMap((criterion, row) =>
      criterionWeight(review, criterion) === 0
        ? []
        : candidates.flatMap(({ id }, position) => {
            const { score, notKnown } = optionCell(review, criterion.id, id);
            return score === null && !notKnown ? [{ row, column: FIRST_CANDIDATE + position }] : [];
          }),
    );
    const next = places.find(({ row, column }) => row > active.row || (row === active.row && column > active.column));
    if (next) cellAt(next)?.focus();
  }

  const head = <GridHead candidates={candidates} />;
  const foot = <Totals candidates={candidates} ranking={ranking} />;
  return (
    <div className="stack stack--tight">
      <div className="scores__above">
        <p className="small soft" id={keysId}>
          Arrow keys move, <kbd>1</kbd>–<kbd>5</kbd> scores (5 is best) and leads on to the next missing score,{' '}
          <kbd>Delete</kbd> clears, <kbd>Enter</kbd> opens the reason. In the weights, <kbd>0</kbd>–<kbd>5</kbd> weighs
          and <kbd>Delete</kbd> goes back to the template.
        </p>
        {idle.length > 0 && (
          <Button
            kind="quiet"
            size="small"
            icon={fold.isFolded ? ChevronsUpDown : ChevronsDownUp}
            onPress={fold.toggle}
          >
            {foldText(fold.isFolded, fold.isFolded ? fold.hidden.size : idle.length)}
          </Button>
        )}
      </div>
      <GridFrame head={head} foot={foot} columns={candidates.length}>
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the ARIA grid pattern on a real table
          role="grid"
          ref={grid}
          className="scores__table"
          aria-label="Scores"
          aria-describedby={keysId}
          onKeyDown={onKeyDown}
          onFocus={({ target }) => {
            const cell = target.closest<HTMLElement>('[data-place]');
            if (!cell) return;
            setFocus(readPlace(cell.dataset.place ?? ''));
            if (isInEdit(target)) return;
            setEditing(false);
            if (cell.matches(':focus-visible')) showCell(cell);
          }}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) setEditing(false);
          }}
        >
          <GridColumns />
          {head}
          <tbody>
            {shown.slice(0, drawn).map((criterion, index) => (
              <ScoreRow
                key={criterion.id}
                editor={editor}
                criterion={criterion}
                index={index}
                candidates={candidates}
                activeColumn={active.row === index ? active.column : null}
                editingColumn={isEditing && active.row === index ? active.column : null}
                actions={actions}
              />
            ))}
          </tbody>
          {foot}
        </table>
      </GridFrame>
      <SourceLegend editor={editor} section={section} />
    </div>
  );
}

function foldText(isFolded: boolean, count: number): string {
  const words = count === 1 ? 'the criterion that does not count' : `the ${count} criteria that do not count`;
  return isFolded ? `Show ${words}` : `Hide ${words}`;
}

/** Brings a cell into sight that was reached by keyboard, and at least its start. */
function showCell(cell: HTMLElement): void {
  for (const part of [cell, cell.querySelector('.scores__digits')]) {
    part?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
}

/** Whether something stands in the fields of a cell that is being written in, whose keys are their own. */
function isInEdit(target: EventTarget): boolean {
  return target instanceof Element && target.closest('.scores__edit') !== null;
}

function readPlace(place: string): Place {
  const [row = 0, column = 0] = place.split(':').map(Number);
  return { row, column };
}

/** Candidates with a name each, and nothing that their cells do not show. */
function numbered(candidates: readonly NamedCandidate[]): readonly NamedCandidate[] {
  return toldApart(candidates).map(({ id, name, isOwn, approach }) => ({ id, name, isOwn, approach }));
}

/** Those that share a name, such as unnamed ones, are numbered. */
function toldApart<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return items.map((item, index) => {
    const isSame = ({ name }: Item) => name === item.name;
    if (items.filter(isSame).length === 1) return item;
    return { ...item, name: `${item.name} ${items.slice(0, index).filter(isSame).length + 1}` };
  });
}
