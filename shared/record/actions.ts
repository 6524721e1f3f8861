import { formatDate } from '#shared/base/dates.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import { statusCell } from '#shared/kinds/risks/record-risk-detail.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { partOf } from '#shared/review/part-of.ts';
import { sectionOf } from '#shared/template/template.ts';
import { conditionLink } from './after-signing.ts';
import { empty } from './blocks.ts';
import type { RecordAction, RecordBadge, RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';
import { FROM, parkedBlocks, workToDo } from './to-do.ts';
import type { WorkKind } from './work-item.ts';

export const ACTIONS_TITLE = 'Actions and conditions';

/**
 * All that the team is to do or to see to: conditions of the decision, actions against risks and for better answers, and what
 * else of the plan is open. What is open comes first, by its date. Parked questions stand by themselves.
 */
export function recordActions(source: RecordSource): readonly RecordAction[] {
  return [...conditionsOf(source), ...riskActions(source), ...improvementsOf(source), ...otherWork(source)].toSorted(
    (left, right) => Number(right.isOpen) - Number(left.isOpen) || compareDates(left.due, right.due),
  );
}

/** Open actions that a short record has room for. */
const SHORT_ACTIONS = 30;

/** The table of all actions and conditions. */
export function actionBlocks(source: RecordSource): readonly RecordBlock[] {
  const actions = recordActions(source);
  return [
    ...(actions.length === 0 ? [empty('There are no actions and no conditions.')] : [actionTable(actions)]),
    ...parkedBlocks(source),
  ];
}

/** The table of those that are open, and how many others there are. */
export function openActionBlocks(source: RecordSource): readonly RecordBlock[] {
  const actions = recordActions(source);
  const open = actions.filter(({ isOpen }) => isOpen).slice(0, SHORT_ACTIONS);
  const others = actions.length - open.length;
  if (open.length === 0 && others === 0) return actionBlocks(source);
  const told = `${others === 1 ? 'One other stands' : `${others} others stand`} in the full record.`;
  return [
    open.length === 0 ? empty('No action and no condition is open.') : actionTable(open),
    ...(others === 0 ? [] : [{ kind: 'paragraph', voice: 'template', text: told } as const]),
  ];
}

function actionTable(actions: readonly RecordAction[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'What', weight: 4.6, heads: true },
      { title: 'For', weight: 2.6 },
      { title: 'Owner', weight: 2 },
      { title: 'Due', weight: 1.3 },
      { title: 'Status', weight: 1.3 },
    ],
    rows: actions.map(({ text, about, owner, due, status }) => [
      { text },
      { text: about },
      { text: owner },
      { text: formatDate(due) },
      status,
    ]),
  };
}

function conditionsOf(source: RecordSource): readonly RecordAction[] {
  const { review } = source;
  const open = new Set(openConditions(review).map(({ id }) => id));
  return trackedConditions(review).map((condition) => {
    const { id, text, from, evidence, owner, due, met } = condition;
    const about = [
      from === '' ? 'Condition of the decision' : `Condition of ${from}`,
      conditionLink(source, condition),
    ];
    return {
      text: [text, evidence.trim() === '' ? '' : `Shown by: ${evidence}`].filter(Boolean).join('\n'),
      about: about.filter(Boolean).join('\n'),
      owner,
      due,
      status: conditionBadge(open.has(id), met),
      isOpen: open.has(id),
    };
  });
}

function conditionBadge(isOpen: boolean, isMet: boolean): RecordBadge {
  if (isOpen) return { text: 'Open', tone: 'open' };
  return { text: isMet ? 'Met' : 'Closed since', tone: 'for' };
}

function riskActions({ review, template }: RecordSource): readonly RecordAction[] {
  return risksOf(review, template).flatMap(({ number, name, assessment }) =>
    assessment.actions.map((action) => actionOf(action, `Risk ${number}, ${name}`, assessment.applicable !== false)),
  );
}

function improvementsOf({ review, template }: RecordSource): readonly RecordAction[] {
  const questions = sectionOf(template, 'questions')?.groups.flatMap((group) => group.questions) ?? [];
  return partOf(review, 'questions').actions.map((action) =>
    actionOf(action, questions.find(({ id }) => id === action.question)?.name ?? action.question, true),
  );
}

/** Kinds of work that stand in the table already, with more about them, or below it. */
const ELSEWHERE: ReadonlySet<WorkKind> = new Set<WorkKind>(['Condition', 'Action', 'Improvement', 'Question']);

/** What is open of the path, commitments, gaps, missing figures, learning, and what came up. */
function otherWork({ review, template }: RecordSource): readonly RecordAction[] {
  return workToDo(review, template)
    .filter(({ kind }) => !ELSEWHERE.has(kind))
    .map(({ title, kind, owner, due, status }) => ({
      text: title,
      about: FROM[kind],
      owner,
      due,
      status: statusCell(status === 'In progress' ? 'in-progress' : 'open'),
      isOpen: true,
    }));
}

function actionOf(
  { text, owner, due, status }: Omit<RiskAction, 'mitigation'>,
  about: string,
  isWanted: boolean,
): RecordAction {
  const isOpen = isWanted && (status === 'open' || status === 'in-progress');
  return { text, about, owner, due, status: statusCell(status), isOpen };
}

/** Days in order; what has none comes last. */
function compareDates(left: string | null, right: string | null): number {
  return (left ?? '9999').localeCompare(right ?? '9999');
}
