import type { Judgement } from '#shared/stage/judgement.ts';
import type { Ballot } from './rounds.ts';

/** What a line of keys says, name by name, or where it cannot be read. */
export type KeyLine =
  | { readonly kind: 'read'; readonly ballots: readonly Ballot[] }
  | { readonly kind: 'unread'; readonly problem: string };

/**
 * Reads the answers of a room that were held up at once: a key for each person in the order of their names, or several where
 * the thing has several judgements, such as `43` for likelihood 4 and impact 3. Spaces and commas are free; `-` stands for
 * somebody who holds up nothing.
 */
export function readKeyLine(line: string, names: readonly string[], judgements: readonly Judgement[]): KeyLine {
  const keys = [...line.toLowerCase().replaceAll(/[\s,;]/g, '')];
  const ballots: Ballot[] = [];
  for (const voter of names) {
    if (keys[0] === '-') {
      keys.shift();
      continue;
    }
    const taken = keys.splice(0, judgements.length);
    if (taken.length < judgements.length) return { kind: 'unread', problem: `There is no answer of ${voter} yet.` };
    const answers = judgements.map((judgement, index) => ({
      judgement: judgement.id,
      answer: judgement.choices.find(({ key }) => key === taken[index])?.value ?? '',
    }));
    const wrong = taken.find((_key, index) => answers[index]?.answer === '');
    if (wrong !== undefined) return { kind: 'unread', problem: `“${wrong}” of ${voter} is no answer.` };
    ballots.push({ voter, answers, confidence: null, reason: '', moved: '' });
  }
  if (keys.length > 0)
    return { kind: 'unread', problem: `There are more answers than people: “${keys.join('')}” is left.` };
  if (ballots.length === 0) return { kind: 'unread', problem: 'Nobody holds up an answer.' };
  return { kind: 'read', ballots };
}
