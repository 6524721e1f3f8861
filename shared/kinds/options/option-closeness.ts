import { compareMeans, type Points, type Sum } from './option-sums.ts';

type AnySum = Sum<{ readonly id: string }>;

const LOWEST_SCORE = 1;
const HIGHEST_SCORE = 5;

/**
 * Why the one leader has not clearly won: missing scores can still turn it, or a rival draws level
 * when a single score moves by one step or a single criterion is left out. Leaving out another
 * option cannot turn it, because options are scored independently of each other. Empty for a clear win.
 */
export function closeness(sums: readonly AnySum[], undecided: boolean): string {
  if (undecided) return 'the missing scores can still change it';
  const [leader, ...rivals] = sums.filter(({ weight }) => weight > 0).toSorted(compareMeans);
  if (!leader) return '';
  if (rivals.some((rival) => isTurnedByOneStep(leader, rival)))
    return 'a single score, one step different, would turn it';
  const dropped = rivals.some((rival) => isTurnedWithoutOne(leader, rival));
  return dropped ? 'leaving out a single criterion would turn it' : '';
}

/** Whether the rival is at least level with the leader once either of them is scored one step differently. */
function isTurnedByOneStep(leader: AnySum, rival: AnySum): boolean {
  const down = leader.scores.filter(({ score }) => score > LOWEST_SCORE).map(({ weight }) => weight);
  const up = rival.scores.filter(({ score }) => score < HIGHEST_SCORE).map(({ weight }) => weight);
  return (
    down.some((weight) => isLevel({ ...leader, points: leader.points - weight }, rival)) ||
    up.some((weight) => isLevel(leader, { ...rival, points: rival.points + weight }))
  );
}

/** Whether the rival is at least level with the leader when a single criterion no longer counts. */
function isTurnedWithoutOne(leader: AnySum, rival: AnySum): boolean {
  const criteria = new Set([...leader.scores, ...rival.scores].map(({ criterion }) => criterion));
  return [...criteria].some((criterion) => {
    const [left, right] = [without(leader, criterion), without(rival, criterion)];
    return left.weight > 0 && right.weight > 0 && isLevel(left, right);
  });
}

function without({ points, weight, scores }: AnySum, criterion: string): Points {
  const found = scores.find((entry) => entry.criterion === criterion);
  return found ? { points: points - found.weight * found.score, weight: weight - found.weight } : { points, weight };
}

function isLevel(leader: Points, rival: Points): boolean {
  return compareMeans(leader, rival) >= 0;
}
