import { PenLine } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { DialogActions } from '#renderer/components/dialog.tsx';

interface SigningActionsProps {
  /** The typed name that differs and is being asked about; null for none. */
  readonly asked: string | null;
  /** Name of the approver. */
  readonly name: string;
  readonly isDisabled: boolean;
  readonly onCancel: () => void;
  readonly onCorrect: () => void;
}

/** The buttons that end signing; a name that is not the approver's is asked about first. */
export function SigningActions({ asked, name, isDisabled, onCancel, onCorrect }: SigningActionsProps) {
  const question = useRef<HTMLDivElement>(null);
  // In a small window it would come below the fold of the dialog.
  useEffect(() => {
    if (asked !== null) question.current?.scrollIntoView({ block: 'center' });
  }, [asked]);
  return (
    <>
      {asked !== null && (
        <div ref={question}>
          <Callout tone="warning" title={`Sign as “${asked}” for ${name}?`} role="alert">
            <p>
              The name typed is not that of the approver. Correct it, or sign all the same; the record shows both names.
            </p>
          </Callout>
        </div>
      )}
      <DialogActions>
        <Button onPress={onCancel}>Cancel</Button>
        {asked !== null && <Button onPress={onCorrect}>Correct the name</Button>}
        <Button kind="primary" type="submit" icon={PenLine} isDisabled={isDisabled}>
          {asked === null ? 'Sign' : 'Sign all the same'}
        </Button>
      </DialogActions>
    </>
  );
}
