import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { RecordSummaryPage } from '#renderer/pages/record/record-summary.tsx';
import { closeReview, setDeciding, sign } from '#shared/kinds/sign-off/edit.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { contentSha256, pageTexts, pdfOf, recordOf } from '#test/support/pdf.ts';
import { sampleScene, sceneRecord, signedScene } from '#test/support/record-scenes.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const AT = '2026-03-02T10:00:00Z';

/** A review that Bo objects to and Ada decides; closed as that, or as not agreed where nobody decides. */
function disputed(isDecided: boolean): RecordModel {
  const approvers = ['Ada', 'Bo'].map((name) => ({ id: name.toLowerCase(), name, role: 'Lead' }));
  let review = smallReview({
    title: 'Gateway',
    component: 'Gateway',
    decision: {
      choice: 'stay',
      statement: 'We stay.',
      options: [
        { id: 'a', name: 'Stay', pros: [{ id: 'p', text: 'Nothing to learn' }], cons: [] },
        { id: 'b', name: 'Move', pros: [], cons: [] },
      ],
      chosenOption: 'a',
    },
    signOff: { approvers, signatures: [] },
  });
  for (const { id, name } of approvers) {
    const said =
      id === 'bo'
        ? ({ verdict: 'object', comment: 'Not measured.' } as const)
        : ({ verdict: 'approve', comment: '' } as const);
    review = sign(
      review,
      id,
      { id: `s-${id}`, typedName: name, drawing: [], signedAt: AT, ...said },
      contentSha256(review),
    );
  }
  if (isDecided) review = setDeciding(review, { rule: 'decider', decider: 'ada' }, AT);
  const closing = { at: AT, by: 'Ada', reason: 'Nobody could be won over.' };
  return recordOf(closeReview(review, smallTemplate, contentSha256(review), closing), smallTemplate);
}

const RECORDS: Readonly<Record<string, () => RecordModel>> = {
  'a draft': () => sceneRecord(sampleScene('typescript-native-port')),
  'a signed record': () => sceneRecord(signedScene('figma-multiplayer')),
  'a decision against an objection': () => disputed(true),
  'what was not agreed': () => disputed(false),
  'an empty review': () => recordOf(smallReview({ title: 'Empty' }), smallTemplate),
};

/** Words of the first page of the PDF, without what stands above and below every page. */
async function printedWords(record: RecordModel): Promise<readonly string[]> {
  // Where there is room, the sections begin on the first page.
  const [first = ''] = await pageTexts(await pdfOf({ ...record, sections: [] }));
  const lines = first.split('\n').filter((line) => line.trim() !== '');
  const text = lines.slice(1, -2).join('\n');
  return wordsOf(text);
}

const htmlOf = (record: RecordModel) => renderToStaticMarkup(createElement(RecordSummaryPage, { record }));

function shownWords(record: RecordModel): readonly string[] {
  return wordsOf(
    htmlOf(record)
      .replace(/<[^>]*>/g, ' ')
      .replaceAll('&quot;', '"')
      .replaceAll('&#x27;', "'")
      .replaceAll('&amp;', '&'),
  );
}

function wordsOf(text: string): readonly string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
}

describe.each(Object.entries(RECORDS))('the first page of %s', (_, make) => {
  it('says on the screen what it says in the PDF', async () => {
    const record = make();
    const shown = new Set(shownWords(record));
    expect([...new Set(await printedWords(record))].filter((word) => !shown.has(word))).toEqual([]);
  });
});

it('warns on the screen where it does in the PDF: of a conflict, and of an objection to a draft', () => {
  const warns = (record: RecordModel) => /paper__decision tone--warning/.test(htmlOf(record));
  expect([warns(disputed(true)), warns(disputed(false))]).toEqual([true, true]);
  const draft = { ...disputed(true), conflict: null, draft: true };
  // What was said in the discussion, and agreed on after all, stands there without a warning.
  expect([warns(draft), warns({ ...draft, draft: false })]).toEqual([true, false]);
});
