import { type RefObject, useEffect, useState } from 'react';
import { today } from '#renderer/base/dates.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument, useSession } from '#renderer/review/use-document.ts';
import { lookAgain } from '#shared/follow-up/due.ts';
import { noteFollowUp, setTripwires } from '#shared/follow-up/edit.ts';
import { type FollowUpItem, followUpItems } from '#shared/follow-up/items.ts';
import type { FollowUpState } from '#shared/follow-up/schema.ts';
import { FOLLOW_UP_WORDS } from '#shared/follow-up/words.ts';
import { FollowUpRow, rowId } from './follow-up-row.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { TripwireDialog } from './tripwire-dialog.tsx';
import './follow-up-page.css';
import '#renderer/components/section-frame.css';

export interface FollowUpPageProps {
  readonly editor: ReviewEditor;
  /** Key of what to move to; null for the page itself. */
  readonly item: string | null;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Time in ms after which a closed dialog has given the focus back, where it could. */
const DIALOG_GONE = 100;

/** What became of a decision: beside what was signed, so that signatures stay valid. */
export function FollowUpPage({ editor, item, heading }: FollowUpPageProps) {
  const review = useDocument(editor, (all) => all);
  const isClosed = useSession(editor, (snapshot) => snapshot.isSealed);
  const sha256 = useSession(editor, (snapshot) => snapshot.latestSha256);
  const [noted, setNoted] = useState<FollowUpItem | null>(null);
  const [moved, setMoved] = useState<{ readonly key: string } | null>(null);
  const [isAdding, setAdding] = useState(false);
  const items = followUpItems(review, editor.template);
  const told = toldApart(items.map(({ title, kind }) => title || kind));
  const names = new Map(items.map(({ key }, index) => [key, told[index] ?? '']));
  const again = isClosed ? lookAgain(review, editor.template, sha256) : null;
  const day = today();
  const open = items.filter(({ isSettled }) => !isSettled).toSorted(byDay);
  const settled = items.filter(({ isSettled }) => isSettled);
  // The row may stand in the other list now, and the button that had the focus is gone.
  useEffect(() => {
    if (moved === null) return;
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) document.getElementById(rowId(moved.key))?.focus();
    }, DIALOG_GONE);
    return () => clearTimeout(timer);
  }, [moved]);
  useSaid(again === null ? '' : `To be looked at again: ${again}.`);
  useEffect(() => {
    if (item !== null) document.getElementById(rowId(item))?.focus();
  }, [item]);

  return (
    <article className="section-frame follow-up">
      <header className="section-frame__header">
        <h2 ref={heading} tabIndex={-1}>
          Follow-up
        </h2>
        <p className="follow-up__intro">
          How actions, stages, measures and commitments stand, and whether what was expected came true. It is kept
          beside what was signed, with who noted it when.
        </p>
      </header>
      {!isClosed && (
        <Callout tone="neutral" title="The follow-up begins once the review is closed">
          <p>
            Until then, change what is here in its own section. The record is sealed on the{' '}
            <a href={sectionHref(editor.id, 'sign-off')}>sign-off page</a>.
          </p>
        </Callout>
      )}
      {again !== null && (
        <Callout tone="warning" title="To be looked at again">
          <p>{again}</p>
          <p className="small">
            Start the next revision on the <a href={sectionHref(editor.id, 'sign-off')}>sign-off page</a>, or note below
            at “Look at the decision again” that it still holds.
          </p>
        </Callout>
      )}
      <Card title={open.length === 0 ? 'Nothing is open' : `${open.length} open`}>
        <FollowUpList items={open} names={names} day={day} isClosed={isClosed} editor={editor} onNote={setNoted} />
        {isClosed && (
          <div className="row">
            <Button onPress={() => setAdding(true)}>Add a tripwire…</Button>
          </div>
        )}
      </Card>
      {settled.length > 0 && (
        <Card title={`${settled.length} settled`}>
          <FollowUpList items={settled} names={names} day={day} isClosed={isClosed} editor={editor} onNote={setNoted} />
        </Card>
      )}
      <DialogFor subject={noted}>
        {(item) => (
          <NoteDialog
            item={item}
            people={peopleOf(items)}
            onClose={() => setNoted(null)}
            onNote={(entry) => {
              const whole = { ...entry, id: editor.newId(), at: editor.moment(), on: item.key };
              editor.commit((all) => noteFollowUp(all, whole));
              say(notedWords(item, entry.state));
              setNoted(null);
              setMoved({ key: item.key });
            }}
          />
        )}
      </DialogFor>
      <DialogFor subject={isAdding || null}>
        {() => (
          <TripwireDialog
            id={editor.newId()}
            people={peopleOf(items)}
            onClose={() => setAdding(false)}
            onAdd={(tripwire) => {
              editor.commit((all) => setTripwires(all, [...(all.tripwires ?? []), tripwire]));
              say(`Tripwire added: ${tripwire.sign}.`);
              setAdding(false);
            }}
          />
        )}
      </DialogFor>
    </article>
  );
}

/** What was noted, as it is heard: its place on the page changes with it. */
function notedWords({ title, kind }: FollowUpItem, state: FollowUpState | undefined): string {
  return `Noted: ${title || kind}${state === undefined ? '' : `, ${FOLLOW_UP_WORDS[state]}`}.`;
}

function FollowUpList({
  items,
  names,
  ...row
}: {
  readonly items: readonly FollowUpItem[];
  /** What the controls of each are about, by its key. */
  readonly names: ReadonlyMap<string, string>;
  readonly day: string;
  readonly isClosed: boolean;
  readonly editor: ReviewEditor;
  readonly onNote: (item: FollowUpItem) => void;
}) {
  return (
    <ul className="follow-up__list">
      {items.map((item) => (
        <FollowUpRow key={item.key} item={item} name={names.get(item.key) ?? item.title} {...row} />
      ))}
    </ul>
  );
}

/** What has a day first, the earliest before the others. */
function byDay(left: FollowUpItem, right: FollowUpItem): number {
  const [one, other] = [left.due ?? '9999', right.due ?? '9999'];
  return one < other ? -1 : one > other ? 1 : 0;
}

function peopleOf(items: readonly FollowUpItem[]): readonly string[] {
  return [...new Set(items.map(({ owner }) => owner.trim()))].filter((name) => name !== '');
}
