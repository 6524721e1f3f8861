import { sectionHref } from '#renderer/base/routes.ts';
import { toldApart } from '#renderer/base/told-apart.ts';
import type { OpenPoint } from '#shared/review/open-point.ts';

/** Open points of a section, each a way to its place; those of rows without a name yet are counted. */
export function OpenPointLinks({
  review,
  points,
  className,
}: {
  readonly review: string;
  readonly points: readonly OpenPoint[];
  readonly className: string;
}) {
  const texts = toldApart(points.map(({ text }) => text));
  return (
    <ul className={className}>
      {points.map((point, index) => (
        <li key={`${point.target} ${point.text}`}>
          <a href={sectionHref(review, point.section, point.target)}>{texts[index]}</a>
        </li>
      ))}
    </ul>
  );
}
