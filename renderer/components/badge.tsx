import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Tone } from './tone.ts';
import './badge.css';
import './tone.css';

/** A word in its tone. */
export function Badge({
  tone = 'neutral',
  icon: Icon,
  children,
}: {
  readonly tone?: Tone;
  readonly icon?: LucideIcon;
  readonly children: ReactNode;
}) {
  return (
    <span className={`badge tone--${tone}`}>
      {Icon && <Icon aria-hidden size={14} />}
      <span>{children}</span>
    </span>
  );
}
