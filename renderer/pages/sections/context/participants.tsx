import { useState } from 'react';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { RequiredMark } from '#renderer/components/field.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import type { Participant } from '#shared/kinds/context/answers.ts';
import { changedPerson, type PersonChange, setParticipants } from '#shared/kinds/context/edit-people.ts';
import { isSameName, REVIEW_PARTS } from '#shared/kinds/context/people.ts';
import { REVIEW_PART_WORDS } from '#shared/kinds/context/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { namedIn } from '#shared/review/named-places.ts';
import { AddPeople } from './add-people.tsx';
import { RemovePersonDialog } from './remove-person-dialog.tsx';
import { RenameOffer, type Renaming } from './rename-offer.tsx';
import './context-page.css';

const ID = anchor('context', 'participants');
const PARTS = REVIEW_PARTS.map((value) => ({ value, text: REVIEW_PART_WORDS[value] }));

/** Who takes part in the review: names, roles, teams, and what each does in it. */
export function Participants({ editor }: { readonly editor: ReviewEditor }) {
  const participants = useDocument(editor, ({ context }) => context.participants);
  const [leaving, setLeaving] = useState<Participant | null>(null);
  const [renaming, setRenaming] = useState<Renaming | null>(null);
  const put = (rows: readonly Participant[], key?: string) =>
    editor.update((review) => setParticipants(review, rows), key);
  const change = (rows: readonly Participant[], key?: string) => {
    const gone = participants.find(({ id }) => !rows.some((row) => row.id === id));
    if (gone && namedIn(editor.now().document, gone.name).length > 0) setLeaving(gone);
    else put(rows, key);
  };

  return (
    <div className="stack stack--tight">
      <h4>
        People
        <RequiredMark isHidden={participants.length > 0} />
      </h4>
      <ListEditor
        id={ID}
        label="Participants"
        rows={participants}
        onChange={change}
        newRow={() => ({ id: editor.newId(), name: '', role: '' })}
        addText="Add a participant"
        addButtons={<AddPeople editor={editor} isStarting={participants.length === 0} />}
        noun="participant"
        nameOf={({ name, role }, index) => name || role || `participant ${index + 1}`}
      >
        {(person, changeRow) => (
          <PersonRow
            editor={editor}
            person={person}
            onChange={(part, field) => changeRow(changedPerson(person, part), `${ID}.${person.id}.${field}`)}
            onRenamed={(from) => setRenaming({ id: person.id, from })}
            offer={renaming?.id === person.id ? renaming : null}
            onDone={() => setRenaming(null)}
          />
        )}
      </ListEditor>
      <DialogFor subject={leaving}>
        {(person) => (
          <RemovePersonDialog
            editor={editor}
            person={person}
            onClose={() => setLeaving(null)}
            onRemove={() => put(participants.filter(({ id }) => id !== person.id))}
          />
        )}
      </DialogFor>
    </div>
  );
}

interface PersonRowProps {
  readonly editor: ReviewEditor;
  readonly person: Participant;
  readonly onChange: (change: PersonChange, field: string) => void;
  /** The name was changed, and the old one stands elsewhere in the review. */
  readonly onRenamed: (from: string) => void;
  readonly offer: Renaming | null;
  readonly onDone: () => void;
}

function PersonRow({ editor, person, onChange, onRenamed, offer, onDone }: PersonRowProps) {
  const [before, setBefore] = useState(person.name);
  return (
    <div className="person">
      <LineField
        label="Name"
        isName
        value={person.name}
        onChange={(name) => onChange({ name }, 'name')}
        onFocus={() => setBefore(person.name)}
        onLeave={() => {
          const { document } = editor.now();
          const now = document.context.participants.find(({ id }) => id === person.id)?.name ?? '';
          const isRenamed = now.trim() !== '' && !isSameName(before, now);
          if (isRenamed && namedIn(document, before).length > 0) onRenamed(before);
        }}
      />
      <LineField label="Role" value={person.role} onChange={(role) => onChange({ role }, 'role')} />
      <LineField isName label="Team" value={person.team ?? ''} onChange={(team) => onChange({ team }, 'team')} />
      <SelectField
        label="Part"
        value={person.part ?? null}
        options={PARTS}
        placeholder="–"
        onChange={(part) => onChange({ part }, 'part')}
      />
      {offer && <RenameOffer editor={editor} renaming={offer} to={person.name} onDone={onDone} />}
    </div>
  );
}
