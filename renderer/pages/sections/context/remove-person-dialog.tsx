import { ConfirmDialog } from '#renderer/components/dialog.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { Participant } from '#shared/kinds/context/answers.ts';
import { namedIn } from '#shared/review/named-places.ts';
import { placesText } from './rename-offer.tsx';

export interface RemovePersonDialogProps {
  readonly editor: ReviewEditor;
  readonly person: Participant;
  readonly onClose: () => void;
  readonly onRemove: () => void;
}

/** Says where somebody is named before they leave the list. */
export function RemovePersonDialog({ editor, person, onClose, onRemove }: RemovePersonDialogProps) {
  const places = placesText(namedIn(editor.now().document, person.name), editor.template);
  return (
    <ConfirmDialog
      isOpen
      title={`Remove ${person.name} from the people?`}
      onClose={onClose}
      onConfirm={onRemove}
      cancel="Keep"
      confirm="Remove from the people"
    >
      <p>
        {person.name} is named in {places}. The name stays there until you put another one.
      </p>
    </ConfirmDialog>
  );
}
