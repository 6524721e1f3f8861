import type { ReactNode } from 'react';
import { AboutWords } from './about.tsx';
import './checkbox.css';

export interface CheckboxProps {
  readonly children: ReactNode;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly id?: string | undefined;
  readonly isDisabled?: boolean;
  readonly describedBy?: string | undefined;
  /** Whether others on the page have the same words, so that it is told what this one is about. */
  readonly isOneOfMany?: boolean;
}

/** A check box with its words; the words are part of the target. */
export function Checkbox({
  children,
  isSelected,
  onChange,
  id,
  isDisabled = false,
  describedBy,
  isOneOfMany = false,
}: CheckboxProps) {
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
      <span>
        {children}
        {isOneOfMany && <AboutWords />}
      </span>
    </label>
  );
}
