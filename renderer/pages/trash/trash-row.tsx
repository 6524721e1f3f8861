import { today, writeDay, writeMoment } from '#renderer/base/dates.ts';
import { subjectOf } from '#renderer/base/subject.ts';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { SIGN_OFF_TONES } from '#renderer/components/tone.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { Trashed } from './trash-page.tsx';
import '#renderer/components/row-cards.css';

/** A deleted review, and what can be done with it. */
export function TrashRow({
  trashed: { summary, trashedAt },
  name,
  days,
  onOpen,
  onRestore,
  onDelete,
}: {
  readonly trashed: Trashed;
  /** What its buttons call it, told apart from others of the same title. */
  readonly name: string;
  /** After how many days it is deleted for good; null: never. */
  readonly days: number | null;
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
        <p className="small soft">
          Changed {writeMoment(savedAt)}, deleted {writeMoment(trashedAt)}
          {days !== null && <>; {whenItGoes(trashedAt, days)}</>}
        </p>
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

const DAY = 24 * 60 * 60 * 1000;

/** When a review is deleted for good. */
function whenItGoes(trashedAt: string, days: number): string {
  const moment = new Date(Date.parse(trashedAt) + days * DAY);
  return moment.getTime() > Date.now()
    ? `gone for good after ${writeDay(today(moment))}`
    : 'gone for good within hours';
}
