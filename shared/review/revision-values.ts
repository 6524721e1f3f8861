import { formatDate } from '#shared/base/dates.ts';
import { DEPENDENCY_STATUS_WORDS } from '#shared/kinds/audit/words.ts';
import { REVIEW_PART_WORDS } from '#shared/kinds/context/words.ts';
import { REACH_WORDS, UNDO_WORDS } from '#shared/kinds/decision/words.ts';
import { ACTION_STATUS_WORDS, POSITION_WORDS } from '#shared/kinds/parts-words.ts';
import { STAGE_STATE_WORDS } from '#shared/kinds/path/words.ts';
import { RESPONSE_WORDS } from '#shared/kinds/risks/words.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { find, nameOf } from './revision-names.ts';

/** Keys whose value is the id of something that has a name. */
const REFERENCES = new Set(
  'action candidate candidates choice choices chosen chosenOption measure mitigation motivation present projectKind question risk stage untilStage'.split(
    ' ',
  ),
);
/** Keys whose value is one of a few fixed choices, with what each is called elsewhere. */
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answer: ANSWER_WORDS,
  better: { lower: 'Lower', higher: 'Higher' },
  part: REVIEW_PART_WORDS,
  position: POSITION_WORDS,
  reach: REACH_WORDS,
  response: RESPONSE_WORDS,
  // A stage that nobody has touched says nothing.
  state: { ...STAGE_STATE_WORDS, open: '' },
  status: { ...ACTION_STATUS_WORDS, ...DEPENDENCY_STATUS_WORDS },
  undo: UNDO_WORDS,
  tone: { good: 'Good', neutral: 'Neutral', bad: 'Bad' },
};
/** Keys whose value is a calendar date. */
const DATES = new Set('due heldOn on reviewOn startOn targetDate until'.split(' '));

/** What a string below a key reads like: the name of a choice, of a date or of an item of `scopes`, else the text itself. */
export function stringText(value: string, key: string, scopes: readonly unknown[]): string {
  const choice = CHOICES[key]?.[value];
  if (choice !== undefined) return choice;
  if (DATES.has(key)) return formatDate(value);
  const item = REFERENCES.has(key) ? find(scopes, value) : null;
  return (item && nameOf(item)) || value.trim();
}
