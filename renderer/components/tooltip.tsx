import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip } from 'react-aria-components';
import './tooltip.css';

/** The bubble of a tooltip; goes with its trigger into react-aria's `TooltipTrigger`. */
export function Tooltip({ children }: { readonly children: ReactNode }) {
  return (
    <AriaTooltip className="tooltip" offset={6}>
      {children}
    </AriaTooltip>
  );
}
