import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useSession } from '#renderer/review/use-document.ts';
import { findingOut, setFindingOut } from '#shared/review/to-do.ts';
import { knownPeople } from './known-people.ts';
import './find-out.css';

export interface FindOutProps {
  readonly editor: ReviewEditor;
  /** Anchor of what is not known. */
  readonly place: string;
  /** What it is called in the list of things to do. */
  readonly about: string;
  /** Whether it stands in a row of a table. */
  readonly isCompact?: boolean;
}

/** Who finds out what is not known, and by when: with both, it counts as settled for now. */
export function FindOut({ editor, place, about, isCompact = false }: FindOutProps) {
  const people = useDerived(editor, knownPeople);
  const owner = useSession(editor, ({ document }) => findingOut(document, place)?.owner ?? '');
  const due = useSession(editor, ({ document }) => findingOut(document, place)?.due ?? null);
  const change = (given: { readonly owner?: string; readonly due?: string | null }, field: string) =>
    editor.update(
      (review) => setFindingOut(review, place, { id: editor.newId(), text: `Find out: ${about}`, ...given }),
      `find-out.${place}.${field}`,
    );
  const isSettled = owner.trim() !== '' && due !== null;
  return (
    <div className="find-out">
      <div data-owed={owner.trim() === '' || undefined}>
        <ComboField
          label={`Who finds out: ${about}`}
          isLabelHidden={isCompact}
          placeholder="Who finds out"
          isLazy={isCompact}
          value={owner}
          suggestions={people}
          onChange={(name) => change({ owner: name }, 'owner')}
        />
      </div>
      <div data-owed={due === null || undefined}>
        <DateField
          label={isCompact ? `By when: ${about}` : 'By when'}
          isLabelHidden={isCompact}
          value={due}
          onChange={(day) => change({ due: day }, 'due')}
        />
      </div>
      {!isCompact && (
        <p className="find-out__note small soft">
          {isSettled
            ? 'Settled for now: it is on the list of things to do.'
            : 'With a name and a day, it counts as settled for now.'}
        </p>
      )}
    </div>
  );
}
