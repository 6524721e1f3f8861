import { isBlank } from '#shared/base/limits.ts';
import { quantity } from '#shared/kinds/evidence/measures.ts';
import { measureReference } from '#shared/kinds/evidence/record-measure-reference.ts';
import type { Dissent, Evidence } from '#shared/kinds/parts.ts';
import { POSITION_WORDS } from '#shared/kinds/parts-words.ts';
import { agreesWithTeam, wantedText } from '#shared/stage/differing-views.ts';
import type { Judgement } from '#shared/stage/judgement.ts';
import type { Template } from '#shared/template/template.ts';
import type { RecordBadge, RecordBlock, RecordCell, RecordField } from './model.ts';
import type { RecordSource } from './source.ts';

export function heading(level: 1 | 2, text: string, ...badges: readonly RecordBadge[]): RecordBlock {
  return { kind: 'heading', level, text, badges };
}

/** Wording of the template, followed by the numbers of the sources it rests on. */
export function explained(template: Template, sources: readonly string[], ...texts: readonly string[]): RecordBlock[] {
  const wording = texts.filter((part) => !isBlank(part)).join(' ');
  const text = withReferences(template, wording, sources);
  return text === '' ? [] : [{ kind: 'paragraph', voice: 'template', text }];
}

/** A text, followed by the numbers of the sources it rests on. */
export function withReferences(template: Template, text: string, sources: readonly string[]): string {
  // A no-break space, so that a reference never stands alone on a line.
  return [text, references(template, sources)].filter((part) => !isBlank(part)).join('\u00A0');
}

/** Numbers of sources as they stand in the record's source list, such as `[1] [4]`. */
function references(template: Template, sources: readonly string[]): string {
  return template.sources
    .flatMap((source, index) => (sources.includes(source.id) ? [`[${index + 1}]`] : []))
    .join('\u00A0');
}

/** What the team wrote, or a line that says what is missing. */
export function written(text: string, missing: string): RecordBlock {
  return isBlank(text) ? empty(missing) : { kind: 'paragraph', voice: 'team', text };
}

/** What the team wrote, if anything. */
export function ifWritten(text: string): RecordBlock[] {
  return isBlank(text) ? [] : [{ kind: 'paragraph', voice: 'team', text }];
}

export function empty(text: string): RecordBlock {
  return { kind: 'empty', text };
}

/** A row for a text that only some reviews have. */
export function ifField(label: string, text: string): RecordField[] {
  return isBlank(text) ? [] : [{ label, text }];
}

/** Everything that backs an answer, in the order statements, measures, links, figures. */
export function evidenceBlocks(source: RecordSource, evidence: readonly Evidence[]): readonly RecordBlock[] {
  const texts = evidence.flatMap((entry) => (entry.kind === 'text' ? [entry.text] : []));
  const measures = evidence.flatMap((entry) =>
    entry.kind === 'measure' ? [measureReference(source, entry.measure)] : [],
  );
  const links = evidence.flatMap((entry) =>
    entry.kind === 'link' ? [{ text: entry.text, url: entry.url, note: '' }] : [],
  );
  const figures = evidence.flatMap((entry) =>
    entry.kind === 'figure'
      ? [
          [
            { text: entry.text },
            { text: [entry.value, entry.unit].filter((part) => !isBlank(part)).join(' ') },
            { text: entry.source },
          ],
        ]
      : [],
  );
  const prototypes = evidence.flatMap((entry) =>
    entry.kind === 'prototype'
      ? [[{ text: entry.text }, { text: hoursText(entry.hours) }, { text: entry.finding }]]
      : [],
  );
  if (evidence.length === 0) return [];
  return [
    heading(2, 'Evidence'),
    ...(texts.length > 0 ? [{ kind: 'list', items: texts } as const] : []),
    ...(measures.length > 0 ? [{ kind: 'list', items: measures } as const] : []),
    ...(links.length > 0 ? [{ kind: 'links', items: links } as const] : []),
    ...(figures.length > 0
      ? [
          {
            kind: 'table',
            columns: [
              { title: 'Figure', weight: 3 },
              { title: 'Value', weight: 2 },
              { title: 'From', weight: 3 },
            ],
            rows: figures,
          } as const,
        ]
      : []),
    ...(prototypes.length > 0
      ? [
          {
            kind: 'table',
            columns: [
              { title: 'Prototype', weight: 3 },
              { title: 'Work', weight: 1.5 },
              { title: 'What it showed', weight: 4 },
            ],
            rows: prototypes,
          } as const,
        ]
      : []),
  ];
}

/** Work in hours; empty while nobody said. */
function hoursText(hours: number | null): string {
  return hours === null ? '' : quantity(hours, hours === 1 ? 'hour' : 'hours');
}

export const DISSENT_TITLE = 'Dissent';

/** Who differs from what is on record. @param judgements the team’s answers, which may have become theirs */
export function dissentBlocks(dissent: readonly Dissent[], judgements: readonly Judgement[]): readonly RecordBlock[] {
  if (dissent.length === 0) return [];
  return [
    heading(2, DISSENT_TITLE),
    {
      kind: 'table',
      columns: [
        { title: 'Who', weight: 2 },
        { title: 'Position', weight: 2 },
        { title: 'Reason', weight: 5 },
      ],
      rows: dissent.map((entry) => [
        { text: entry.name },
        dissentPosition(entry, judgements),
        { text: dissentReason(entry, judgements) },
      ]),
    },
  ];
}

/** Where the person stands. Nobody objects on record to the answer that they wanted. */
export function dissentPosition(view: Dissent, judgements: readonly Judgement[]): RecordCell {
  if (agreesWithTeam(view, judgements)) return { text: 'Settled: the team’s answer is theirs now', tone: 'neutral' };
  return { text: POSITION_WORDS[view.position], tone: view.position === 'formal-objection' ? 'warning' : 'open' };
}

/** Why they differ, after what they would answer. */
export function dissentReason(view: Dissent, judgements: readonly Judgement[]): string {
  return [wantedText(view, judgements), view.reason].filter((part) => !isBlank(part)).join('\n');
}

/** A text cut at a word so that a first page stays a first page; the sections print it whole. */
export function clip(text: string, limit: number): string {
  const line = text.trim().replace(/\s+/g, ' ');
  if (line.length <= limit) return line;
  const cut = line
    .slice(0, limit)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const space = cut.lastIndexOf(' ');
  return `${space > limit / 2 ? cut.slice(0, space) : cut} …`;
}
