import { PenLine, Users } from 'lucide-react';
import { flushSync } from 'react-dom';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { isSameName } from '#shared/kinds/context/people.ts';
import type { Approver } from '#shared/kinds/sign-off/answers.ts';
import { addNamedApprovers, namedApprovers } from '#shared/kinds/sign-off/edit.ts';
import { anchor } from '#shared/review/anchor.ts';

/** Adds those whose part is to approve, and who are not on the list yet; a single one can sign at once. */
export function NamedApprovers({
  editor,
  isBlocked,
  onSign,
}: {
  readonly editor: ReviewEditor;
  /** Whether nobody can sign yet. */
  readonly isBlocked: boolean;
  readonly onSign: (approver: Approver) => void;
}) {
  const [first, ...others] = useDerived(editor, namedApprovers);
  if (!first) return null;
  const add = () => editor.update((review) => addNamedApprovers(review, editor.newId));
  const addAndSign = () => {
    flushSync(add);
    const { approvers } = editor.now().document.signOff;
    const added = approvers.find(({ name }) => isSameName(name, first.name));
    if (!added) return;
    // The button that was pressed is gone: where the dialog leads back to is the one in the new row.
    focusAnchor(anchor('sign-off', added.id));
    onSign(added);
  };
  return (
    <>
      <Button icon={Users} size="small" onPress={add}>
        {others.length === 0 ? `Add ${first.name}` : `Add the ${others.length + 1} approvers among the people`}
      </Button>
      {others.length === 0 && !isBlocked && (
        <Button icon={PenLine} size="small" onPress={addAndSign}>
          Sign as {first.name}…
        </Button>
      )}
    </>
  );
}
