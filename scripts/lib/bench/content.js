/**
 * What a record says, for printers that know nothing of records: headings, paragraphs and tables in order.
 * Pictures (maps, bars, drawn signatures) are left out.
 * @typedef {{ readonly kind: 'heading', readonly level: 1 | 2 | 3, readonly text: string }} Heading
 * @typedef {{ readonly kind: 'paragraph', readonly text: string }} Paragraph
 * @typedef {{ readonly kind: 'table', readonly head: readonly string[], readonly rows: readonly (readonly string[])[] }} Table
 * @typedef {Heading | Paragraph | Table} Part
 *
 * @typedef {import('../../../shared/record/model.ts').RecordModel} RecordModel
 * @typedef {import('../../../shared/record/model.ts').RecordBlock} RecordBlock
 */

/**
 * @param {RecordModel} record
 * @returns {Part[]}
 */
export function contentOf({ title, subtitle, summary, sections }) {
  return [
    { kind: 'heading', level: 1, text: title },
    paragraph(subtitle),
    ...textsOf(summary).map(paragraph),
    ...sections.flatMap((section) => [
      /** @type {Heading} */ ({ kind: 'heading', level: 2, text: section.title }),
      ...section.blocks.flatMap(partsOf),
    ]),
  ];
}

/**
 * @param {RecordBlock} block
 * @returns {Part[]}
 */
function partsOf(block) {
  switch (block.kind) {
    case 'heading':
      return [{ kind: 'heading', level: 3, text: [block.text, ...block.badges.map(({ text }) => text)].join(' · ') }];
    case 'table':
      return [
        {
          kind: 'table',
          head: block.columns.map((column) => column.title),
          rows: block.rows.map((row) => row.map(({ text }) => text)),
        },
      ];
    case 'fields':
      return [{ kind: 'table', head: ['', ''], rows: block.rows.map(({ label, text }) => [label, text]) }];
    default:
      return textsOf(block).map(paragraph);
  }
}

/**
 * Every text in a value that a person would read.
 * @param {unknown} value
 * @returns {string[]}
 */
function textsOf(value) {
  if (typeof value === 'string') return value.includes(' ') ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

/**
 * @param {string} text
 * @returns {Paragraph}
 */
function paragraph(text) {
  return { kind: 'paragraph', text };
}
