import { Card } from '#renderer/components/card.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DissentEditor } from '#renderer/pages/sections/parts/dissent-editor.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { Conditions } from './conditions.tsx';
import { Consequences } from './consequences.tsx';
import { Options } from './options.tsx';
import { TheDecision } from './the-decision.tsx';
import './decision-page.css';

/** The decision with everything a reader needs to understand it in a year. */
export function DecisionPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'decision'>;
}) {
  const { decision } = editor.document;
  return (
    <div className="stack">
      <TheDecision editor={editor} section={section} />
      <Options editor={editor} />
      <Consequences editor={editor} />
      <Conditions editor={editor} />
      <Card title="Look at it again" id={anchor('decision', 'review-again')}>
        <p className="soft small">Give a date, a trigger, or both.</p>
        <div className="decision__again">
          <DateField
            label="On"
            value={decision.reviewOn}
            onChange={(reviewOn) =>
              editor.update((document) => changeDecision(document, { reviewOn }), 'decision.review-on')
            }
          />
          <TextArea
            label="Or when this happens"
            rows={1}
            value={decision.reviewTrigger}
            onChange={(reviewTrigger) =>
              editor.update((document) => changeDecision(document, { reviewTrigger }), anchor('decision', 'trigger'))
            }
          />
        </div>
      </Card>
      <Card title="Who sees it differently">
        <DissentEditor
          editor={editor}
          dissent={decision.dissent}
          idPrefix={anchor('decision', 'dissent')}
          onChange={(dissent, key) => editor.update((document) => changeDecision(document, { dissent }), key)}
        />
      </Card>
    </div>
  );
}
