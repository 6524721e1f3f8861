import { type KeyboardEvent, useRef } from 'react';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import type { ReviewRisk } from '#shared/kinds/risks/risks.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { setApplies } from './applies.ts';
import { NoneApplies, NoneOfTheRest } from './none-applies.tsx';
import { RiskTableRow } from './risk-table-row.tsx';
import type { RiskGroup } from './risk-view.ts';
import { moveInTable, toCell } from './table-focus.ts';
import { COLUMNS, type Column, type TableCommand, tableCommand } from './table-keys.ts';
import './risk-table.css';

export interface RiskTableProps {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'risks'>;
  readonly groups: readonly RiskGroup[];
  readonly nameOf: (risk: ReviewRisk) => string;
  /** Opens the whole form of a risk; must stay the same. */
  readonly onOpen: (id: string) => void;
}

/** All risks side by side, to be judged by keys: one line each, and one sentence for a group that does not apply. */
export function RiskTable({ editor, section, groups, nameOf, onOpen }: RiskTableProps) {
  const people = useDerived(editor, knownPeople);
  const table = useRef<HTMLTableElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>) {
    const place = placeOf(event.target);
    if (!place || event.nativeEvent.isComposing) return;
    const command = tableCommand(event, place.column, place.isText);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    if (command.kind === 'move') moveInTable(table.current, place, command);
    else act(editor, place, command, () => toNext(table.current, place, command));
  }

  return (
    <div className="stack stack--tight risk-table__all">
      <p className="small soft">
        Keys: <kbd>1</kbd> to <kbd>5</kbd> rate, <kbd>Y</kbd> <kbd>N</kbd> <kbd>?</kbd> say whether a risk applies,{' '}
        <kbd>M</kbd> <kbd>A</kbd> <kbd>T</kbd> <kbd>V</kbd> choose the response, arrows and <kbd>Enter</kbd> move. An
        owner takes on the first suggested mitigation.
      </p>
      <div className="risk-table__frame">
        <table className="risk-table" ref={table} onKeyDown={onKeyDown}>
          <Head section={section} />
          {groups.map((group) => (
            <tbody key={group.id}>
              <tr className="risk-table__group">
                <th scope="rowgroup" colSpan={COLUMNS.length + 1}>
                  <span>{group.name}</span>
                  <NoneApplies editor={editor} group={group} />
                </th>
              </tr>
              {group.risks.map((risk) => (
                <RiskTableRow
                  key={risk.id}
                  editor={editor}
                  risk={risk}
                  name={nameOf(risk)}
                  people={people}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <div>
        <NoneOfTheRest editor={editor} groups={groups} />
      </div>
    </div>
  );
}

function Head({ section }: { readonly section: SectionOf<'risks'> }) {
  const scale = (words: readonly string[]) => words.map((word, index) => `${index + 1} ${word}`).join(', ');
  return (
    <thead>
      <tr>
        <th scope="col">Risk</th>
        <th scope="col">Applies</th>
        <th scope="col" title={scale(section.likelihoodWords)}>
          Likely
        </th>
        <th scope="col" title={scale(section.impactWords)}>
          Impact
        </th>
        <th scope="col">Response</th>
        <th scope="col">Owner</th>
        <th scope="col" title={scale(section.likelihoodWords)}>
          Likely after
        </th>
        <th scope="col" title={scale(section.impactWords)}>
          Impact after
        </th>
      </tr>
    </thead>
  );
}

/** The cell that the focus is in. */
export interface TablePlace {
  readonly risk: string;
  readonly column: Column;
  readonly isText: boolean;
}

function placeOf(target: EventTarget): TablePlace | null {
  if (!(target instanceof HTMLElement) || target.ariaExpanded === 'true') return null;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column as Column | undefined;
  const risk = target.closest<HTMLElement>('[data-risk]')?.dataset.risk;
  if (column === undefined || risk === undefined) return null;
  return { risk, column, isText: !(target instanceof HTMLSelectElement) };
}

type Judging = Exclude<TableCommand, { kind: 'move' }>;

const FIELD_OF = {
  applies: 'likelihood',
  likelihood: 'likelihood',
  impact: 'impact',
  'after-likelihood': 'residualLikelihood',
  'after-impact': 'residualImpact',
} as const;

function act(editor: ReviewEditor, { risk, column }: TablePlace, command: Judging, done: () => void): void {
  switch (command.kind) {
    case 'applies':
      setApplies(editor, risk, command.value === true ? 'yes' : command.value === false ? 'no' : command.value);
      break;
    case 'respond':
      editor.update((review) => changeAssessment(review, risk, { response: command.value }));
      break;
    case 'rate': {
      const field = FIELD_OF[column as keyof typeof FIELD_OF];
      const { applicable } = assessmentOf(editor.now().document, risk);
      const applies = command.value === null ? applicable : true;
      editor.update((review) => changeAssessment(review, risk, { applicable: applies, [field]: command.value }));
      break;
    }
  }
  done();
}

/** Goes on to the cell that is asked for next; a value taken back leaves the focus where it is. */
function toNext(table: HTMLTableElement | null, place: TablePlace, command: Judging): void {
  if (command.value === null) return;
  const at = command.kind === 'rate' && place.column === 'applies' ? 'likelihood' : place.column;
  if (command.kind === 'applies') toCell(table, place.risk, command.value === true ? 'likelihood' : 'owner');
  else if (at === 'after-impact') moveInTable(table, { ...place, column: 'applies' }, { rows: 1, columns: 0 });
  else toCell(table, place.risk, COLUMNS[COLUMNS.indexOf(at) + 1] ?? 'applies');
}
