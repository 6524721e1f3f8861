import { ListPlus, MessageCircleQuestionMark } from 'lucide-react';
import { type RefObject, useState } from 'react';
import { keysOf } from '#renderer/base/shortcuts.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useSession } from '#renderer/review/use-document.ts';
import { byDay } from '#shared/record/to-do.ts';
import { isOpenWork, isPlanned, type WorkItem } from '#shared/record/work-item.ts';
import { workItems } from '#shared/record/work-items.ts';
import type { ToDoKind } from '#shared/review/to-do.ts';
import { NO_FILTER, type WorkFilter, WorkFilterFields } from './work-filter.tsx';
import { WorkRow } from './work-row.tsx';
import './work-page.css';
import '#renderer/components/section-frame.css';

export interface ToDoPageProps {
  readonly editor: ReviewEditor;
  /** Whose part of it is shown first; null for all. */
  readonly person: string | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Asks for something to add. */
  readonly onAdd: (kind: ToDoKind) => void;
}

/** One list of all that is to be done, wherever in the review it stands, and the questions that were parked. */
export function ToDoPage({ editor, person, heading, onAdd }: ToDoPageProps) {
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const items = useDerived(editor, workItems);
  const people = useDerived(editor, knownPeople);
  const [filter, setFilter] = useState<WorkFilter>({ ...NO_FILTER, person });
  const [showsOver, setShowsOver] = useState(false);
  const { sections } = editor.template;
  const shown = byDay(items.filter((item) => isShown(item, filter) && (showsOver || isOpenWork(item))));
  useSaid(shown.length === 1 ? '1 thing shown.' : `${shown.length} things shown.`);
  const [parked, others] = [shown.filter(isParked), shown.filter((item) => !isParked(item))];
  const owners = [...new Set(items.map(({ owner }) => owner).filter((owner) => owner.trim() !== ''))].toSorted();
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Things to do
        </h2>
        <p className="soft">
          Everything that the review says is to be done, the first due first. It stands in the record and in the table
          (CSV).
        </p>
      </header>
      {!isSealed && (
        <div className="row">
          <Button icon={ListPlus} kind="primary" onPress={() => onAdd('action')}>
            Add something to do ({keysOf('addToDo')})
          </Button>
          <Button icon={MessageCircleQuestionMark} onPress={() => onAdd('parked')}>
            Park a question ({keysOf('park')})
          </Button>
        </div>
      )}
      <div className="row">
        <WorkFilterFields
          filter={filter}
          sections={sections
            .filter(({ kind }) => items.some(({ section }) => section === kind))
            .map(({ kind, title }) => ({ value: kind, text: title }))}
          people={owners}
          onFilter={setFilter}
        />
        <Checkbox isSelected={showsOver} onChange={setShowsOver}>
          Also what is done or dropped
        </Checkbox>
      </div>
      {shown.length === 0 && (
        <EmptyState title="Nothing to do here">
          <p>
            Actions against risks, conditions, stages and all that has an owner or a day come here by themselves. Press{' '}
            <kbd>{keysOf('addToDo')}</kbd> anywhere in the review to add something of your own.
          </p>
        </EmptyState>
      )}
      {others.length > 0 && <WorkList editor={editor} items={others} people={people} title="What is to be done" />}
      {parked.length > 0 && <WorkList editor={editor} items={parked} people={people} title="Parked questions" />}
    </article>
  );
}

function isParked({ kind }: WorkItem): boolean {
  return kind === 'Question';
}

function isShown(item: WorkItem, filter: WorkFilter): boolean {
  const { section, owner } = item;
  if (!isPlanned(item)) return false;
  return (filter.section === null || section === filter.section) && (filter.person === null || owner === filter.person);
}

/** What is called so has no words yet. */
const NAMELESS = 'not named yet';

interface WorkListProps {
  readonly editor: ReviewEditor;
  readonly items: readonly WorkItem[];
  readonly people: readonly string[];
  readonly title: string;
}

function WorkList({ editor, items, people, title }: WorkListProps) {
  const names = toldApart(items.map((item) => item.title.trim() || NAMELESS));
  return (
    <Card title={title} aside={<span className="soft small">{items.length}</span>}>
      <ul className="work__list">
        {items.map((item, index) => (
          <WorkRow key={item.key} editor={editor} item={item} name={names[index] ?? NAMELESS} people={people} />
        ))}
      </ul>
    </Card>
  );
}
