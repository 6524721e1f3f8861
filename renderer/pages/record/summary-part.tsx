import type { ReactNode } from 'react';
import './record-page.css';

/** A part of the first page under a small title. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="paper__part">
      <h3 className="paper__label">{title}</h3>
      {children}
    </section>
  );
}
