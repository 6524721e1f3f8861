import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, TooltipTrigger } from 'react-aria-components';
import { IS_MAC, spokenKeys, writeKeys } from '#renderer/base/shortcuts.ts';
import { Tooltip } from './tooltip.tsx';
import './button.css';
import './tooltip.css';

export interface IconButtonProps {
  readonly icon: LucideIcon;
  /** Spoken name, and the tooltip. */
  readonly label: string;
  /** Keys that do the same, as `writeKeys` takes them: shown in the tooltip, and told to the screen reader. */
  readonly shortcut?: string | undefined;
  readonly onPress?: (() => void) | undefined;
  readonly kind?: 'quiet' | 'danger';
  readonly id?: string | undefined;
  /** Whether it can do nothing now. It keeps the focus: what is pressed may become so under the finger. */
  readonly isDisabled?: boolean;
}

/** A button with only an icon; its name comes as a tooltip on hover and focus. */
export function IconButton({ icon: Icon, label, shortcut, onPress, kind = 'quiet', ...props }: IconButtonProps) {
  const isDisabled = props.isDisabled ?? false;
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      <AriaButton
        className={`button button--icon button--${kind}`}
        aria-label={label}
        {...(isDisabled && { 'aria-disabled': true })}
        {...(onPress && !isDisabled && { onPress })}
        {...(props.id !== undefined && { id: props.id })}
        {...(shortcut !== undefined && {
          render: (given) => <button {...given} aria-keyshortcuts={spokenKeys(shortcut, IS_MAC)} />,
        })}
      >
        <Icon aria-hidden size={18} />
      </AriaButton>
      <Tooltip isSilent>
        {/* The button is named already; as its description the tooltip would say all of it once more. */}
        <span aria-hidden>
          {label}
          {shortcut !== undefined && <kbd className="tooltip__key">{writeKeys(shortcut, IS_MAC)}</kbd>}
        </span>
      </Tooltip>
    </TooltipTrigger>
  );
}
