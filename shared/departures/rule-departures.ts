import { ruleResult } from '#shared/kinds/decision/decision.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { contradictionReason, type Departure, type Reviewed } from './departure.ts';

/**
 * A decision against what the rule says, in both directions. Where the rule is silent or still a
 * range it leans neither way, so nothing departs from it; see `isRuleSilent`.
 */
export function ruleDepartures({ review, template, choice }: Reviewed): readonly Departure[] {
  const result = ruleResult(review, template);
  const outcome = result?.settled;
  if (!result || !outcome || !choice || choice.lean === 'open' || outcome.lean === 'open') return [];
  if (choice.lean === outcome.lean) return [];
  const answered = [...result.yes, ...result.no];
  const [first] = answered;
  // A rule that holds whatever is answered rests on no answer, so there is none to look at again.
  if (!first) return [];
  return [
    {
      id: 'rule',
      text: `The decision is “${choice.name}”, but the rule’s outcome is “${outcome.name}”.`,
      rests: answered.map(({ id, name }) => {
        const { answer } = ruleAnswer(review, id);
        return { place: anchor('rule', id), text: `“${name}” ${answer ? ANSWER_WORDS[answer].toLowerCase() : 'open'}` };
      }),
      place: anchor('rule', first.id),
      ...contradictionReason(review),
    },
  ];
}

/**
 * Whether the decision goes one way while the rule leans neither, and nothing written by the rule's
 * prompt says why. Adopting and staying are treated alike: both owe the reason, once.
 */
export function isRuleSilent({ review, template, choice }: Reviewed): boolean {
  const result = ruleResult(review, template);
  if (!result || !choice || choice.lean === 'open') return false;
  return result.settled ? result.settled.lean === 'open' && result.settled.prompt === null : true;
}
