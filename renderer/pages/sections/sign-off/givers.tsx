import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import './sign-off-page.css';

/** Who gives chances, and the way to do so. */
export interface Giver {
  readonly id: string;
  readonly name: string;
}

const TEAM: readonly Giver[] = [{ id: 'team', name: 'The team' }];

/** Those who give chances, and which of them have. */
export function Givers({
  editor,
  by,
  isReady,
  given,
  onGive,
}: {
  readonly editor: ReviewEditor;
  readonly by: 'each' | 'team';
  /** Whether each statement has words and a day. */
  readonly isReady: boolean;
  /** Ids of those who have given theirs. */
  readonly given: readonly string[];
  readonly onGive: (giver: Giver) => void;
}) {
  const approvers = useDocument(editor, ({ signOff }) => signOff.approvers);
  const givers = by === 'team' ? TEAM : approvers.filter(({ name }) => !isBlank(name));
  return (
    <ul className="closing-facts__signers" aria-label="Chances">
      {givers.map(({ id, name }) => (
        <li key={id}>
          <span>{name}</span>
          <span className="row">
            {given.includes(id) && <Badge tone="for">Has given chances</Badge>}
            <Button
              size="small"
              isDisabled={!isReady}
              label={`Give chances as ${name}`}
              onPress={() => onGive({ id, name })}
            >
              {given.includes(id) ? 'Give others…' : 'Give chances…'}
            </Button>
          </span>
        </li>
      ))}
    </ul>
  );
}
