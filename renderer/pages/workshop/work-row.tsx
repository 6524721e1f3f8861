import { Trash2 } from 'lucide-react';
import { memo } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { About } from '#renderer/components/about.tsx';
import { Badge } from '#renderer/components/badge.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { SpokenSigns, spokenSigns } from '#renderer/components/spoken-signs.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { formatDate } from '#shared/base/dates.ts';
import { ACTION_STATUS_WORDS } from '#shared/kinds/parts-words.ts';
import { ACTION_STATUS, type WorkItem } from '#shared/record/work-item.ts';
import { changeToDo, removeToDo, type ToDo } from '#shared/review/to-do.ts';
import './work-page.css';

export interface WorkRowProps {
  readonly editor: ReviewEditor;
  readonly item: WorkItem;
  /** What its fields are about, told apart from other work of the same words. */
  readonly name: string;
  readonly people: readonly string[];
}

const STATUSES = (['open', 'in-progress', 'done', 'dropped'] as const).map((value) => ({
  value,
  text: ACTION_STATUS_WORDS[value],
}));

/** One piece of work: what came up is changed here, all else where it stands. */
export const WorkRow = memo(function WorkRow({ editor, item, name, people }: WorkRowProps) {
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const own = item.key.startsWith(OWN) && !isSealed ? item.key.slice(OWN.length) : null;
  return (
    <li className="work__row" data-row={item.key.slice(item.key.lastIndexOf('/') + 1)}>
      {own === null ? (
        <Told item={item} />
      ) : (
        <OwnFields editor={editor} id={own} item={item} name={name} people={people} />
      )}
      <From editor={editor} item={item} name={name} />
    </li>
  );
});

const OWN = 'to-do/';

/** Where it comes from, as a way there. */
function From({ editor, item, name }: Pick<WorkRowProps, 'editor' | 'item' | 'name'>) {
  const { section, place, kind } = item;
  const title = editor.template.sections.find((entry) => entry.kind === section)?.title;
  if (section === null || title === undefined) return <span className="work__from small soft">{kind}</span>;
  return (
    <span className="work__from small">
      <span className="soft">{kind}</span>{' '}
      <a href={sectionHref(editor.id, section, place === section ? undefined : place)}>
        {title}
        <span className="visually-hidden">: {spokenSigns(name)}</span>
      </a>
    </span>
  );
}

function Told({ item }: Pick<WorkRowProps, 'item'>) {
  const { title, owner, due, status } = item;
  return (
    <div className="work__told">
      <span className="work__title">{title.trim() === '' ? 'Not named yet' : <SpokenSigns text={title} />}</span>
      <span className={owner === '' ? 'soft' : ''}>{owner === '' ? 'Nobody yet' : owner}</span>
      <span className={due === null ? 'soft' : ''}>{due === null ? 'No day' : formatDate(due)}</span>
      <span>{status === 'Open' ? <span className="soft">Open</span> : <Badge>{status}</Badge>}</span>
    </div>
  );
}

interface OwnFieldsProps extends WorkRowProps {
  readonly id: string;
}

function OwnFields({ editor, id, item, name, people }: OwnFieldsProps) {
  const change = (part: Partial<ToDo>, field: string) =>
    editor.update((review) => changeToDo(review, id, part), `to-do.${id}.${field}`);
  const status = STATUSES.find(({ value }) => ACTION_STATUS[value] === item.status)?.value ?? 'open';
  return (
    <About subject={name}>
      <div className="work__told work__told--own">
        <LineField label="What" isLabelHidden value={item.title} onChange={(text) => change({ text }, 'text')} />
        <ComboField
          label="Who"
          isLabelHidden
          isLazy
          placeholder="Who"
          value={item.owner}
          suggestions={people}
          onChange={(owner) => change({ owner }, 'owner')}
        />
        <DateField label="By when" isLabelHidden value={item.due} onChange={(due) => change({ due }, 'due')} />
        <SelectField
          label="State"
          isLabelHidden
          value={status}
          options={STATUSES}
          onChange={(chosen) => change({ status: chosen ?? 'open' }, 'status')}
        />
        <IconButton
          icon={Trash2}
          kind="danger"
          label={`Remove ${name}`}
          onPress={() => editor.update((review) => removeToDo(review, id))}
        />
      </div>
    </About>
  );
}
