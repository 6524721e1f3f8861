import { explained, heading } from '#shared/record/blocks.ts';
import { leftOver } from '#shared/record/left-over.ts';
import type { RecordBlock } from '#shared/record/model.ts';
import type { RecordSource } from '#shared/record/source.ts';
import { sectionOf } from '#shared/template/template.ts';
import { paybackOf } from './payback.ts';
import { paybackMeasure } from './payback-inputs.ts';
import { breakEvenText, inputText, PAYBACK_UNITS, paybackSentences } from './payback-words.ts';

/** Whether and when the move pays back, with every input; nothing where it was not worked out. */
export function paybackBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const result = paybackOf(review, template);
  if (!result) return [];
  const offer = sectionOf(template, 'evidence')?.payback;
  const measure = paybackMeasure(review, template);
  const { inputs, stages } = result.payback;
  const known = (isStage: boolean) =>
    new Set(result.inputs.filter((input) => input.isStage === isStage).map(({ id }) => id));
  return [
    heading(1, offer?.name ?? 'Payback'),
    ...(offer ? explained(template, offer.sources, offer.help) : []),
    { kind: 'callout', tone: 'neutral', title: 'Break-even', text: breakEvenText(result) },
    { kind: 'list', items: paybackSentences(result).slice(1) },
    ...(offer?.dip ? explained(template, offer.dip.sources, offer.dip.text) : []),
    {
      kind: 'table',
      columns: [
        { title: 'Input', weight: 4 },
        { title: 'Value', weight: 4 },
        { title: 'Where it comes from', weight: 4 },
      ],
      rows: [
        [{ text: 'What is to get cheaper' }, { text: measure?.name ?? 'No measure chosen' }, { text: '' }],
        [{ text: 'Currency' }, { text: result.payback.currency }, { text: '' }],
        ...result.inputs.map((input) => [{ text: input.name }, { text: inputText(input) }, { text: input.entry.note }]),
      ],
    },
    { kind: 'paragraph', voice: 'template', text: PAYBACK_UNITS },
    ...leftOver(inputs, known(false)),
    ...leftOver(stages, known(true)),
  ];
}
