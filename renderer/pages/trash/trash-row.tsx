import { writeMoment } from '#renderer/base/dates.ts';
import { subjectOf } from '#renderer/base/subject.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { SIGN_OFF_TONES } from '#renderer/components/tone.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { Trashed } from './trash-page.tsx';
import '#renderer/components/row-cards.css';

/** A deleted review, and what can be done with it. */
export function TrashRow({
  trashed: { summary },
  name,
  onOpen,
  onRestore,
  onDelete,
}: {
  readonly trashed: Trashed;
  /** What its buttons call it, told apart from others of the same title. */
  readonly name: string;
  readonly onOpen: () => void;
  readonly onRestore: () => void;
  readonly onDelete: () => void;
}) {
  const { title, component, candidate, signOff, savedAt } = summary;
  return (
    <li className="row-cards__row">
      <div className="row-cards__words">
        <p className="row-cards__title">{title}</p>
        <p className="small soft">{subjectOf({ component, candidate }) || 'No component named'}</p>
        <p className="small soft">Changed {writeMoment(savedAt)}</p>
      </div>
      <Badge tone={SIGN_OFF_TONES[signOff]}>{SIGN_OFF_WORDS[signOff]}</Badge>
      <div className="row">
        <Button size="small" label={`Look at it: ${name}`} onPress={onOpen}>
          Look at it
        </Button>
        <Button size="small" label={`Bring back ${name}`} onPress={onRestore}>
          Bring back
        </Button>
        <Button kind="quiet" size="small" label={`Delete for good: ${name}`} onPress={onDelete}>
          Delete for good…
        </Button>
      </div>
    </li>
  );
}
