import { holdsNothing } from '#shared/review/holds-nothing.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Condition, Consequence, DecisionOption, WayBack } from './answers.ts';
import { conditionSchema, consequenceSchema, optionSchema } from './schema.ts';
import { wayBackOf } from './way-back.ts';

type Decision = ReviewDocument['decision'];

/** The two lists of arguments an option carries. */
export type OptionSide = 'pros' | 'cons';
export type Argument = DecisionOption[OptionSide][number];

/** Changes parts of the decision; everything else the team wrote stays. */
export function changeDecision(document: ReviewDocument, change: Partial<Decision>): ReviewDocument {
  return { ...document, decision: { ...document.decision, ...change } };
}

/** Writes why the review departs from its own answers; an empty reason is not kept. */
export function setDepartureReason(document: ReviewDocument, departure: string, reason: string): ReviewDocument {
  const { departureReasons, ...rest } = document.decision;
  const { [departure]: _, ...others } = departureReasons ?? {};
  const kept = reason === '' ? others : { ...others, [departure]: reason };
  // Without any reason the part is absent, as in reviews from before there was one, so that their hashes stay true.
  return { ...document, decision: Object.keys(kept).length === 0 ? rest : { ...rest, departureReasons: kept } };
}

/** Says how the decision can be undone; what says nothing is not kept, as with reasons. */
export function changeWayBack(document: ReviewDocument, change: Partial<WayBack>): ReviewDocument {
  const { wayBack: _, ...rest } = document.decision;
  const wayBack = { ...wayBackOf(document), ...change };
  return { ...document, decision: holdsNothing(wayBack) ? rest : { ...rest, wayBack } };
}

/** An empty option. */
export function newOption(id: string): DecisionOption {
  return optionSchema.parse({ id });
}

/** Replaces the options; when the chosen one is gone, none is chosen any more. */
export function setOptions(document: ReviewDocument, options: readonly DecisionOption[]): ReviewDocument {
  const { chosenOption } = document.decision;
  const remains = options.some((option) => option.id === chosenOption);
  return changeDecision(document, { options, chosenOption: remains ? chosenOption : null });
}

/** Changes parts of one option. */
export function changeOption(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<DecisionOption, 'id'>>,
): ReviewDocument {
  return changeDecision(document, { options: changed(document.decision.options, id, change) });
}

/** Changes the text of a pro or con of an option. */
export function changeArgument(
  document: ReviewDocument,
  option: string,
  side: OptionSide,
  id: string,
  text: string,
): ReviewDocument {
  const found = document.decision.options.find((entry) => entry.id === option);
  return found ? changeOption(document, option, { [side]: changed(found[side], id, { text }) }) : document;
}

/** An empty consequence. */
export function newConsequence(id: string, tone: Consequence['tone']): Consequence {
  return consequenceSchema.parse({ id, tone });
}

/** Changes parts of one consequence. */
export function changeConsequence(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Consequence, 'id'>>,
): ReviewDocument {
  return changeDecision(document, { consequences: changed(document.decision.consequences, id, change) });
}

/** An empty condition. */
export function newCondition(id: string): Condition {
  return conditionSchema.parse({ id });
}

/** Changes parts of one condition. */
export function changeCondition(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Condition, 'id'>>,
): ReviewDocument {
  return changeDecision(document, { conditions: changed(document.decision.conditions, id, change) });
}

/** Says by which risk, or which action of it, a condition is tracked; null for none. */
export function linkCondition(
  document: ReviewDocument,
  id: string,
  link: Pick<Condition, 'risk' | 'action'> | null,
): ReviewDocument {
  const conditions = document.decision.conditions.map((condition) => {
    if (condition.id !== id) return condition;
    const { risk: _, action: __, ...rest } = condition;
    return { ...rest, ...link };
  });
  return changeDecision(document, { conditions });
}

function changed<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  change: Partial<Omit<NoInfer<Row>, 'id'>>,
): readonly Row[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row));
}
