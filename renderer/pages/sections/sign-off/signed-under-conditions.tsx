import { Callout } from '#renderer/components/callout.tsx';
import type { Condition } from '#shared/kinds/decision/answers.ts';
import { conditionNote } from '#shared/kinds/decision/record.ts';
import './sign-off-page.css';

/** The conditions that an approval hangs on, or where to write them first. */
export function SignedUnderConditions({
  conditions,
  href,
}: {
  readonly conditions: readonly Condition[];
  readonly href: string;
}) {
  if (conditions.length === 0) {
    return (
      <Callout
        tone="open"
        title="The decision has no conditions yet"
        said="The decision has no conditions yet. They are written first."
      >
        <p>
          Write them <a href={href}>on the page of the decision</a> first, with an owner and a date, so that somebody
          can close them.
        </p>
      </Callout>
    );
  }
  return (
    <div className="small">
      <p>You approve under these conditions:</p>
      <ul className="open-point-links">
        {conditions.map((condition) => (
          <li key={condition.id} className="preserve-lines">
            {[condition.text || 'Unnamed condition', conditionNote(condition)].filter(Boolean).join(' – ')}
            {condition.met && ' (met)'}
          </li>
        ))}
      </ul>
    </div>
  );
}
