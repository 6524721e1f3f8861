import type { Condition } from '#shared/kinds/decision/answers.ts';
import type { SignersCondition } from '#shared/kinds/sign-off/answers.ts';
import { OwnConditions } from './own-conditions.tsx';
import { SignedUnderConditions } from './signed-under-conditions.tsx';
import '#renderer/components/field.css';

interface UnderConditionsProps {
  readonly id: string;
  /** Conditions of the decision. */
  readonly decided: readonly Condition[];
  readonly own: readonly SignersCondition[];
  readonly people: readonly string[];
  readonly isOwed: boolean;
  readonly onChange: (own: readonly SignersCondition[]) => void;
}

/** What an approval hangs on: the conditions of the decision, and those of the signer. */
export function UnderConditions({ id, decided, own, people, isOwed, onChange }: UnderConditionsProps) {
  return (
    <div id={id} tabIndex={-1} className="stack">
      <SignedUnderConditions conditions={decided} />
      <OwnConditions conditions={own} people={people} isOwed={isOwed} onChange={onChange} />
      {isOwed && decided.length === 0 && own.length === 0 && (
        <p className="field__error" role="alert">
          Add the condition that you approve under, or choose another verdict.
        </p>
      )}
    </div>
  );
}
