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
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Spoken name where the visible text needs its surroundings, such as “Remove”. */
  readonly label?: string | undefined;
}

/** A button with a word on it. */
export function Button({ icon: Icon, ...props }: ButtonProps) {
  return (
    <AriaButton
      className={buttonClass(props)}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.onPress && { onPress: props.onPress })}
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
    >
      {Icon && <Icon aria-hidden size={buttonIconSize(props)} />}
      <span>{props.children}</span>
    </AriaButton>
  );
}
