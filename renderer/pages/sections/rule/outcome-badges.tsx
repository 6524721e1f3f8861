import { Badge } from '#renderer/components/badge.tsx';
import type { RuleResult } from '#shared/kinds/rule/outcome.ts';
import './rule-page.css';

/** The outcome in its tone; while answers are open, every outcome that is still possible. */
export function OutcomeBadges({ result }: { readonly result: RuleResult }) {
  if (result.yes.length + result.no.length + result.unsure.length === 0) {
    return (
      <span className="outcome-badges">
        <Badge>No answers yet</Badge>
      </span>
    );
  }
  return (
    <span className="outcome-badges">
      {result.possible.map((outcome, index) => (
        <span key={outcome.id} className="outcome-badges__one">
          {index > 0 && <span className="soft">or</span>}
          <Badge tone={outcome.lean}>{outcome.name}</Badge>
        </span>
      ))}
    </span>
  );
}
