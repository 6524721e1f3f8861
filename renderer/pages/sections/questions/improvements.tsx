import { Check, Plus } from 'lucide-react';
import { memo } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { Button } from '#renderer/components/button.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { ActionPlanFields } from '#renderer/pages/sections/parts/action-plan-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import type { Improvement, QuestionAnswer } from '#shared/kinds/questions/answers.ts';
import {
  changeImprovement,
  improvementText,
  newImprovement,
  setImprovements,
  takeImprovement,
} from '#shared/kinds/questions/edit.ts';
import { type ChoiceQuestion, improvements, type QuestionChoice } from '#shared/kinds/questions/questions.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import { linksOf } from './choice-line.tsx';
import { ResourceLink } from './resource-link.tsx';
import '#renderer/components/field.css';
import './questions-page.css';

export interface ImprovementsProps {
  readonly editor: ReviewEditor;
  readonly question: ChoiceQuestion;
  readonly answer: QuestionAnswer;
}

/** What would lower the risk, to take over with one press, and the actions of this question. */
export function Improvements({ editor, question, answer }: ImprovementsProps) {
  const all = useDocument(editor, (review) => partOf(review, 'questions').actions);
  const actions = all.filter((action) => action.question === question.id);
  const open = improvements(question, answer);
  const isFull = all.length >= LIST_LIMIT;
  if (open.length === 0 && actions.length === 0) return null;
  const taken = new Set(actions.map((action) => action.choice));
  return (
    <div className="improvements">
      {open.length > 0 && (
        <>
          <p className="field__label">To improve</p>
          <ul className="improvements__list">
            {open.map((choice) => (
              <ImprovementLine
                key={choice.id}
                editor={editor}
                question={question.id}
                choice={choice}
                isTaken={taken.has(choice.id)}
                isFull={isFull}
              />
            ))}
          </ul>
        </>
      )}
      <p className="field__label">Actions</p>
      <ListEditor<Improvement>
        label={`Actions for ${question.name}`}
        rows={actions}
        newRow={isFull ? undefined : () => newImprovement(editor.newId(), question.id)}
        addText="Add an action"
        noun="action"
        nameOf={(action, index) => action.text || `action ${index + 1}`}
        empty="No action yet."
        onChange={(rows) => editor.update((document) => setImprovements(document, question.id, rows))}
      >
        {(action) => <ActionFields editor={editor} action={action} />}
      </ListEditor>
    </div>
  );
}

/** What would lower the risk, to make an action of. */
const ImprovementLine = memo(function ImprovementLine({
  editor,
  question,
  choice,
  isTaken,
  isFull,
}: {
  readonly editor: ReviewEditor;
  readonly question: string;
  readonly choice: QuestionChoice;
  readonly isTaken: boolean;
  readonly isFull: boolean;
}) {
  const text = improvementText(choice);
  /** The button goes with the suggestion, so the focus goes on to the action that came of it. */
  const takeOver = () => {
    const id = editor.newId();
    focusAfter(
      () => editor.update((document) => takeImprovement(document, question, choice, id)),
      () => document.getElementById(textId(id)),
    );
  };
  return (
    <li className="improvements__item">
      <div className="improvements__words">
        <p>{choice.name}</p>
        {linksOf(choice, 'improvement').map((link) => (
          <ResourceLink key={`${link.text} ${link.url}`} link={link} openLink={editor.openLink} />
        ))}
      </div>
      {isTaken ? (
        <span className="improvements__taken">
          <Check aria-hidden size={16} /> An action
        </span>
      ) : (
        <Button
          size="small"
          kind="quiet"
          icon={Plus}
          label={`Add as action: ${text}`}
          isDisabled={isFull}
          onPress={takeOver}
        >
          Add as action
        </Button>
      )}
    </li>
  );
});

function ActionFields({ editor, action }: { readonly editor: ReviewEditor; readonly action: Improvement }) {
  const change = (part: Partial<Omit<Improvement, 'id' | 'question'>>, field: string) =>
    editor.update((document) => changeImprovement(document, action.id, part), `improvement.${action.id}.${field}`);
  return (
    <div className="improvement">
      <TextArea
        id={textId(action.id)}
        label="What is done"
        rows={1}
        value={action.text}
        onChange={(text) => change({ text }, 'text')}
      />
      <div className="improvement__plan">
        <ActionPlanFields editor={editor} plan={action} onChange={change} />
      </div>
    </div>
  );
}

/** Id of the field that says what is done. */
function textId(action: string): string {
  return anchor('questions', 'action', action, 'text');
}
