import { RequiredMark } from '#renderer/components/field.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import type { Participant } from '#shared/kinds/context/answers.ts';
import { editContext } from '#shared/kinds/context/edit.ts';
import { anchor } from '#shared/review/anchor.ts';

const ID = anchor('context', 'participants');

/** Who takes part in the review, by name and role. */
export function Participants({ editor }: { readonly editor: ReviewEditor }) {
  const participants = useDocument(editor, ({ context }) => context.participants);
  const change = (rows: readonly Participant[], key?: string) =>
    editor.update((review) => editContext(review, { participants: rows }), key);

  return (
    <div className="stack stack--tight">
      <h4>
        Participants
        <RequiredMark isHidden={participants.length > 0} />
      </h4>
      <ListEditor
        id={ID}
        label="Participants"
        rows={participants}
        onChange={change}
        newRow={() => ({ id: editor.newId(), name: '', role: '' })}
        addText="Add a participant"
        noun="participant"
        nameOf={({ name, role }, index) => name || role || `participant ${index + 1}`}
      >
        {(participant, changeRow) => {
          const edit = (part: Partial<Participant>, field: string) =>
            changeRow({ ...participant, ...part }, `${ID}.${participant.id}.${field}`);
          return (
            <div className="grid">
              <LineField label="Name" value={participant.name} onChange={(name) => edit({ name }, 'name')} />
              <LineField label="Role" value={participant.role} onChange={(role) => edit({ role }, 'role')} />
            </div>
          );
        }}
      </ListEditor>
    </div>
  );
}
