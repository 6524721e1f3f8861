import { Star } from 'lucide-react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { About } from '#renderer/components/about.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import type { DecisionOption } from '#shared/kinds/decision/answers.ts';
import {
  type Argument,
  changeArgument,
  changeDecision,
  changeOption,
  newOption,
  type OptionSide,
  setOptions,
} from '#shared/kinds/decision/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import '#renderer/components/field.css';
import './decision-page.css';

/** The options the team weighed, each with what speaks for and against it. */
export function Options({ editor }: { readonly editor: ReviewEditor }) {
  const options = useDocument(editor, ({ decision }) => decision.options);
  const chosenOption = useDocument(editor, ({ decision }) => decision.chosenOption);
  const subjects = useDerived(editor, comparedSubjects);
  /** The button goes with the empty list, so the focus goes on to the first option. */
  const startWith = () => {
    const started = subjects.map((name) => ({ ...newOption(editor.newId()), name }));
    focusAfter(
      () => editor.update((document) => setOptions(document, started)),
      () => document.getElementById(nameId(started[0]?.id ?? '')),
    );
  };
  return (
    <Card title="Options considered">
      <ListEditor<DecisionOption>
        label="Options considered"
        rows={options}
        newRow={() => newOption(editor.newId())}
        addText="Add an option"
        addButtons={
          options.length === 0 &&
          subjects.length > 0 && (
            <Button size="small" kind="quiet" onPress={startWith}>
              Start with {subjects.map((name) => `“${name}”`).join(' and ')}
            </Button>
          )
        }
        nameOf={optionName}
        empty="No option yet. Name at least what was chosen and what was not."
        onChange={(rows) => editor.update((document) => setOptions(document, rows))}
      >
        {(option, _change, index) => (
          <OptionFields editor={editor} option={option} index={index} isChosen={option.id === chosenOption} />
        )}
      </ListEditor>
    </Card>
  );
}

function OptionFields({
  editor,
  option,
  index,
  isChosen,
}: {
  readonly editor: ReviewEditor;
  readonly option: DecisionOption;
  readonly index: number;
  readonly isChosen: boolean;
}) {
  const name = optionName(option, index);
  return (
    <div className={`option ${isChosen ? 'option--chosen' : ''}`}>
      <div className="option__head">
        <LineField
          id={nameId(option.id)}
          label={`Option ${index + 1}`}
          value={option.name}
          onChange={(name) =>
            editor.update((document) => changeOption(document, option.id, { name }), `option.${option.id}.name`)
          }
        />
        <About subject={name}>
          <Checkbox
            isOneOfMany
            isSelected={isChosen}
            onChange={(chosen) =>
              editor.update((document) => changeDecision(document, { chosenOption: chosen ? option.id : null }))
            }
          >
            <span className="option__chosen">{isChosen && <Star aria-hidden size={16} />} We take this one</span>
          </Checkbox>
        </About>
      </div>
      <div className="option__sides">
        <About subject={name}>
          <Arguments editor={editor} option={option} side="pros" title="Speaks for it" name={name} />
          <Arguments editor={editor} option={option} side="cons" title="Speaks against it" name={name} />
        </About>
      </div>
    </div>
  );
}

function Arguments({
  editor,
  option,
  side,
  title,
  name,
}: {
  readonly editor: ReviewEditor;
  readonly option: DecisionOption;
  readonly side: OptionSide;
  readonly title: string;
  readonly name: string;
}) {
  return (
    <div className="stack stack--tight">
      <p className="field__label">{title}</p>
      <ListEditor<Argument>
        label={`${title}: ${name}`}
        rows={option[side]}
        newRow={() => ({ id: editor.newId(), text: '' })}
        addText={side === 'pros' ? 'Add a pro' : 'Add a con'}
        nameOf={(argument, index) => argument.text || `${side === 'pros' ? 'pro' : 'con'} ${index + 1}`}
        canReorder={false}
        onChange={(rows) => editor.update((document) => changeOption(document, option.id, { [side]: rows }))}
      >
        {(argument, _change, index) => (
          <TextArea
            label={`${title} ${index + 1}`}
            isLabelHidden
            rows={1}
            maxLength={LINE_LIMIT}
            value={argument.text}
            onChange={(text) =>
              editor.update(
                // The field grows with a long line, but it stays one line.
                (document) => changeArgument(document, option.id, side, argument.id, text.replace(/\s*\n/g, ' ')),
                `option.${option.id}.${side}.${argument.id}`,
              )
            }
          />
        )}
      </ListEditor>
    </div>
  );
}

function optionName(option: DecisionOption, index: number): string {
  return option.name || `option ${index + 1}`;
}

/** Candidate and present technology, which nearly every review compares. */
function comparedSubjects({ candidate, current }: ReviewDocument): readonly string[] {
  return [...new Set([candidate.trim(), current.trim()])].filter((name) => !isBlank(name));
}

/** Id of the field that names an option. */
function nameId(option: string): string {
  return anchor('decision', 'option', option, 'name');
}
