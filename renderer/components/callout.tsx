import { CircleAlert, CircleCheck, CircleDot, Info, type LucideIcon, Scale, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { say } from '#renderer/base/voice.ts';
import type { Tone } from './tone.ts';
import './callout.css';
import './tone.css';

const ICONS: Readonly<Record<Tone, LucideIcon>> = {
  for: CircleCheck,
  open: CircleDot,
  against: Scale,
  warning: CircleAlert,
  neutral: Info,
  low: Info,
  moderate: CircleDot,
  high: TriangleAlert,
  critical: CircleAlert,
};

export interface CalloutProps {
  readonly tone: Tone;
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
  readonly id?: string | undefined;
  /** Read out at once, whatever else is being said. */
  readonly role?: 'alert';
  /** What is said of it when it appears, as a whole sentence; for what comes of something a person did. */
  readonly said?: string;
}

/** Something the reader should not miss. */
export function Callout({ tone, title, icon, children, id, role, said = '' }: CalloutProps) {
  useEffect(() => say(said), [said]);
  const Icon = icon ?? ICONS[tone];
  return (
    <div className={`callout tone--${tone}`} id={id} role={role}>
      <Icon aria-hidden size={20} className="callout__icon" />
      <div className="callout__body">
        <p className="callout__title">{title}</p>
        {children}
      </div>
    </div>
  );
}
