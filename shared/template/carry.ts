import { canonicalJson } from '#shared/base/canonical-json.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { strayAnswers } from '#shared/review/stray-answers.ts';
import { itemName } from './diff.ts';
import { type SectionKind, sectionOf, type Template, type TemplateSection } from './template.ts';

/** What the team wrote about something that the new template does not have. */
export interface LeftAnswer {
  readonly section: SectionKind;
  readonly sectionTitle: string;
  /** Name of the item in the old template; empty when the whole section is gone. */
  readonly name: string;
  /** What the team wrote there, one entry for each field that holds anything. */
  readonly texts: readonly string[];
  /** How many items these are: one, or all that were answered in a section that is gone. */
  readonly items: number;
}

export interface CarriedOver {
  /** The review on the new template; every answer is still in it, with or without a place. */
  readonly document: ReviewDocument;
  /** Answers that no screen shows any more. The record prints them as notes on items that are gone. */
  readonly left: readonly LeftAnswer[];
}

/**
 * Puts a review onto another version of its template. Answers stand under the ids of items, so those
 * of items that both versions have carry over as they are, and the others stay in the document:
 * nothing is dropped, and going back brings everything back. Signatures are for the old content and
 * become stale by their hash. Pure; nobody calls it but a person who asked for it.
 */
export function carryOver(
  review: ReviewDocument,
  from: Template,
  to: { readonly template: Template; readonly sha256: string },
): CarriedOver {
  const { template, sha256 } = to;
  const pinned = pinDefaults(review, from, template);
  const document = { ...pinned, template: { id: template.id, version: template.version, sha256 } };
  return { document, left: leftAnswers(document, from, template) };
}

/**
 * What a review leaves to its template – the unit of a measure, the candidates compared – is written
 * down where the new version says something else: 100 ms must not become 100 s.
 */
function pinDefaults(review: ReviewDocument, from: Template, to: Template): ReviewDocument {
  return pinCandidates(pinUnits(review, from, to), from, to);
}

function pinUnits(review: ReviewDocument, from: Template, to: Template): ReviewDocument {
  if (!review.evidence) return review;
  const unitIn = (template: Template, id: string) =>
    sectionOf(template, 'evidence')?.measures.find((measure) => measure.id === id)?.unit;
  const measures = Object.entries(review.evidence.measures).map(([id, measure]) => {
    const unit = unitIn(from, id);
    const isPinned = measure.unit === '' && unit !== undefined && unit !== '' && unit !== unitIn(to, id);
    return [id, isPinned ? { ...measure, unit } : measure] as const;
  });
  return { ...review, evidence: { ...review.evidence, measures: Object.fromEntries(measures) } };
}

function pinCandidates(review: ReviewDocument, from: Template, to: Template): ReviewDocument {
  if (!review.options || review.options.candidates !== null) return review;
  const preselected = (template: Template) =>
    (sectionOf(template, 'options')?.candidates ?? []).filter((entry) => entry.preselected).map(({ id }) => id);
  const before = preselected(from);
  if (canonicalJson(before) === canonicalJson(preselected(to))) return review;
  return { ...review, options: { ...review.options, candidates: before } };
}

function leftAnswers(review: ReviewDocument, from: Template, to: Template): readonly LeftAnswer[] {
  const isGone = (kind: SectionKind) => sectionOf(to, kind) === undefined;
  const sections = from.sections.flatMap((section): LeftAnswer[] => {
    if (!isGone(section.kind)) return [];
    const part = touchedPart(review, section.kind);
    const texts = textsIn(part, '', section);
    const items = answeredItems(part, section);
    return texts.length === 0 ? [] : [{ section: section.kind, sectionTitle: section.title, name: '', texts, items }];
  });
  const items = strayAnswers(review, to).flatMap(({ section: kind, id, value }): LeftAnswer[] => {
    const section = from.sections.find((entry) => entry.kind === kind);
    if (!section || isGone(kind)) return [];
    const name = nameIn(section, id) ?? skippedStage(from, id) ?? id;
    const texts = textsIn(value === id ? name : value, '', section);
    return texts.length === 0 ? [] : [{ section: kind, sectionTitle: section.title, name, texts, items: 1 }];
  });
  return [...sections, ...items];
}

const UNTOUCHED: ReviewDocument = reviewDocumentSchema.parse({
  id: '00000000-0000-4000-8000-000000000000',
  createdAt: '2000-01-01T00:00:00Z',
  template: { id: 'none', version: '1.0.0', sha256: '0'.repeat(64) },
  title: '-',
});

/** The part of a review that a section shows; undefined when nobody wrote anything there. */
function touchedPart(review: ReviewDocument, kind: SectionKind): unknown {
  const name = kind === 'sign-off' ? 'signOff' : kind;
  const part = review[name];
  return part === undefined || canonicalJson(part) === canonicalJson(UNTOUCHED[name] ?? null) ? undefined : part;
}

/** Every text, number and yes of a value, led by the way to it where that says something. */
function textsIn(value: unknown, label: string, section: TemplateSection): readonly string[] {
  const led = (text: string) => [label === '' ? text : `${label}: ${text}`];
  if (typeof value === 'string') return value.trim() === '' ? [] : led(nameIn(section, value) ?? value);
  if (typeof value === 'number') return led(String(value));
  if (typeof value === 'boolean') return value ? led('yes') : [];
  if (Array.isArray(value)) return value.flatMap((entry) => textsIn(entry, label, section));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, entry]) => {
    if (key === 'id') return [];
    if (nameIn(section, key) === null && isMap(entry)) return textsIn(entry, label, section);
    const word = nameIn(section, key) ?? key.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return textsIn(entry, label === '' ? word : `${label} › ${word}`, section);
  });
}

/** Rows and fields of a section's part that hold anything. */
function answeredItems(part: unknown, section: TemplateSection): number {
  if (typeof part !== 'object' || part === null) return 0;
  const rows = Object.values(part).flatMap((entry: unknown): unknown[] =>
    Array.isArray(entry) ? entry : isMap(entry) ? Object.values(entry) : [entry],
  );
  return rows.filter((row) => textsIn(row, '', section).length > 0).length;
}

/** Whether an object only holds rows by their ids, so that its own name says nothing. */
function isMap(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return Object.values(value).every((entry) => typeof entry === 'object' && entry !== null);
}

/** Name of the item with this id, however deep in the section it stands. */
function nameIn(value: unknown, id: string): string | null {
  if (Array.isArray(value)) {
    for (const entry of value) {
      const name = nameIn(entry, id);
      if (name !== null) return name;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if ('id' in value && value.id === id) return itemName({ ...value });
  return nameIn(Object.values(value), id);
}

/** Name of the risk that skipping a stage raises. */
function skippedStage(template: Template, id: string): string | null {
  const stage = sectionOf(template, 'path')?.stages.find((entry) => `skipped-${entry.id}` === id);
  return stage?.skipRisk?.name ?? null;
}

/** Whether a review says anything under this id in a section's part: an answer given for older words. */
export function answersItem(review: ReviewDocument, kind: SectionKind, id: string): boolean {
  return mentions(touchedPart(review, kind), id);
}

function mentions(value: unknown, id: string): boolean {
  if (value === id) return true;
  if (Array.isArray(value)) return value.some((entry) => mentions(entry, id));
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, id) || Object.values(value).some((entry) => mentions(entry, id));
}
