import { isBlank } from '#shared/base/limits.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import type { SectionKind } from '#shared/template/template.ts';

export type WorkKind =
  | 'Stage'
  | 'Exit criterion'
  | 'Action'
  | 'Improvement'
  | 'Condition'
  | 'Commitment'
  | 'Gap'
  | 'Figure'
  | 'Learning'
  | 'To do'
  | 'Question'
  | 'Not known'
  | 'Review';
export type WorkStatus = 'Open' | 'In progress' | 'Done' | 'Dropped';

/** Something that a review says is to be done, for lists, trackers and calendars. */
export interface WorkItem {
  /** Unique in the review, and the same each time. */
  readonly key: string;
  readonly kind: WorkKind;
  readonly title: string;
  readonly description: string;
  readonly status: WorkStatus;
  /** Empty for nobody. */
  readonly owner: string;
  /** `YYYY-MM-DD`; null for none. */
  readonly due: string | null;
  /** Key of what it is a part of; empty for nothing. */
  readonly parent: string;
  /** Name of the stage that it belongs to; empty for none. */
  readonly stage: string;
  /** Section that it comes from; null for none. */
  readonly section: SectionKind | null;
  /** Anchor of the place where it stands; empty for none. */
  readonly place: string;
}

/** Kinds of work whose titles say what they are: “Learn: ownership”, “Find out: the baseline”. */
const SAYS_ITSELF: ReadonlySet<string> = new Set<WorkKind>(['Learning', 'Not known', 'To do', 'Review']);

/** What something that is followed up is called in a line of its own, led by its kind where its title does not say it. */
export function namedWork(kind: string, title: string): string {
  return SAYS_ITSELF.has(kind) ? title : `${kind}: ${title}`;
}

/** What may be left unsaid of a piece of work. */
type Unsaid = 'description' | 'status' | 'owner' | 'due' | 'parent' | 'stage';

const NOTHING_IN_COMMON: Partial<WorkItem> = {};

/**
 * A piece of work, plain in what is not said of it.
 * @param common what it has in common with others that come from the same place
 */
export function workItem<Common extends Partial<WorkItem>>(
  item: Omit<WorkItem, Unsaid | keyof Common> & Partial<WorkItem>,
  common?: Common,
): WorkItem {
  const own: Partial<WorkItem> = item;
  const shared: Partial<WorkItem> = common ?? NOTHING_IN_COMMON;
  // Property by property: V8 makes objects of one shape fifty times as fast as copies of several others, and lists make thousands.
  return {
    key: own.key ?? shared.key ?? '',
    kind: own.kind ?? shared.kind ?? 'To do',
    title: own.title ?? shared.title ?? '',
    description: own.description ?? shared.description ?? '',
    status: own.status ?? shared.status ?? 'Open',
    owner: own.owner ?? shared.owner ?? '',
    due: own.due === undefined ? (shared.due ?? null) : own.due,
    parent: own.parent ?? shared.parent ?? '',
    stage: own.stage ?? shared.stage ?? '',
    section: own.section === undefined ? (shared.section ?? null) : own.section,
    place: own.place ?? shared.place ?? '',
  };
}

export const ACTION_STATUS: Readonly<Record<RiskAction['status'], WorkStatus>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** Whether a list of things to do has it: a stage is work once somebody has it or it has a day, and exit criteria are parts of their stage. */
export function isPlanned({ kind, owner, due, status }: WorkItem): boolean {
  if (kind === 'Exit criterion') return false;
  return kind !== 'Stage' || status !== 'Open' || !isBlank(owner) || due !== null;
}

/** Whether it is still to be done. */
export function isOpenWork({ status }: WorkItem): boolean {
  return status === 'Open' || status === 'In progress';
}
