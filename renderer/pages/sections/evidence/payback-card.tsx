import { Calculator, Trash2 } from 'lucide-react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Help } from '#renderer/components/help.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { dropPayback, startPayback } from '#shared/kinds/evidence/edit-payback.ts';
import { type InputGroup, paybackInputs } from '#shared/kinds/evidence/payback-inputs.ts';
import { PAYBACK_UNITS } from '#shared/kinds/evidence/payback-words.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { PaybackInputRow } from './payback-input-row.tsx';
import { PaybackResultView } from './payback-result-view.tsx';
import { PaybackTerms } from './payback-terms.tsx';
import './payback.css';

type Offer = NonNullable<SectionOf<'evidence'>['payback']>;

const GROUPS: readonly { readonly title: string; readonly groups: readonly InputGroup[] }[] = [
  { title: 'Spent once', groups: ['once', 'price'] },
  { title: 'Spent every month', groups: ['monthly'] },
  { title: 'Saved every month', groups: ['benefit', 'load'] },
];

/** Whether and when the move pays back: offered, and worked out once the team wants it. */
export function PaybackCard({ editor, offer }: { readonly editor: ReviewEditor; readonly offer: Offer }) {
  const isUsed = useDocument(editor, (review) => review.evidence?.payback !== undefined);
  const id = anchor('evidence', 'payback');
  const { template } = editor;
  return (
    <Card
      id={id}
      title={offer.name}
      aside={
        isUsed && (
          <IconButton
            icon={Trash2}
            kind="danger"
            label="Take the payback out of the review"
            onPress={() =>
              focusAfter(
                () => editor.update((review) => dropPayback(review)),
                () => document.getElementById(START_ID),
              )
            }
          />
        )
      }
    >
      <p className="payback__help">{offer.help}</p>
      {isUsed ? (
        <PaybackForm editor={editor} offer={offer} />
      ) : (
        <div>
          <Button
            id={START_ID}
            icon={Calculator}
            onPress={() =>
              focusAfter(
                () => editor.update((review) => startPayback(review, template)),
                () => document.getElementById(`${id}.measure`),
              )
            }
          >
            Work out the payback
          </Button>
        </div>
      )}
      <Help
        summary="Sources"
        about={offer.name}
        texts={[]}
        sources={[...new Set([...offer.sources, ...(offer.dip?.sources ?? [])])]}
        template={template}
        openLink={editor.openLink}
      />
    </Card>
  );
}

const START_ID = 'payback-start';

function PaybackForm({ editor, offer }: { readonly editor: ReviewEditor; readonly offer: Offer }) {
  const inputs = useDerived(editor, paybackInputs);
  return (
    <>
      <PaybackResultView editor={editor} />
      <DepartureNotes editor={editor} at={anchor('evidence', 'payback')} />
      <PaybackTerms editor={editor} />
      {GROUPS.map(({ title, groups }) => (
        <section key={title} className="payback__group">
          <h4>{title}</h4>
          {title === 'Spent once' && offer.dip && <p className="small soft">{offer.dip.text}</p>}
          <div className="payback__inputs">
            {inputs
              .filter(({ group }) => groups.includes(group))
              .map((input) => (
                <PaybackInputRow key={input.isStage ? `stage/${input.id}` : input.id} editor={editor} input={input} />
              ))}
          </div>
        </section>
      ))}
      <p className="small soft">{PAYBACK_UNITS} Leave “to” empty where a value is exact.</p>
    </>
  );
}
