import { Check, Plus } from 'lucide-react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { Button } from '#renderer/components/button.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { ActionPlanFields } from '#renderer/pages/sections/parts/action-plan-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { RiskAction } from '#shared/kinds/parts.ts';
import { changeAction, newAction, setActions, takeMitigation, takenMitigations } from '#shared/kinds/risks/edit.ts';
import type { ReviewRisk } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import './risk-actions.css';
import '#renderer/components/field.css';

/** What is done about a risk: suggestions to take over with one press, and the actions themselves. */
export function RiskActions({ editor, risk }: { readonly editor: ReviewEditor; readonly risk: ReviewRisk }) {
  const { actions, response } = risk.assessment;
  const taken = takenMitigations(risk.assessment);
  /** The button goes with the suggestion, so the focus goes on to the action that came of it. */
  const takeOver = (mitigation: ReviewRisk['mitigations'][number]) => {
    const id = editor.newId();
    focusAfter(
      () => editor.update((document) => takeMitigation(document, risk.id, mitigation, id)),
      () => document.getElementById(textId(id)),
    );
  };
  const owesAction = response === 'mitigate' && actions.length === 0;
  return (
    <div className="stack stack--tight" data-owed={owesAction || undefined}>
      {risk.mitigations.length > 0 && (
        <div>
          <p className="field__label">Suggested actions</p>
          <ul className="suggestions" aria-label="Suggested actions">
            {risk.mitigations.map((mitigation) => (
              <li key={mitigation.id} className="suggestions__item">
                <span>{mitigation.text}</span>
                {taken.has(mitigation.id) ? (
                  <span className="suggestions__taken">
                    <Check aria-hidden size={16} /> An action already
                  </span>
                ) : (
                  <Button
                    size="small"
                    kind="quiet"
                    icon={Plus}
                    label={`Make it an action: ${mitigation.text}`}
                    onPress={() => takeOver(mitigation)}
                  >
                    Make it an action
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="field__label">Actions</p>
      <ListEditor<RiskAction>
        label={`Actions for ${risk.name}`}
        rows={actions}
        newRow={() => newAction(editor.newId())}
        addText="Add an action"
        noun="action"
        nameOf={(action, index) => action.text || `action ${index + 1}`}
        empty="No action yet."
        onChange={(rows) => editor.update((document) => setActions(document, risk.id, rows))}
      >
        {(action) => <ActionFields editor={editor} risk={risk.id} action={action} />}
      </ListEditor>
    </div>
  );
}

function ActionFields({
  editor,
  risk,
  action,
}: {
  readonly editor: ReviewEditor;
  readonly risk: string;
  readonly action: RiskAction;
}) {
  const change = (part: Partial<Omit<RiskAction, 'id'>>, field: string) =>
    editor.update((document) => changeAction(document, risk, action.id, part), `action.${action.id}.${field}`);
  const owesOwner = action.status !== 'dropped' && action.owner.trim() === '';
  return (
    <div className="risk-action">
      <div data-owed={action.text.trim() === '' || undefined}>
        <LineField
          id={textId(action.id)}
          label="What is done"
          value={action.text}
          onChange={(text) => change({ text }, 'text')}
        />
      </div>
      <ActionPlanFields editor={editor} plan={action} owesOwner={owesOwner} onChange={change} />
    </div>
  );
}

/** Id of the field that says what is done. */
function textId(action: string): string {
  return anchor('risks', 'action', action, 'text');
}
