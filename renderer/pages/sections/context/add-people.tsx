import { UserPlus, Users } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { settleText } from '#renderer/base/pending-text.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { Field } from '#renderer/components/field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { KnownPerson } from '#renderer/review/review-session.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { addPeople } from '#shared/kinds/context/edit-people.ts';
import { isSameName, roleAndTeam } from '#shared/kinds/context/people.ts';
import { parseRoster, type RosterLine } from '#shared/kinds/context/roster.ts';
import { fold } from '#shared/search/fold.ts';
import './context-page.css';
import '#renderer/components/field.css';

export interface AddPeopleProps {
  readonly editor: ReviewEditor;
  /** Whether nobody is there yet, so that the list is asked for at once. */
  readonly isStarting: boolean;
}

/** Several people at once: from a pasted list, or from earlier reviews. */
export function AddPeople({ editor, isStarting }: AddPeopleProps) {
  const [isWanted, setWanted] = useState(isStarting);
  const id = useId();
  if (!isWanted) {
    return (
      <Button
        icon={Users}
        size="small"
        onPress={() =>
          focusAfter(
            () => setWanted(true),
            () => document.getElementById(id),
          )
        }
      >
        Add several…
      </Button>
    );
  }
  return <RosterForm editor={editor} id={id} onAdded={() => setWanted(false)} />;
}

interface RosterFormProps {
  readonly editor: ReviewEditor;
  readonly id: string;
  readonly onAdded: () => void;
}

function RosterForm({ editor, id, onAdded }: RosterFormProps) {
  const [text, setText] = useState('');
  const add = (lines: readonly RosterLine[]) => {
    editor.update((review) => addPeople(review, lines, editor.newId));
    say(lines.length === 1 ? `${lines[0]?.name} added.` : `${lines.length} people added.`);
  };
  const found = parseRoster(text);
  return (
    <div className="roster stack stack--tight">
      <TextArea
        id={id}
        label="Names, one a line"
        help="Role and team may follow, parted by commas: Ada Lovelace, Architect, Payments. A list from a spreadsheet or a mail will do, too."
        rows={3}
        value={text}
        onChange={setText}
      />
      <div className="row">
        <Button
          icon={UserPlus}
          size="small"
          kind="primary"
          isDisabled={found.length === 0}
          onPress={() => {
            settleText();
            add(found);
            onAdded();
          }}
        >
          {found.length > 1 ? `Add these ${found.length} people` : 'Add these people'}
        </Button>
      </div>
      <EarlierPeople editor={editor} onAdd={(person) => add([person])} />
    </div>
  );
}

/** People of earlier reviews who are not on the list yet. */
function EarlierPeople({
  editor,
  onAdd,
}: {
  readonly editor: ReviewEditor;
  readonly onAdd: (person: RosterLine) => void;
}) {
  const participants = useDocument(editor, ({ context }) => context.participants);
  const [known, setKnown] = useState<readonly KnownPerson[]>([]);
  useEffect(() => {
    let isGone = false;
    void editor.knownPeople().then((people) => {
      if (!isGone) setKnown(people);
    });
    return () => {
      isGone = true;
    };
  }, [editor]);
  const [sought, setSought] = useState('');
  const offered = known.filter(({ name }) => !participants.some((person) => isSameName(person.name, name)));
  const found = offered.filter((person) => fold(personLine(person)).includes(fold(sought.trim())));
  const hidden = found.length - MOST_OFFERED;
  const told =
    hidden > 0 ? `${MOST_OFFERED} of ${found.length} people are shown. Type part of a name to find others.` : '';
  useSaid(sought === '' ? '' : told || `${found.length} of ${offered.length} people shown.`);
  if (offered.length === 0) return null;
  return (
    <fieldset className="roster__known">
      <legend className="field__label">From earlier reviews</legend>
      {offered.length > MOST_OFFERED && (
        <div className="roster__find">
          <Field label="Find somebody">
            {(control) => (
              <input
                {...control}
                className="input"
                type="search"
                spellCheck={false}
                value={sought}
                onChange={(event) => setSought(event.target.value)}
              />
            )}
          </Field>
        </div>
      )}
      {found.slice(0, MOST_OFFERED).map((person) => (
        <Button
          key={person.name}
          size="small"
          kind="quiet"
          icon={UserPlus}
          onPress={() => onAdd({ ...person, team: person.team ?? '', part: person.part ?? null })}
        >
          {personLine(person)}
        </Button>
      ))}
      {told !== '' && <p className="roster__told small soft">{told}</p>}
      {found.length === 0 && <p className="roster__told small soft">Nobody of earlier reviews is called that.</p>}
    </fieldset>
  );
}

function personLine(person: KnownPerson): string {
  return [person.name, roleAndTeam(person)].filter(Boolean).join(', ');
}

/** Names that are looked through at a glance. */
const MOST_OFFERED = 24;
