import { formatDate } from '#shared/base/dates.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import { statusCell } from '#shared/kinds/risks/record-risk-detail.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { partOf } from '#shared/review/part-of.ts';
import { type SectionKind, sectionOf } from '#shared/template/template.ts';
import { conditionLink } from './after-signing.ts';
import { empty, heading } from './blocks.ts';
import type { RecordAction, RecordBadge, RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';
import { FROM, parkedBlocks, workToDo } from './to-do.ts';
import type { WorkItem, WorkKind } from './work-item.ts';

export const ACTIONS_TITLE = 'Actions and conditions';

/**
 * All that the team is to do or to see to: conditions of the decision, actions against risks and for better answers, and what
 * else of the plan is open. What is open comes first, by its date. Parked questions stand by themselves.
 */
export function recordActions(source: RecordSource): readonly RecordAction[] {
  return inOrder([...decidedActions(source), ...otherWork(source).map(actionOfWork)]);
}

/** Open actions that a short record has room for: most of a page of them. */
const SHORT_ACTIONS = 16;

/** The table of all actions and conditions, and how much else is open in other sections. */
export function actionBlocks(source: RecordSource): readonly RecordBlock[] {
  const others = otherWork(source);
  const actions = inOrder([
    ...decidedActions(source),
    ...others.filter((item) => !isToldElsewhere(item)).map(actionOfWork),
  ]);
  const elsewhere = others.filter(isToldElsewhere);
  const none = elsewhere.length === 0 ? [empty('There are no actions and no conditions.')] : [];
  return [
    ...(actions.length === 0 ? none : [actionTable(actions)]),
    ...(elsewhere.length === 0
      ? []
      : [{ kind: 'paragraph', voice: 'template', text: elsewhereText(elsewhere) } as const]),
    ...parkedBlocks(source),
  ];
}

/** The table of those that are open, what was decided before the rest of the plan, and how many others there are. */
export function openActionBlocks(source: RecordSource): readonly RecordBlock[] {
  const decided = inOrder(decidedActions(source));
  const others = inOrder(otherWork(source).map(actionOfWork));
  const actions = [...decided, ...others];
  const open = inOrder(actions.filter(({ isOpen }) => isOpen).slice(0, SHORT_ACTIONS));
  const over = actions.filter(({ isOpen }) => !isOpen).length;
  const rest = actions.length - over - open.length;
  if (actions.length === 0) return actionBlocks(source);
  const parts = [rest === 0 ? '' : `${rest} more open`, over === 0 ? '' : `${over} over already`];
  const told = `In the full record: ${parts.filter(Boolean).join(', and ')}.`;
  return [
    open.length === 0 ? empty('No action and no condition is open.') : actionTable(open),
    ...(rest + over === 0 ? [] : [{ kind: 'paragraph', voice: 'template', text: told } as const]),
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

/** What is open comes first, by its date. */
function inOrder(actions: readonly RecordAction[]): readonly RecordAction[] {
  return actions.toSorted(
    (left, right) => Number(right.isOpen) - Number(left.isOpen) || compareDates(left.due, right.due),
  );
}

/** Conditions of the decision, and actions against risks and for better answers. */
function decidedActions(source: RecordSource): readonly RecordAction[] {
  return Object.values(ACTIONS_OF).flatMap((actionsOf) => actionsOf(source));
}

/** What a section of this kind holds of that table, for where the section stands alone; nothing for most. */
export function sectionActions(source: RecordSource, kind: SectionKind): readonly RecordBlock[] {
  const actions = inOrder(ACTIONS_OF[kind]?.(source) ?? []);
  return actions.length === 0 ? [] : [heading(1, ACTIONS_TITLE), actionTable(actions)];
}

const ACTIONS_OF: Readonly<Partial<Record<SectionKind, (source: RecordSource) => readonly RecordAction[]>>> = {
  decision: conditionsOf,
  risks: riskActions,
  questions: improvementsOf,
};

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
function otherWork({ review, template }: RecordSource): readonly WorkItem[] {
  return workToDo(review, template).filter(({ kind }) => !ELSEWHERE.has(kind));
}

/** Kinds of work that no other part of the record tells. */
const ONLY_HERE: ReadonlySet<WorkKind> = new Set<WorkKind>(['To do', 'Review']);

/** Work that a full record tells with its owner in a section of its own, and that the order of days says nothing about. */
function isToldElsewhere({ kind, due, status }: WorkItem): boolean {
  return due === null && status !== 'In progress' && !ONLY_HERE.has(kind);
}

/** How much is open without a day, kind by kind. */
function elsewhereText(items: readonly WorkItem[]): string {
  const counts = new Map<string, number>();
  for (const { kind } of items) counts.set(FROM[kind], (counts.get(FROM[kind]) ?? 0) + 1);
  const told = [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
  return `Open without a day, each in its own section: ${told}.`;
}

function actionOfWork({ title, kind, owner, due, status }: WorkItem): RecordAction {
  return {
    text: kind === 'Stage' ? `Finish the stage “${title}”` : title,
    about: FROM[kind],
    owner,
    due,
    status: statusCell(status === 'In progress' ? 'in-progress' : 'open'),
    isOpen: true,
  };
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
