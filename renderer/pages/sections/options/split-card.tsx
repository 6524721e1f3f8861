import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { Note } from '#renderer/components/note.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerivedPiece, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { editSplit, editSplitPart } from '#shared/kinds/options/edit.ts';
import { namedIn } from '#shared/kinds/options/options.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type Part, partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import './options-page.css';

type TemplateSplit = NonNullable<SectionOf<'options'>['split']>;

/** The option to use several candidates, each for the part of the system where it belongs. */
export function SplitCard({ editor, split }: { readonly editor: ReviewEditor; readonly split: TemplateSplit }) {
  const { chosen, reason } = useDocument(editor, (review) => partOf(review, 'options').split);
  const id = anchor('options', 'split');
  return (
    <Card title={split.name} id={id}>
      <p className="split__help">{split.help}</p>
      <Help
        summary="Sources"
        about={split.name}
        texts={[]}
        sources={split.sources}
        template={editor.template}
        openLink={editor.openLink}
      />
      <ChoiceGroup
        label="Do you split the system?"
        isClearable={false}
        value={chosen}
        choices={[
          { value: false, text: 'No, one candidate for all of it' },
          { value: true, text: 'Yes, each part its own' },
        ]}
        onChange={(isChosen) => editor.update((review) => editSplit(review, { chosen: isChosen === true }))}
      />
      {chosen && (
        <div className="split__parts">
          {split.parts.map((part) => (
            <SplitPartFields key={part.id} editor={editor} part={part} />
          ))}
        </div>
      )}
      {(chosen || !isBlank(reason)) && (
        <TextArea
          label={chosen ? 'Why the system is split' : 'Why it is not split'}
          isRequired={chosen}
          rows={2}
          value={reason}
          onChange={(text) => editor.update((review) => editSplit(review, { reason: text }), `${id}.reason`)}
        />
      )}
    </Card>
  );
}

function SplitPartFields({
  editor,
  part,
}: {
  readonly editor: ReviewEditor;
  readonly part: TemplateSplit['parts'][number];
}) {
  const entry: Part<'options'>['split']['parts'][string] | undefined = useDocument(
    editor,
    (review) => partOf(review, 'options').split.parts[part.id],
  );
  const noteId = anchor('options', 'split', part.id, 'note');
  const named = useDerivedPiece(editor, forSplit, (all) => all.map(({ id, name }) => ({ id, name })));
  return (
    <div className="stack stack--tight">
      <SelectField
        label={part.name}
        help={part.help}
        value={entry?.candidate ?? part.candidate}
        options={named.map(({ id, name }) => ({
          value: id,
          text: id === part.candidate ? `${name} (the usual choice)` : name,
        }))}
        {...(part.candidate === null && { placeholder: 'Choose a candidate' })}
        onChange={(id) =>
          editor.update((review) => editSplitPart(review, part.id, { candidate: id === part.candidate ? null : id }))
        }
      />
      <Note
        label={`Note: ${part.name}`}
        id={noteId}
        value={entry?.note ?? ''}
        onChange={(note) => editor.update((review) => editSplitPart(review, part.id, { note }), noteId)}
      />
    </div>
  );
}

/** The candidates that a part can take: those of the template, and the team's own that have a name. */
function forSplit(
  review: ReviewDocument,
  template: Template,
): readonly { readonly id: string; readonly name: string }[] {
  const own = partOf(review, 'options').own.filter(({ name }) => !isBlank(name));
  return [...namedIn(review, template), ...own];
}
