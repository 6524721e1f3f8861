import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import { keysOf } from '#renderer/base/shortcuts.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { SelectField } from '#renderer/components/select-field.tsx';
import { SORT_ORDERS, type SortOrder } from './find-reviews.ts';
import '#renderer/components/field.css';
import './home-page.css';

export interface ListControlsProps {
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly order: SortOrder;
  readonly onOrder: (order: SortOrder) => void;
  /** Whether the archive is shown, and whether there is one. */
  readonly isArchive: boolean;
  readonly hasArchive: boolean;
  readonly onArchive: (isArchive: boolean) => void;
  readonly found: number;
  readonly total: number;
  /** Files that are still being read, and on the list when they are. */
  readonly reading: number;
  readonly searchRef: RefObject<HTMLInputElement | null>;
}

const ORDER_CHOICES = (Object.keys(SORT_ORDERS) as SortOrder[]).map((value) => ({ value, text: SORT_ORDERS[value] }));

const SHELVES = [
  { value: 'list', text: 'Reviews' },
  { value: 'archive', text: 'The archive' },
] as const;

/** Search and order of the list. */
export function ListControls(props: ListControlsProps) {
  const { query, onQuery, order, onOrder, isArchive, hasArchive, onArchive, found, total, reading, searchRef } = props;
  const all = total === 1 ? '1 review' : `${total} reviews`;
  const count = query.trim() === '' ? all : `In title, tags or outcome: ${found} of ${all}`;
  useSaid(reading > 0 ? '' : count);
  return (
    <search className="list-controls">
      <div className="list-controls__search">
        <label htmlFor="search" className="field__label">
          Search{' '}
          <kbd className="soft" aria-hidden>
            {keysOf('search')}
          </kbd>
        </label>
        <div className="list-controls__box">
          <Search aria-hidden size={18} />
          <input
            id="search"
            type="search"
            className="input"
            ref={searchRef}
            value={query}
            placeholder="Any words, also in answers, risks and notes"
            autoComplete="off"
            spellCheck={false}
            aria-keyshortcuts={keysOf('search')}
            onChange={(event) => onQuery(event.target.value)}
          />
        </div>
      </div>
      <SelectField
        label="Sort by"
        value={order}
        options={ORDER_CHOICES}
        onChange={(value) => value && onOrder(value)}
      />
      {hasArchive && (
        <SelectField
          label="Show"
          value={isArchive ? 'archive' : 'list'}
          options={SHELVES}
          onChange={(value) => value && onArchive(value === 'archive')}
        />
      )}
      <p className="list-controls__count">
        {count}
        {reading > 0 && `, ${reading} more to read …`}
      </p>
    </search>
  );
}
