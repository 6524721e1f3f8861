import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { notKnownText } from '#shared/kinds/parts-words.ts';
import { empty, evidenceBlocks, explained, heading, ifField } from '#shared/record/blocks.ts';
import { leftOver, writtenIn } from '#shared/record/left-over.ts';
import { NOT_FILLED_IN, type RecordBadge, type RecordBlock, type RecordField } from '#shared/record/model.ts';
import { notAssessed } from '#shared/record/not-assessed.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { Design } from './answers.ts';
import { gainBars } from './gain-bars.ts';
import { type Gain, gainOf, rangeText, valueText } from './gains.ts';
import { measuresOf, quantity, type ReviewMeasure } from './measures.ts';
import { paybackBlocks } from './record-payback.ts';
import { DESIGN_WORDS, type Figure } from './words.ts';

/** The evidence section: measures in use with their figures and a picture of them; those without figures in a table. */
export function measuresBlocks(source: RecordSource): readonly RecordBlock[] {
  const { review, template } = source;
  const all = measuresOf(review, template);
  const tracked = all.filter((measure) => measure.tracked);
  const shown = tracked.filter((measure) => gainBars(measure));
  return [
    ...(tracked.length === 0 ? [notAssessed('no measure is in use')] : []),
    ...shown.flatMap((measure) => measureBlocks(source, measure)),
    ...withoutFigures(
      source,
      tracked.filter((measure) => !shown.includes(measure)),
    ),
    ...paybackBlocks(source),
    ...unusedBlocks(all.filter((measure) => !measure.tracked)),
    ...leftOver(partOf(review, 'evidence').measures, new Set(all.map((measure) => measure.id))),
  ];
}

/** Measures of which no gain can be shown, a row each with everything that is on record. */
function withoutFigures(source: RecordSource, measures: readonly ReviewMeasure[]): readonly RecordBlock[] {
  if (measures.length === 0) return [];
  return [
    heading(1, 'Measures without a gain to show'),
    {
      kind: 'table',
      columns: [
        { title: 'Measure', weight: 2, heads: true },
        { title: 'What is on record', weight: 5 },
        { title: 'Missing', weight: 2.6 },
      ],
      rows: measures.map((measure) => {
        const fields = measureFields(gainOf(measure));
        const told = fields.filter(({ text }) => !isBlank(text)).map(({ label, text }) => `${label}: ${text}`);
        const missing = fields.filter(({ text }) => isBlank(text)).map(({ label }) => label);
        return [{ text: measure.name }, { text: told.join('\n') }, { text: missing.join(', ') }];
      }),
    },
    ...measures.flatMap(({ name, entry }) =>
      entry.design ? [heading(1, name), ...designBlocks(source, entry.design)] : [],
    ),
  ];
}

/** What was noted on measures that the review does not use, such as why not. */
function unusedBlocks(unused: readonly ReviewMeasure[]): readonly RecordBlock[] {
  const rows = unused.flatMap(({ name, entry }) => writtenIn(entry, name));
  return rows.length === 0 ? [] : [heading(1, 'Measures not in use'), { kind: 'fields', rows }];
}

function measureBlocks(source: RecordSource, measure: ReviewMeasure): readonly RecordBlock[] {
  const gain = gainOf(measure);
  const bars = gainBars(measure);
  const all = measureFields(gain);
  // The picture tells its figures with what they gain, and the unit, so that no field repeats them.
  const drawn = (bars?.bars ?? []).map((bar) => {
    const field = all.find(({ label, text }) => label === bar.label && text.startsWith(bar.text));
    return { bar: { ...bar, text: field?.text ?? bar.text }, field };
  });
  const fields = all.filter((field) => field.label !== 'Unit' && !drawn.some((one) => one.field === field));
  const rows = fields.filter(({ text }) => !isBlank(text));
  const blank = fields.filter(({ text }) => isBlank(text)).map(({ label }) => label);
  return [
    heading(1, measure.name, ...badges(gain)),
    ...explained(source.template, measure.sources),
    ...(bars ? [{ kind: 'bars', bars: { ...bars, bars: drawn.map(({ bar }) => bar) } } as const] : []),
    ...(rows.length === 0 ? [] : [{ kind: 'fields', rows } as const]),
    ...(blank.length === 0 ? [] : [empty(missingText(blank, measure.entry.baseline === null))]),
    ...designBlocks(source, measure.entry.design),
  ];
}

/** How much of the gain comes from the design, and what shows it. */
function designBlocks(source: RecordSource, design: Design | undefined): readonly RecordBlock[] {
  if (!design) return [];
  const { share, notKnown, note, evidence } = design;
  const answer = notKnown ? notKnownText(notKnown) : share === null ? 'Not answered' : DESIGN_WORDS[share];
  return [
    { kind: 'fields', rows: [{ label: 'Language or design', text: answer }, ...ifField('How the team knows', note)] },
    ...evidenceBlocks(source, evidence),
  ];
}

function missingText(labels: readonly string[], lacksBaseline: boolean): string {
  const missing = `${NOT_FILLED_IN}: ${labels.join(', ').toLowerCase()}.`;
  return lacksBaseline ? `${missing} Without a baseline there is no gain to show.` : missing;
}

function badges({ target, measured, targetMet }: Gain): readonly RecordBadge[] {
  const found: RecordBadge[] = [];
  if (target?.relation === 'beyond') found.push({ text: 'Target beyond the typical gain', tone: 'warning' });
  if (target?.relation === 'wrong-way') found.push({ text: 'Target worse than the baseline', tone: 'warning' });
  if (measured?.relation === 'wrong-way') found.push({ text: 'Worse than the baseline', tone: 'warning' });
  if (targetMet !== null) {
    found.push(targetMet ? { text: 'Target met', tone: 'for' } : { text: 'Target not met', tone: 'open' });
  }
  return found;
}

function measureFields({ measure, target, measured }: Gain): readonly RecordField[] {
  const { entry, unit } = measure;
  const figure = (name: Figure, text: string) => {
    const notKnown = entry.notKnown?.[name];
    return notKnown ? notKnownText(notKnown) : text;
  };
  return [
    { label: 'Baseline', text: figure('baseline', entry.baseline === null ? '' : quantity(entry.baseline, unit)) },
    { label: 'Target', text: figure('target', target ? valueText(measure, target) : '') },
    { label: 'Measured', text: figure('measured', measured ? valueText(measure, measured) : '') },
    ...ifField('Typical gain', rangeText(measure)),
    ...ifField('Unit', unit),
    { label: 'How it is measured', text: entry.method },
    { label: 'By whom', text: entry.by },
    { label: 'When', text: formatDate(entry.on) },
    ...ifField('Note', entry.note),
  ];
}
