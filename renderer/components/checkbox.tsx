import type { ReactNode } from 'react';
import './checkbox.css';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly id?: string | undefined;
  readonly isDisabled?: boolean;
  readonly describedBy?: string | undefined;
}

/** A check box with its words; the words are part of the target. */
export function Checkbox({ children, isSelected, onChange, id, isDisabled = false, describedBy }: CheckboxProps) {
  return (
    <label className="checkbox">
      <input
        type="checkbox"
        id={id}
        checked={isSelected}
        disabled={isDisabled}
        aria-describedby={describedBy}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
