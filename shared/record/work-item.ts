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

/** What most work says nothing of. */
const PLAIN_WORK = {
  description: '',
  status: 'Open',
  owner: '',
  due: null,
  parent: '',
  stage: '',
} as const satisfies Partial<WorkItem>;

/**
 * A piece of work, plain in what is not said of it.
 * @param common what it has in common with others that come from the same place
 */
export function workItem<Common extends Partial<WorkItem>>(
  item: Omit<WorkItem, keyof typeof PLAIN_WORK | keyof Common> & Partial<WorkItem>,
  common?: Common,
): WorkItem {
  // One object after the other: to add single properties to a copy takes V8 many times as long, and lists make thousands.
  return { ...PLAIN_WORK, ...common, ...item } as WorkItem;
}

export const ACTION_STATUS: Readonly<Record<RiskAction['status'], WorkStatus>> = {
  open: 'Open',
  'in-progress': 'In progress',
  done: 'Done',
  dropped: 'Dropped',
};

/** Whether it is still to be done. */
export function isOpenWork({ status }: WorkItem): boolean {
  return status === 'Open' || status === 'In progress';
}
