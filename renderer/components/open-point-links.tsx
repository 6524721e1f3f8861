import type { ReactNode } from 'react';
import { sectionHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';

/** Open points of a section, each a way to its place; those of rows without a name yet are counted. */
export function OpenPointLinks({
  review,
  points,
  className,
  most = points.length,
  end = null,
}: {
  readonly review: string;
  readonly points: readonly OpenPoint[];
  readonly className: string;
  /** How many are shown. */
  readonly most?: number;
  /** What ends the list. */
  readonly end?: ReactNode;
}) {
  const texts = toldApart(points.map(({ text }) => text));
  return (
    <ul className={className}>
      {points.slice(0, most).map((point, index) => (
        <li key={`${point.target} ${point.text}`}>
          <a href={sectionHref(review, point.section, point.target)}>{texts[index]}</a>
        </li>
      ))}
      {end && <li>{end}</li>}
    </ul>
  );
}
