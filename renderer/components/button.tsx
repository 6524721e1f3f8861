import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { type ButtonLook, buttonClass, buttonIconSize } from './button-class.ts';

export interface ButtonProps extends ButtonLook {
  readonly children: ReactNode;
  /** Every press, whether by pointer, keyboard or assistive technology. */
  readonly onPress?: (() => void) | undefined;
  readonly icon?: LucideIcon | undefined;
  readonly type?: 'button' | 'submit';
  readonly id?: string | undefined;
  /** Whether it can do nothing now. It keeps the focus: what is pressed may become so under the finger. */
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Spoken name where the visible text needs its surroundings, such as “Remove”. */
  readonly label?: string | undefined;
  /** Id of what is said of it, such as why it can do nothing now. */
  readonly describedBy?: string | undefined;
}

/** A button with a word on it. */
export function Button({ icon: Icon, isDisabled = false, ...props }: ButtonProps) {
  return (
    <AriaButton
      className={buttonClass(props)}
      // Enter in a field does not press it then, either.
      type={isDisabled ? 'button' : (props.type ?? 'button')}
      autoFocus={props.autoFocus ?? false}
      {...(isDisabled && { 'aria-disabled': true })}
      {...(props.onPress && !isDisabled && { onPress: props.onPress })}
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
      {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
    >
      {Icon && <Icon aria-hidden size={buttonIconSize(props)} />}
      <span>{props.children}</span>
    </AriaButton>
  );
}
