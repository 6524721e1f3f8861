import { type ReactNode, useId } from 'react';
import { About } from './about.tsx';
import './card.css';

export interface CardProps {
  readonly children: ReactNode;
  readonly title?: ReactNode;
  /** Level of the title in the page's outline. */
  readonly level?: 2 | 3 | 4;
  /** What stands at the end of the title's line, such as a badge. */
  readonly aside?: ReactNode;
  readonly id?: string | undefined;
  /** What its fields are about, where others have the same labels. */
  readonly about?: string;
}

/** A sheet of paper: one thing with its title. */
export function Card({ children, title, level = 3, aside, id, about = '' }: CardProps) {
  const Title = `h${level}` as const;
  const titleId = useId();
  return (
    <section className="card" id={id} aria-labelledby={title === undefined ? undefined : titleId}>
      {title !== undefined && (
        <header className="card__header">
          <Title className="card__title" id={titleId}>
            {title}
          </Title>
          {aside !== undefined && <div className="card__aside">{aside}</div>}
        </header>
      )}
      <About subject={about}>{children}</About>
    </section>
  );
}
