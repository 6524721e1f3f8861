import type { ReactNode } from 'react';
import './card.css';

export interface CardProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  /** Level of the title in the page's outline. */
  readonly level?: 2 | 3 | 4;
  /** What stands at the end of the title's line, such as a badge. */
  readonly aside?: ReactNode;
  readonly id?: string | undefined;
}

/** A sheet of paper: one thing with its title. */
export function Card({ children, title, level = 3, aside, id }: CardProps) {
  const Title = `h${level}` as const;
  return (
    <section className="card" id={id}>
      {title !== undefined && (
        <header className="card__header">
          <Title className="card__title">{title}</Title>
          {aside !== undefined && <div className="card__aside">{aside}</div>}
        </header>
      )}
      {children}
    </section>
  );
}
