import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import './tooltip.css';

/** The bubble of a tooltip; goes with its trigger into react-aria's `TooltipTrigger`. */
export function Tooltip({
  children,
  isSilent = false,
}: {
  readonly children: ReactNode;
  /** Whether it only repeats what its trigger is called. */
  readonly isSilent?: boolean;
}) {
  return (
    <AriaTooltip
      className="tooltip"
      offset={6}
      // As a tooltip it would need a name, which would describe its trigger once more.
      {...(isSilent && { render: (given) => <div {...given} role="presentation" /> })}
    >
      {children}
    </AriaTooltip>
  );
}
