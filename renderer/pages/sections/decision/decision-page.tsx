import { Card } from '#renderer/components/card.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Later } from '#renderer/components/later.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { DissentEditor } from '#renderer/pages/sections/parts/dissent-editor.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { Conditions } from './conditions.tsx';
import { Consequences } from './consequences.tsx';
import { Options } from './options.tsx';
import { TheDecision } from './the-decision.tsx';
import { WayBack } from './way-back.tsx';
import './decision-page.css';

/** The decision with everything a reader needs to understand it in a year. */
export function DecisionPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'decision'>;
}) {
  return (
    <div className="stack">
      <TheDecision editor={editor} section={section} />
      <Later>
        <WayBack editor={editor} />
        <Options editor={editor} />
        <Consequences editor={editor} />
        <Conditions editor={editor} />
        <LookAgain editor={editor} />
        <Differing editor={editor} />
      </Later>
    </div>
  );
}

/** When the decision is looked at again. */
function LookAgain({ editor }: { readonly editor: ReviewEditor }) {
  const reviewOn = useDocument(editor, ({ decision }) => decision.reviewOn);
  const reviewTrigger = useDocument(editor, ({ decision }) => decision.reviewTrigger);
  return (
    <Card title="Look at it again" id={anchor('decision', 'review-again')}>
      <p className="soft small">Give a date, a trigger, or both.</p>
      <DepartureNotes editor={editor} ids={['review-too-soon']} />
      <div className="decision__again">
        <DateField
          label="Look at it again on"
          value={reviewOn}
          onChange={(date) =>
            editor.update((document) => changeDecision(document, { reviewOn: date }), 'decision.review-on')
          }
        />
        <TextArea
          label="Or when this happens"
          rows={1}
          value={reviewTrigger}
          onChange={(text) =>
            editor.update(
              (document) => changeDecision(document, { reviewTrigger: text }),
              anchor('decision', 'trigger'),
            )
          }
        />
      </div>
    </Card>
  );
}

/** Who sees the decision differently. */
function Differing({ editor }: { readonly editor: ReviewEditor }) {
  const dissent = useDocument(editor, ({ decision }) => decision.dissent);
  return (
    <Card title="Who sees it differently" id={anchor('decision', 'dissent')}>
      <DissentEditor
        editor={editor}
        thing={anchor('decision', 'choice')}
        dissent={dissent}
        idPrefix={anchor('decision', 'dissent')}
        onChange={(rows, key) => editor.update((document) => changeDecision(document, { dissent: rows }), key)}
      />
    </Card>
  );
}
