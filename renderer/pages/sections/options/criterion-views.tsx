import { Plus } from 'lucide-react';
import { useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { DissentEditor } from '#renderer/pages/sections/parts/dissent-editor.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerivedPiece, useDocument } from '#renderer/review/use-document.ts';
import { criterionViews } from '#shared/kinds/options/answers.ts';
import { criteriaIn, type OptionCriterion } from '#shared/kinds/options/criteria.ts';
import { setCriterionViews } from '#shared/kinds/options/edit-criteria.ts';
import { dissentSchema } from '#shared/kinds/parts.ts';
import { anchor } from '#shared/review/anchor.ts';
import './options-page.css';

type NamedCriterion = Pick<OptionCriterion, 'id' | 'name'>;

/** Who scores a criterion differently, and how; a part for each criterion that somebody does. */
export function CriterionViews({ editor }: { readonly editor: ReviewEditor }) {
  // Their names alone, so that a letter in what a criterion means draws nothing here.
  const criteria = useDerivedPiece(editor, criteriaIn, (all) => all.map(({ id, name }) => ({ id, name })));
  const dissent = useDocument(editor, ({ options }) => options?.dissent) ?? {};
  const [chosen, setChosen] = useState<string | null>(null);
  // What lost its last view stays, so that the focus has somewhere to be.
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const touch = (criterion: string) => setTouched((before) => new Set([...before, criterion]));
  const isShown = ({ id }: NamedCriterion) => dissent[id] !== undefined || touched.has(id);
  const others = criteria.filter((criterion) => !isShown(criterion));
  const add = (criterion: string) => {
    const view = dissentSchema.parse({ id: editor.newId() });
    editor.update((review) => setCriterionViews(review, criterion, [...criterionViews(review, criterion), view]));
    touch(criterion);
    setChosen(null);
  };
  return (
    <Card title="Who scores differently" id={anchor('options', 'dissent')}>
      {criteria.filter(isShown).map((criterion) => (
        <Views key={criterion.id} editor={editor} criterion={criterion} onEdit={() => touch(criterion.id)} />
      ))}
      {others.length > 0 && (
        <div className="criterion-views__add">
          <SelectField
            label="Criterion"
            placeholder="Choose one"
            value={chosen}
            options={others.map(({ id, name }) => ({ value: id, text: name }))}
            onChange={setChosen}
          />
          <Button
            icon={Plus}
            size="small"
            isDisabled={chosen === null}
            onPress={() =>
              chosen !== null &&
              focusAfter(
                () => add(chosen),
                () => document.getElementById(viewsId(chosen))?.querySelector('textarea, input'),
              )
            }
          >
            Add a differing view on it
          </Button>
        </div>
      )}
    </Card>
  );
}

function Views({
  editor,
  criterion: { id, name },
  onEdit,
}: {
  readonly editor: ReviewEditor;
  readonly criterion: NamedCriterion;
  readonly onEdit: () => void;
}) {
  const views = useDocument(editor, (review) => criterionViews(review, id));
  return (
    <section className="stack stack--tight" id={viewsId(id)} aria-label={`Differing views on “${name}”`}>
      <h4>{name}</h4>
      <DissentEditor
        editor={editor}
        thing={anchor('options', id)}
        dissent={views}
        idPrefix={viewsId(id)}
        onChange={(rows, key) => {
          onEdit();
          editor.update((review) => setCriterionViews(review, id, rows), key);
        }}
      />
    </section>
  );
}

function viewsId(criterion: string): string {
  return anchor('options', 'dissent', criterion);
}
