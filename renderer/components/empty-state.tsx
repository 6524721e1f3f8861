import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './empty-state.css';

export interface EmptyStateProps {
  readonly title: string;
  readonly icon?: LucideIcon;
  readonly children?: ReactNode;
}

/** What stands where there is nothing yet, and what to do about it. */
export function EmptyState({ title, icon: Icon, children }: EmptyStateProps) {
  return (
    <div className="empty-state">
      {Icon && <Icon aria-hidden size={28} />}
      <p className="empty-state__title">{title}</p>
      {children}
    </div>
  );
}
