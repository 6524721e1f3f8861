import { Plus } from 'lucide-react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { AboutWords } from './about.tsx';
import { Button } from './button.tsx';

/** Adds something and moves on to its first field, whose id `onAdd` returns. */
export function AddButton({
  text,
  isDisabled = false,
  onAdd,
}: {
  readonly text: string;
  readonly isDisabled?: boolean;
  readonly onAdd: () => string;
}) {
  return (
    <Button
      icon={Plus}
      size="small"
      isDisabled={isDisabled}
      onPress={() => focusAfter(onAdd, (field) => document.getElementById(field))}
    >
      {text}
      <AboutWords />
    </Button>
  );
}
