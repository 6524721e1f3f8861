import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import './button.css';

export interface ButtonProps {
  readonly children: ReactNode;
  /** Every press, whether by pointer, keyboard or assistive technology. */
  readonly onPress?: (() => void) | undefined;
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
  readonly icon?: LucideIcon | undefined;
  readonly type?: 'button' | 'submit';
  readonly id?: string | undefined;
  readonly isDisabled?: boolean;
  readonly autoFocus?: boolean;
  /** Spoken name where the visible text needs its surroundings, such as “Remove”. */
  readonly label?: string | undefined;
}

/** A button with a word on it. */
export function Button({ kind = 'secondary', size = 'normal', icon: Icon, ...props }: ButtonProps) {
  return (
    <AriaButton
      className={`button button--${kind} button--${size}`}
      type={props.type ?? 'button'}
      isDisabled={props.isDisabled ?? false}
      autoFocus={props.autoFocus ?? false}
      {...(props.onPress && { onPress: props.onPress })}
      {...(props.id !== undefined && { id: props.id })}
      {...(props.label !== undefined && { 'aria-label': props.label })}
    >
      {Icon && <Icon aria-hidden size={size === 'small' ? 16 : 18} />}
      <span>{props.children}</span>
    </AriaButton>
  );
}
