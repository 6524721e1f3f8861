import { Card } from '#renderer/components/card.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { Later } from '#renderer/components/later.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { editContext, editSubject } from '#shared/kinds/context/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { ContextFields } from './context-fields.tsx';
import { Participants } from './participants.tsx';
import { Sittings, WorkshopDay } from './sittings.tsx';
import './context-page.css';
import '#renderer/components/wide-columns.css';
import { EvidenceEditor } from '#renderer/pages/sections/parts/evidence-editor.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';

/** What the review is about, who takes part, and the facts every later answer refers to. */
export function ContextPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'context'>;
}) {
  const component = useDocument(editor, (review) => review.component);
  const candidate = useDocument(editor, (review) => review.candidate);
  const current = useDocument(editor, (review) => review.current);
  const facilitator = useDocument(editor, ({ context }) => context.facilitator);
  const people = useDerived(editor, knownPeople);
  const evidence = useDocument(editor, ({ context }) => context.evidence);
  const editText = (field: 'component' | 'candidate' | 'current') => (text: string) =>
    editor.update((review: ReviewDocument) => editSubject(review, { [field]: text }), anchor('context', field));

  return (
    <div className="stack context-page wide-columns">
      <Card title="What is under review">
        <LineField
          label="Component"
          isName
          id={anchor('context', 'component')}
          isRequired
          help="One part of the system, not all of it."
          value={component}
          onChange={editText('component')}
        />
        <div className="grid">
          <LineField
            label="Candidate"
            isName
            id={anchor('context', 'candidate')}
            isRequired
            help="The technology the team thinks of moving to."
            value={candidate}
            onChange={editText('candidate')}
          />
          <LineField
            label="Built with today"
            isName
            id={anchor('context', 'current')}
            help="Leave it empty if the component is new."
            value={current}
            onChange={editText('current')}
          />
        </div>
      </Card>

      <Card title="Workshop">
        <div className="grid">
          <WorkshopDay editor={editor} />
          <ComboField
            label="Facilitator"
            value={facilitator}
            suggestions={people}
            onChange={(name) =>
              editor.update((review) => editContext(review, { facilitator: name }), anchor('context', 'facilitator'))
            }
          />
        </div>
        <Participants editor={editor} />
        <Sittings editor={editor} />
      </Card>

      <Later>
        {section.fields.length > 0 && <ContextFields editor={editor} fields={section.fields} />}

        <Card title="Evidence">
          <p className="soft small">Measurements, reports and pages that the facts above rest on.</p>
          <EvidenceEditor
            editor={editor}
            evidence={evidence}
            idPrefix="context"
            onChange={(entries, key) => editor.update((review) => editContext(review, { evidence: entries }), key)}
          />
        </Card>
      </Later>
    </div>
  );
}
