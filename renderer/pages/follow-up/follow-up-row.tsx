import { TriangleAlert } from 'lucide-react';
import { writeDay, writeMoment } from '#renderer/base/dates.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import type { Tone } from '#renderer/components/tone.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { FollowUpItem } from '#shared/follow-up/items.ts';
import { changeText } from '#shared/follow-up/record.ts';
import type { FollowUpState } from '#shared/follow-up/schema.ts';
import { FOLLOW_UP_WORDS } from '#shared/follow-up/words.ts';
import './follow-up-page.css';

const TONES: Readonly<Record<FollowUpState, Tone>> = {
  open: 'neutral',
  'in-progress': 'open',
  done: 'for',
  dropped: 'neutral',
  kept: 'for',
  'not-kept': 'warning',
  measured: 'for',
  happened: 'for',
  'did-not-happen': 'open',
  'cannot-tell': 'neutral',
  quiet: 'for',
  fired: 'warning',
  'not-watched': 'neutral',
};

/** Id of the row of something, to move to. */
export function rowId(key: string): string {
  return `follow-up.${key}`;
}

/** Something that is followed up: how it stands, and what was noted about it. */
export function FollowUpRow({
  item,
  name,
  day,
  isClosed,
  editor,
  onNote,
}: {
  readonly item: FollowUpItem;
  /** What its controls are about, told apart from other work of the same words. */
  readonly name: string;
  /** Today, `YYYY-MM-DD`. */
  readonly day: string;
  readonly isClosed: boolean;
  readonly editor: ReviewEditor;
  readonly onNote: (item: FollowUpItem) => void;
}) {
  const { key, kind, title, description, owner, due, state, isSettled, choices, changes } = item;
  const isOverdue = !isSettled && due !== null && due <= day;
  return (
    <li className="follow-up__row" id={rowId(key)} tabIndex={-1}>
      <div className="follow-up__words">
        <p className="small soft">{kind}</p>
        <p className="preserve-lines">{title || kind}</p>
        {description !== '' && <p className="small soft preserve-lines">{description}</p>}
        <p className="small soft">{[owner, due === null ? '' : writeDay(due)].filter(Boolean).join(' · ')}</p>
        {changes.length > 0 && (
          <Disclosure summary={`Noted ${changes.length === 1 ? 'once' : `${changes.length} times`}: ${name}`}>
            <ul className="follow-up__changes small">
              {changes.map((change) => (
                <li key={change.id}>
                  <bdi>{change.by}</bdi>, {writeMoment(change.at)}
                  {changeText(change) !== '' && `: ${changeText(change)}`}
                  {change.note !== '' && <p className="preserve-lines">{change.note}</p>}
                </li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
      {isOverdue ? (
        <Badge tone="warning" icon={TriangleAlert}>
          {due === day ? 'Due today' : 'Overdue'}
        </Badge>
      ) : (
        <Badge tone={TONES[state]}>{FOLLOW_UP_WORDS[state]}</Badge>
      )}
      {isClosed &&
        (choices.length > 0 ? (
          <Button size="small" label={`Note: ${name}`} onPress={() => onNote(item)}>
            Note…
          </Button>
        ) : (
          <a href={sectionHref(editor.id, 'sign-off')}>Close it</a>
        ))}
    </li>
  );
}
