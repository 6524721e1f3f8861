import { useSaid } from '#renderer/base/use-said.ts';
import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { paybackOf } from '#shared/kinds/evidence/payback.ts';
import { paybackSentences } from '#shared/kinds/evidence/payback-words.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import './payback.css';

/** What the calculation comes to: the break-even first, then what it rests on. */
export function PaybackResultView({ editor }: { readonly editor: ReviewEditor }) {
  const [first = '', ...others] = useDerived(editor, sentences);
  useSaid(first);
  return (
    <Callout tone="neutral" title={first}>
      <ul className="payback__sentences">
        {others.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </Callout>
  );
}

function sentences(review: ReviewDocument, template: Template): readonly string[] {
  const result = paybackOf(review, template);
  return result ? paybackSentences(result) : [];
}
