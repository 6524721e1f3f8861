import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components';
import { Tooltip } from './tooltip.tsx';
import './button.css';
import './tooltip.css';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Spoken name, and the tooltip. */
  readonly label: string;
  /** Key that does the same, shown in the tooltip. */
  readonly shortcut?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly kind?: 'quiet' | 'danger';
  readonly id?: string | undefined;
  readonly isDisabled?: boolean;
}

/** A button with only an icon; its name comes as a tooltip on hover and focus. */
export function IconButton({ icon: Icon, label, shortcut, onPress, kind = 'quiet', ...props }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <AriaButton
        className={`button button--icon button--${kind}`}
        aria-label={label}
        isDisabled={props.isDisabled ?? false}
        {...(onPress && { onPress })}
        {...(props.id !== undefined && { id: props.id })}
      >
        <Icon aria-hidden size={18} />
      </AriaButton>
      <Tooltip>
        {label}
        {shortcut !== undefined && <kbd className="tooltip__key">{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
