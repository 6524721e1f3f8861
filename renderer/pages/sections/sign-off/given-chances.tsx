import { Card } from '#renderer/components/card.tsx';
import { formatDate } from '#shared/base/dates.ts';
import type { GivenChances, Statement } from '#shared/follow-up/answers.ts';
import './sign-off-page.css';

/** The chances that were given, statement by statement. */
export function GivenChancesTable({
  statements,
  given,
  isInside = false,
}: {
  readonly statements: readonly Statement[];
  readonly given: readonly GivenChances[];
  /** Whether it stands in a card already. */
  readonly isInside?: boolean;
}) {
  const list = (
    <ul className="signed-conditions">
      {statements.map(({ id, text, on }) => (
        <li key={id} className="signed-condition">
          <div className="signed-condition__words">
            <p className="preserve-lines">{text}</p>
            <p className="small soft">
              {[
                formatDate(on),
                ...given.flatMap(({ name, chances }) =>
                  chances[id] === undefined ? [] : [`${name}: ${chances[id]} %`],
                ),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
  return isInside ? list : <Card title="Predictions">{list}</Card>;
}
