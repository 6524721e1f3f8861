import { chosenDecision } from '#shared/kinds/decision/decision.ts';
import { empty } from './blocks.ts';
import { NOT_ASSESSED, type RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Says of a section, or of things in it, that nobody assessed them. */
export function notAssessed(what = ''): RecordBlock {
  const why = 'nobody got to it';
  return empty(what === '' ? `${NOT_ASSESSED}: ${why}.` : `${NOT_ASSESSED}, because ${why}: ${what}.`);
}

/** The same of what plans an adoption, which a review that ends with staying does not need. */
export function planNotAssessed({ review, template }: RecordSource, what = ''): RecordBlock {
  const choice = chosenDecision(review, template);
  if (choice?.lean !== 'against') return notAssessed(what);
  const why = `because the decision is “${choice.name}”`;
  return empty(what === '' ? `${NOT_ASSESSED}: not needed, ${why}.` : `Not needed, ${why}: ${what}.`);
}
