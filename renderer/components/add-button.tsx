import { Plus } from 'lucide-react';
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
      onPress={() => {
        const field = onAdd();
        requestAnimationFrame(() => document.getElementById(field)?.focus());
      }}
    >
      {text}
    </Button>
  );
}
