import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { empty } from './blocks.ts';
import { NOT_ASSESSED, type RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Says of a section, or of a thing in it, that nobody assessed it. */
export function notAssessed(what = ''): RecordBlock {
  return says(what, 'nobody got to it');
}

/** The same of what plans an adoption, which a review that ends with staying does not need. */
export function planNotAssessed({ review, template }: RecordSource, what = ''): RecordBlock {
  const choice = chosenDecision(review, template);
  if (choice?.lean !== 'against') return notAssessed(what);
  return says(what, `not needed, because the decision is “${choice.name}”`);
}

function says(what: string, why: string): RecordBlock {
  return empty(`${[NOT_ASSESSED, what].filter(Boolean).join(': ')}: ${why}.`);
}
