import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ButtonLook, buttonClass, buttonIconSize } from './button-class.ts';

export interface LinkButtonProps extends ButtonLook {
  readonly href: string;
  readonly icon?: LucideIcon;
  /** Spoken name where the visible text needs its surroundings. */
  readonly label?: string;
  readonly children: ReactNode;
}

/** A way to another place of the program that stands among buttons and looks like one. */
export function LinkButton({ href, icon: Icon, label, children, ...look }: LinkButtonProps) {
  return (
    <a className={buttonClass(look)} href={href} aria-label={label}>
      {Icon && <Icon aria-hidden size={buttonIconSize(look)} />}
      <span>{children}</span>
    </a>
  );
}
