import { isBlank } from '#shared/base/limits.ts';
import { clip } from '#shared/record/blocks.ts';
import type { RecordModel, RecordSummary } from '#shared/record/model.ts';
import { stateBadge } from '#shared/record/state-badge.ts';
import { isDisputed } from '#shared/record/summary.ts';
import { calloutSlices } from './blocks.ts';
import type { Column } from './column.ts';
import {
  actionSlices,
  columnSlices,
  type Density,
  departureSlices,
  factSlices,
  optionSlices,
  outcomeSlices,
  riskSlices,
  WIDE_COLUMN,
} from './cover-parts.ts';
import { signOffSlices } from './cover-sign-off.ts';
import { heightOf, joined, keepNext, type Slice } from './flow.ts';
import type { PdfFonts } from './fonts.ts';
import { behindEach, paragraphSlices, textSlices } from './paragraph.ts';
import { tagged } from './tagged.ts';
import { wrap } from './text.ts';
import { CONTENT_WIDTH, PAGE, type Sheet, STYLES, TONES } from './theme.ts';

/** The least that the first page tells: it fits on every paper, whatever the review holds. */
const LEAST_DENSITY: Density = {
  title: 40,
  statement: 40,
  reconstruction: 40,
  reasons: false,
  departures: 1,
  departure: 40,
  risks: 1,
  options: 2,
  option: 40,
  actions: 1,
  objections: 1,
  objection: 80,
  signatures: 'pairs',
  signers: 2,
  line: 14,
};

/** What is added to the least, the most important first; each step is kept if the page has room for it. */
const DENSITY_STEPS: readonly Partial<Density>[] = [
  { line: 28 },
  // That it is a reconstruction, and who objects and why, are cut last: half of either misleads.
  { reconstruction: 330 },
  { objections: 3, objection: 180 },
  { title: 80, statement: 200 },
  { objection: 600 },
  { signers: 4 },
  { departures: 3, departure: 150 },
  { signers: 10 },
  { options: 3 },
  // Most reasons of this length still take one line.
  { option: 64 },
  { line: 40 },
  { actions: 2 },
  { actions: 3 },
  { risks: 2 },
  { risks: 3 },
  { line: 48 },
  { option: 80 },
  { departures: 5 },
  { title: 120, statement: 300 },
  { title: 200, statement: 400 },
  { line: 90 },
  { option: 110 },
  { options: 5 },
  { departures: 7 },
  { departure: 300 },
  { risks: 4 },
  { departures: 9 },
  { option: 180 },
  { risks: 5 },
  { options: 8 },
  { departures: 14 },
  { title: 500, statement: 600 },
  { line: 180, option: 300 },
  { objections: 9 },
  { options: 12 },
  { signatures: 'rows' },
  { reasons: true, line: 180 },
  { signatures: 'cards' },
];

/** The first page: what a busy reader needs, as much of it as one page holds. */
export function coverSlices(record: RecordModel, sheet: Sheet, fonts: PdfFonts): readonly Slice[] {
  const fits = (slices: readonly Slice[]) => heightOf(slices) <= sheet.bottom - PAGE.top;
  const coverOf = coverSetter(record, fonts);
  const full = coverOf(Object.assign({}, LEAST_DENSITY, ...DENSITY_STEPS));
  if (fits(full)) return full;
  let density = LEAST_DENSITY;
  let best = coverOf(density);
  for (const step of DENSITY_STEPS) {
    const fuller = { ...density, ...step };
    const slices = coverOf(fuller);
    if (fits(slices)) [density, best] = [fuller, slices];
  }
  return best;
}

/** Sets the first page in a given density; a part is set again only when the density changes something it depends on. */
function coverSetter(record: RecordModel, fonts: PdfFonts): (density: Density) => readonly Slice[] {
  const { summary } = record;
  const parts = [
    keptByDensity(['title'], (density) => titleSlices(record, density, fonts)),
    keptByDensity(['reconstruction'], (density) => reconstructionSlices(record, density, fonts)),
    keptByDensity(['statement', 'objections', 'objection'], (density) => decisionSlices(record, density, fonts)),
    keptByDensity(['line'], (density) =>
      columnSlices(factSlices(record, density, fonts), outcomeSlices(summary, fonts)),
    ),
    keptByDensity(['options', 'option', 'line'], (density) => optionSlices(summary, density, fonts)),
    keptByDensity(['departures', 'departure', 'reasons', 'line'], (density) =>
      departureSlices(summary, density, fonts),
    ),
    keptByDensity(['risks', 'line'], (density) => riskSlices(summary, density, fonts)),
    keptByDensity(['actions', 'line'], (density) => actionSlices(summary, density, fonts)),
    keptByDensity(['signatures', 'signers', 'line'], (density) => signOffSlices(record, density, fonts)),
  ];
  return (density) => parts.flatMap((part) => part(density));
}

/** The same function, with its results kept for each value of the properties that it depends on. */
function keptByDensity(
  on: readonly (keyof Density)[],
  make: (density: Density) => readonly Slice[],
): (density: Density) => readonly Slice[] {
  const known = new Map<string, readonly Slice[]>();
  return (density) => {
    const key = on.map((property) => density[property]).join();
    const slices = known.get(key) ?? make(density);
    known.set(key, slices);
    return slices;
  };
}

function titleSlices({ title }: RecordModel, density: Density, fonts: PdfFonts): readonly Slice[] {
  const text = clip(title, density.title);
  const roomy = wrap(text, STYLES.title, CONTENT_WIDTH, fonts).length <= 2;
  return keepNext(tagged('H1', textSlices(text, roomy ? STYLES.title : STYLES.titleLong, WIDE_COLUMN, 0, fonts)));
}

function reconstructionSlices({ reconstruction }: RecordModel, density: Density, fonts: PdfFonts): readonly Slice[] {
  if (isBlank(reconstruction)) return [];
  const text = `Reconstruction. ${clip(reconstruction, density.reconstruction)}`;
  return calloutSlices({ tone: 'neutral', title: '', text }, WIDE_COLUMN, fonts, STYLES.small);
}

function decisionSlices(record: RecordModel, density: Density, fonts: PdfFonts): readonly Slice[] {
  const { decision, wayBack } = record.summary;
  const state = stateBadge(record);
  const tone = TONES[isDisputed(record) ? 'warning' : (decision?.tone ?? 'neutral')];
  const inner = { x: WIDE_COLUMN.x + 16, width: WIDE_COLUMN.width - 32 };
  const pad = (gap: number, keep: boolean): Slice => ({ height: 8, gap, keep, draw: () => {} });
  const name = decision ? [decision.name, decision.stage].filter(Boolean).join(': ') : 'No decision yet';
  const statement = clip(decision?.statement ?? '', density.statement);
  const body = [
    ...tagged('H2', textSlices(`DECISION · ${state.text}`, { ...STYLES.eyebrow, colour: tone.ink }, inner, 0, fonts)),
    ...paragraphSlices(name, { ...STYLES.decision, colour: tone.ink }, inner, 0, fonts),
    ...(statement === '' ? [] : paragraphSlices(statement, STYLES.lead, inner, 4, fonts)),
    ...objectionSlices(record.summary, density, inner, fonts),
    ...(wayBack === '' ? [] : paragraphSlices(clip(wayBack, density.statement), STYLES.small, inner, 4, fonts)),
  ];
  return behindEach([pad(10, true), ...keepNext(joined(body)), pad(0, false)], (canvas, y, height) => {
    canvas.box(WIDE_COLUMN.x, y, WIDE_COLUMN.width, height, { fill: tone.soft });
    canvas.box(WIDE_COLUMN.x, y, 4, height, { fill: tone.ink });
  });
}

/** Who objects and why, in a line each: a reader must not take the decision for one that all agree on. */
function objectionSlices(
  { objections }: RecordSummary,
  density: Density,
  column: Column,
  fonts: PdfFonts,
): readonly Slice[] {
  const style = { ...STYLES.strong, colour: TONES.warning.ink };
  const more = objections.length - density.objections;
  return [
    ...objections
      .slice(0, density.objections)
      .flatMap((objection) => paragraphSlices(clip(objection, density.objection), style, column, 4, fonts)),
    ...(more > 0 ? paragraphSlices(`… and ${more} more in the section on the decision`, style, column, 0, fonts) : []),
  ];
}
