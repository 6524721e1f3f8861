import type { Condition } from '#shared/kinds/decision/answers.ts';
import { conditionNote } from '#shared/kinds/decision/record.ts';
import './sign-off-page.css';

/** The conditions of the decision, which an approval hangs on as well. */
export function SignedUnderConditions({ conditions }: { readonly conditions: readonly Condition[] }) {
  if (conditions.length === 0) return null;
  return (
    <div className="small">
      <p>The decision has these conditions:</p>
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
