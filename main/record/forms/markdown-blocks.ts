import { stageInWords } from '#main/record/words/stage-words.ts';
import {
  type BlockOf,
  type HeatMap,
  NOT_FILLED_IN,
  type RecordBlock,
  type RecordField,
  type RecordSignature,
} from '#shared/record/model.ts';
import { address, cell, indented, inline, item, paragraphs, quote } from './markdown-text.ts';

/** Blocks of a section; level-1 headings become headings of `level`, which is 2 or more. */
export function markdownBlocks(blocks: readonly RecordBlock[], level: number): string {
  return blocks.map((block) => markdownBlock(block, level)).join('\n\n');
}

function markdownBlock(block: RecordBlock, level: number): string {
  switch (block.kind) {
    case 'heading':
      return headingLine(block, level);
    case 'paragraph':
      return block.voice === 'team' ? paragraphs(block.text) : quote(paragraphs(block.text));
    case 'fields':
      return fieldList(block.rows);
    case 'list':
      return block.items.map((entry) => item(entry)).join('\n');
    case 'checks':
      return block.items.map(checkItem).join('\n');
    case 'callout':
      return quote([`**${inline(block.title)}**`, paragraphs(block.text)].filter(Boolean).join('\n\n'));
    case 'table':
      return table(block);
    case 'heat-maps':
      return block.maps.map((map) => heatMap(map, block)).join('\n\n');
    case 'bars':
      return bars(block);
    case 'timeline':
      return block.spans.map(({ label, text }) => item(`${label}: ${text}`)).join('\n');
    case 'stages':
      return block.stages.map((stage, index) => item(stageInWords(stage), `${index + 1}.`)).join('\n');
    case 'code':
      return `\`\`\`sh\n${block.text}\n\`\`\``;
    case 'links':
      return block.items.map(linkItem).join('\n');
    case 'signature':
      return signature(block.signature, level);
    case 'empty':
      return `_${inline(block.text)}_`;
  }
}

function headingLine(block: BlockOf<'heading'>, level: number): string {
  const badges = block.badges.map((badge) => ` (${inline(badge.text)})`).join('');
  return `${'#'.repeat(level + block.level - 1)} ${inline(block.text)}${badges}`;
}

function fieldList(rows: readonly RecordField[]): string {
  return rows
    .map((row) => indented('- ', `**${inline(row.label)}:** ${paragraphs(row.text) || `_${NOT_FILLED_IN}_`}`))
    .join('\n');
}

function checkItem({ met, text, note }: BlockOf<'checks'>['items'][number]): string {
  const more = note.trim() === '' ? '' : `\\\n${paragraphs(note)}`;
  return indented('- ', `[${met ? 'x' : ' '}] ${paragraphs(text)}${more}`);
}

function linkItem({ text, url, note }: BlockOf<'links'>['items'][number]): string {
  const parts = [paragraphs(text), url.trim() === '' ? '' : address(url), paragraphs(note)];
  return indented('- ', parts.filter(Boolean).join('\\\n'));
}

function table({ columns, rows }: BlockOf<'table'>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map((column) => cell(column.title))),
    line(columns.map((column) => (column.align === 'end' ? '--:' : '---'))),
    ...rows.map((row) =>
      line(row.map(({ text, note }) => (note ? `**${cell(text)}**<br>${cell(note)}` : cell(text) || '–'))),
    ),
  ].join('\n');
}

/** Risk numbers by likelihood and impact; the words for the steps stand at the edges. */
function heatMap(map: HeatMap, { likelihoodWords, impactWords }: BlockOf<'heat-maps'>): string {
  const steps = [1, 2, 3, 4, 5];
  const numbers = (likelihood: number, impact: number) =>
    map.marks.find((mark) => mark.likelihood === likelihood && mark.impact === impact)?.numbers.join(', ') ?? '';
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    `**${inline(map.title)}**: risk numbers by likelihood (rows) and impact (columns)`,
    '',
    line(['', ...impactWords.map((word, index) => `${index + 1} ${cell(word)}`)]),
    line(['---', ...steps.map(() => '---')]),
    ...steps
      .toReversed()
      .map((likelihood) =>
        line([
          `${likelihood} ${cell(likelihoodWords[likelihood - 1] ?? '')}`,
          ...steps.map((impact) => numbers(likelihood, impact)),
        ]),
      ),
  ].join('\n');
}

/** The figures that the picture shows. */
function bars({ bars: { bars: values, range } }: BlockOf<'bars'>): string {
  return [
    ...values.map(({ label, text }) => item(`${label}: ${text}`)),
    ...(range ? [item(`The typical gain leads to ${range.text}`)] : []),
  ].join('\n');
}

function signature(entry: RecordSignature, level: number): string {
  const signed: readonly RecordField[] =
    entry.standing === 'unsigned'
      ? []
      : [
          { label: 'Verdict', text: entry.verdict },
          { label: 'Signed', text: entry.signedAt },
          { label: 'For content', text: entry.shortHash },
          { label: 'Signed as', text: entry.typedName },
          { label: 'Drawn signature', text: entry.drawing.length > 0 ? 'Given; the PDF shows it' : 'None' },
          ...(entry.comment.trim() === '' ? [] : [{ label: 'Comment', text: entry.comment }]),
        ];
  return [
    `${'#'.repeat(level)} ${inline(entry.name)}`,
    fieldList([{ label: 'Role', text: entry.role }, { label: 'Standing', text: entry.standingText }, ...signed]),
  ].join('\n\n');
}
