import { LIST_LIMIT } from '#shared/fields.ts';
import {
  type Condition,
  type Consequence,
  conditionSchema,
  consequenceSchema,
  type DecisionOption,
  optionSchema,
  type ReviewDocument,
} from '#shared/review.ts';

type Decision = ReviewDocument['decision'];

/** The two lists of arguments an option carries. */
export type OptionSide = 'pros' | 'cons';

/** Changes parts of the decision; everything else the team wrote stays. */
export function changeDecision(document: ReviewDocument, change: Partial<Decision>): ReviewDocument {
  return { ...document, decision: { ...document.decision, ...change } };
}

/** Adds an empty option. */
export function addOption(document: ReviewDocument, id: string): ReviewDocument {
  return changeDecision(document, { options: append(document.decision.options, optionSchema.parse({ id })) });
}

/** Changes parts of one option. */
export function changeOption(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<DecisionOption, 'id'>>,
): ReviewDocument {
  return changeDecision(document, { options: changed(document.decision.options, id, change) });
}

/** Removes an option; when it was the chosen one, none is chosen any more. */
export function removeOption(document: ReviewDocument, id: string): ReviewDocument {
  const { options, chosenOption } = document.decision;
  return changeDecision(document, {
    options: without(options, id),
    chosenOption: chosenOption === id ? null : chosenOption,
  });
}

/** Adds an empty pro or con to an option. */
export function addArgument(document: ReviewDocument, option: string, side: OptionSide, id: string): ReviewDocument {
  return changeSide(document, option, side, (rows) => append(rows, { id, text: '' }));
}

/** Changes the text of a pro or con. */
export function changeArgument(
  document: ReviewDocument,
  option: string,
  side: OptionSide,
  id: string,
  text: string,
): ReviewDocument {
  return changeSide(document, option, side, (rows) => changed(rows, id, { text }));
}

/** Removes a pro or con. */
export function removeArgument(document: ReviewDocument, option: string, side: OptionSide, id: string): ReviewDocument {
  return changeSide(document, option, side, (rows) => without(rows, id));
}

/** Adds an empty consequence of the given tone. */
export function addConsequence(document: ReviewDocument, tone: Consequence['tone'], id: string): ReviewDocument {
  const row = consequenceSchema.parse({ id, tone });
  return changeDecision(document, { consequences: append(document.decision.consequences, row) });
}

/** Changes parts of one consequence. */
export function changeConsequence(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Consequence, 'id'>>,
): ReviewDocument {
  return changeDecision(document, { consequences: changed(document.decision.consequences, id, change) });
}

/** Removes one consequence. */
export function removeConsequence(document: ReviewDocument, id: string): ReviewDocument {
  return changeDecision(document, { consequences: without(document.decision.consequences, id) });
}

/** Adds an empty condition. */
export function addCondition(document: ReviewDocument, id: string): ReviewDocument {
  return changeDecision(document, { conditions: append(document.decision.conditions, conditionSchema.parse({ id })) });
}

/** Changes parts of one condition. */
export function changeCondition(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<Condition, 'id'>>,
): ReviewDocument {
  return changeDecision(document, { conditions: changed(document.decision.conditions, id, change) });
}

/** Removes one condition. */
export function removeCondition(document: ReviewDocument, id: string): ReviewDocument {
  return changeDecision(document, { conditions: without(document.decision.conditions, id) });
}

type Argument = DecisionOption[OptionSide][number];

function changeSide(
  document: ReviewDocument,
  option: string,
  side: OptionSide,
  change: (rows: readonly Argument[]) => readonly Argument[],
): ReviewDocument {
  const found = document.decision.options.find((entry) => entry.id === option);
  return found ? changeOption(document, option, { [side]: change(found[side]) }) : document;
}

function append<Row>(rows: readonly Row[], row: Row): readonly Row[] {
  return rows.length >= LIST_LIMIT ? rows : [...rows, row];
}

function changed<Row extends { readonly id: string }>(
  rows: readonly Row[],
  id: string,
  change: Partial<Row>,
): readonly Row[] {
  return rows.map((row) => (row.id === id ? { ...row, ...change } : row));
}

function without<Row extends { readonly id: string }>(rows: readonly Row[], id: string): readonly Row[] {
  return rows.filter((row) => row.id !== id);
}
