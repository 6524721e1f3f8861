import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import './offer.css';

interface OfferProps {
  readonly icon: LucideIcon;
  readonly href: string;
  readonly children: ReactNode;
}

/** Something that can be done with what is shown, offered beside its name. */
export function Offer({ icon: Icon, href, children }: OfferProps) {
  return (
    <span className="offer">
      <Icon aria-hidden size={16} />
      <a href={href}>{children}</a>
    </span>
  );
}
