import type * as z from 'zod';
import type { DeepReadonly } from '#shared/base/deep-readonly.ts';
import { auditTotals } from '#shared/kinds/audit/audit.ts';
import { stagePlan } from '#shared/kinds/path/answers.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { measuresOf, type ReviewMeasure } from './measures.ts';
import type { Range } from './payback-range.ts';
import { paybackInputSchema, type paybackSchema } from './payback-schema.ts';

export type Payback = DeepReadonly<z.output<typeof paybackSchema>>;
export type PaybackEntry = DeepReadonly<z.output<typeof paybackInputSchema>>;

/**
 * What an input belongs to: cost that comes once, price of work, cost of every month, benefit, or the load that
 * the whole carries, which only puts Amdahl’s law into figures.
 */
export type InputGroup = 'once' | 'price' | 'monthly' | 'benefit' | 'load';

/** An input of the calculation as the review has it. */
export interface PaybackInput {
  /** Key in `inputs`, or id of the stage. */
  readonly id: string;
  readonly isStage: boolean;
  readonly group: InputGroup;
  readonly name: string;
  readonly unit: string;
  readonly entry: PaybackEntry;
  /** What the calculation takes: from the team, from elsewhere in the review or the sources, or anything possible. */
  readonly range: Range;
  readonly origin: 'given' | 'taken-over' | 'not-known' | 'blank';
  /** Where a value that the team did not enter here comes from; empty for nowhere. */
  readonly takenFrom: string;
}

const NO_ENTRY: PaybackEntry = paybackInputSchema.parse({});

/** What is known of an input beside what the team entered for it. */
interface Elsewhere {
  readonly range: Range;
  readonly from: string;
}

interface Definition {
  readonly id: string;
  readonly group: InputGroup;
  readonly name: string;
  readonly unit: string;
  /** Largest possible value, where there is one. */
  readonly most?: number;
  readonly elsewhere?: Elsewhere | null;
}

/** The measure that is to get cheaper; null while none is chosen. */
export function paybackMeasure(review: ReviewDocument, template: Template): ReviewMeasure | null {
  const chosen = review.evidence?.payback?.measure ?? null;
  return measuresOf(review, template).find(({ id }) => id === chosen) ?? null;
}

/** All inputs, in the order in which they are asked; none while the review works out no payback. */
export function paybackInputs(review: ReviewDocument, template: Template): readonly PaybackInput[] {
  const payback = review.evidence?.payback;
  if (!payback) return [];
  const stages = (sectionOf(template, 'path')?.stages ?? []).filter(
    ({ id }) => stagePlan(review, id).state !== 'skipped',
  );
  return [
    ...stages.map(({ id, name }) =>
      inputOf({ id, group: 'once', name, unit: 'person-weeks' }, payback.stages[id] ?? NO_ENTRY, true),
    ),
    ...definitions(review, template, payback).map((definition) =>
      inputOf(definition, payback.inputs[definition.id] ?? NO_ENTRY, false),
    ),
  ];
}

function inputOf({ most = Infinity, elsewhere, ...definition }: Definition, entry: PaybackEntry, isStage: boolean) {
  const anything: Range = { low: 0, high: most };
  const common = { ...definition, isStage, entry };
  if (entry.notKnown) {
    return {
      ...common,
      range: elsewhere?.range ?? anything,
      origin: 'not-known',
      takenFrom: elsewhere?.from ?? '',
    } as const;
  }
  if (entry.low === null && entry.high === null) {
    return elsewhere
      ? ({ ...common, range: elsewhere.range, origin: 'taken-over', takenFrom: elsewhere.from } as const)
      : ({ ...common, range: anything, origin: 'blank', takenFrom: '' } as const);
  }
  const ends = [entry.low ?? entry.high ?? 0, entry.high ?? entry.low ?? 0];
  return {
    ...common,
    range: { low: Math.min(...ends), high: Math.max(...ends) },
    origin: 'given',
    takenFrom: '',
  } as const;
}

function definitions(review: ReviewDocument, template: Template, { currency }: Payback): readonly Definition[] {
  const measure = paybackMeasure(review, template);
  const unit = measure?.unit.trim() || 'units';
  const dip = sectionOf(template, 'evidence')?.payback?.dip;
  const days = auditTotals(review, template)?.days ?? 0;
  const baseline = measure?.entry.baseline ?? null;
  return [
    {
      id: 'audit-days',
      group: 'once',
      name: 'Closing the gaps of the audit',
      unit: 'person-days',
      elsewhere: days > 0 ? { range: exactly(days), from: 'the audit' } : null,
    },
    { id: 'training-hours', group: 'once', name: 'Training, all people together', unit: 'person-hours' },
    { id: 'people', group: 'once', name: 'People whose delivery slows down', unit: 'people' },
    { id: 'dip-percent', group: 'once', name: 'How much slower they deliver', unit: '%', most: 100 },
    {
      id: 'dip-months',
      group: 'once',
      name: 'How long it lasts',
      unit: 'months',
      elsewhere: dip ? { range: { low: dip.months, high: Infinity }, from: 'the sources' } : null,
    },
    { id: 'week-price', group: 'price', name: 'Price of work', unit: `${currency} per person-week` },
    { id: 'second-stack', group: 'monthly', name: 'Running a second stack', unit: 'person-days per month' },
    {
      id: 'baseline',
      group: 'benefit',
      name: measure ? `${measure.name} today, per instance` : 'Use today, per instance',
      unit,
      elsewhere: baseline !== null && baseline >= 0 ? { range: exactly(baseline), from: 'the baseline' } : null,
    },
    { id: 'hot-share', group: 'benefit', name: 'Share of it that is replaced', unit: '%', most: 100 },
    {
      id: 'reduction',
      group: 'benefit',
      name: 'Expected fall in that share',
      unit: '%',
      most: 100,
      elsewhere: elsewhereOf(referenceReduction(measure)),
    },
    { id: 'unit-price', group: 'benefit', name: `Price of one unit (${unit})`, unit: `${currency} per month` },
    { id: 'instances', group: 'benefit', name: 'Instances', unit: 'instances' },
    { id: 'load', group: 'load', name: 'Load that they carry', unit: 'requests per second' },
  ];
}

function exactly(value: number): Range {
  return { low: value, high: value };
}

function elsewhereOf(range: Range | null): Elsewhere | null {
  return range && { range, from: 'the typical gain' };
}

/**
 * The typical gain as a fall in what the same work needs, in percent. Throughput that rises by a factor
 * f needs 1/f of the machines. Null where the sources give no figure, or where it would be no fall.
 */
export function referenceReduction(measure: ReviewMeasure | null): Range | null {
  const range = measure?.range;
  if (!measure || !range) return null;
  const isFactor = range.basis === 'factor';
  if (measure.better === 'higher' && !isFactor) return null;
  const falls = [range.from, range.to].map((end) => {
    if (!isFactor) return -end;
    return measure.better === 'higher' ? (1 - 1 / end) * 100 : (1 - end) * 100;
  });
  const [low, high] = [Math.min(...falls), Math.max(...falls)];
  return low >= 0 && high <= 100 ? { low, high } : null;
}
