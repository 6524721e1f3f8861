import { About } from '#renderer/components/about.tsx';
import { AddButton } from '#renderer/components/add-button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Help } from '#renderer/components/help.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import {
  addOwnCandidate,
  changeOwnCandidate,
  OWN_CANDIDATE_LIMIT,
  pickCandidate,
  removeOwnCandidate,
  setApproach,
} from '#shared/kinds/options/edit.ts';
import { comparedIn, namedIn } from '#shared/kinds/options/options.ts';
import { APPROACH_WORDS } from '#shared/kinds/options/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './options-page.css';

const APPROACHES = (['build', 'extend', 'adopt'] as const).map((value) => ({ value, text: APPROACH_WORDS[value] }));

type OwnCandidate = Part<'options'>['own'][number];

/** What is compared: candidates of the template to pick, and the team's own. */
export function CandidatePicker({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'options'>;
}) {
  const compared = useDerived(editor, comparedIn);
  const named = useDerived(editor, namedIn);
  const picked = new Set(compared.map((candidate) => candidate.id));
  const own = useDocument(editor, (review) => partOf(review, 'options').own);
  return (
    <Card
      title="Candidates"
      id={anchor('options', 'candidates')}
      aside={<span className="soft small">{compared.length} compared</span>}
    >
      <fieldset className="candidates">
        <legend className="visually-hidden">Candidates of the template</legend>
        {named.map((candidate) => (
          <div key={candidate.id}>
            <Checkbox
              isSelected={picked.has(candidate.id)}
              onChange={(isPicked) => editor.update((review) => pickCandidate(review, section, candidate.id, isPicked))}
            >
              <span className="candidates__name">{candidate.name}</span>
            </Checkbox>
            <div className="candidates__about">
              <p className="small soft">{candidate.help}</p>
              <Help
                summary="Sources"
                about={candidate.name}
                texts={[]}
                sources={candidate.sources}
                template={editor.template}
                openLink={editor.openLink}
              />
            </div>
          </div>
        ))}
      </fieldset>
      <OwnCandidates editor={editor} own={own} />
    </Card>
  );
}

function OwnCandidates({ editor, own }: { readonly editor: ReviewEditor; readonly own: readonly OwnCandidate[] }) {
  return (
    <ListEditor<OwnCandidate>
      label="Candidates of your own"
      rows={own}
      canReorder={false}
      nameOf={({ name }, index) => name || `candidate ${index + 1}`}
      onChange={(rows) => {
        const removed = own.find(({ id }) => rows.every((row) => row.id !== id));
        if (removed) editor.update((review) => removeOwnCandidate(review, removed.id));
      }}
      addButtons={
        <AddButton
          text="Add a candidate of your own"
          isDisabled={own.length >= OWN_CANDIDATE_LIMIT}
          onAdd={() => {
            const id = editor.newId();
            editor.update((review) => addOwnCandidate(review, id));
            return fieldId(id);
          }}
        />
      }
    >
      {({ id, name, note, approach = null }, _change, index) => (
        <div className="own-candidate">
          <LineField
            label={`Own candidate ${index + 1}`}
            id={fieldId(id)}
            value={name}
            onChange={(text) => editor.update((review) => changeOwnCandidate(review, id, { name: text }), fieldId(id))}
          />
          <About subject={`own candidate ${index + 1}`}>
            <SelectField
              label="Build, extend or adopt"
              value={approach}
              placeholder="Not said"
              options={APPROACHES}
              onChange={(chosen) => editor.update((review) => setApproach(review, id, chosen))}
            />
            <TextArea
              label="What it is"
              rows={1}
              value={note}
              onChange={(text) =>
                editor.update((review) => changeOwnCandidate(review, id, { note: text }), `${fieldId(id)}.note`)
              }
            />
          </About>
        </div>
      )}
    </ListEditor>
  );
}

function fieldId(candidate: string): string {
  return anchor('options', 'own', candidate);
}
