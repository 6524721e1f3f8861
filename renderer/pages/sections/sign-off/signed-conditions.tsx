import { CircleCheck, CircleDot } from 'lucide-react';
import { useState } from 'react';
import { Badge } from '#renderer/components/badge.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Card } from '#renderer/components/card.tsx';
import { DialogFor } from '#renderer/components/dialog.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { formatInstant } from '#shared/base/dates.ts';
import { conditionNote } from '#shared/kinds/decision/record.ts';
import {
  hasUntrackedConditions,
  openConditions,
  type TrackedCondition,
  trackedConditions,
} from '#shared/kinds/sign-off/conditions.ts';
import { closeCondition, reopenCondition } from '#shared/kinds/sign-off/edit.ts';
import { conditionLink } from '#shared/record/after-signing.ts';
import { WhoAndWhyDialog } from './who-and-why-dialog.tsx';
import './sign-off-page.css';

/** The conditions that were signed, to be closed one by one; the record is provisional until all are. */
export function SignedConditions({ editor }: { readonly editor: ReviewEditor }) {
  const document = useDocument(editor, (review) => review);
  const [closing, setClosing] = useState<TrackedCondition | null>(null);
  const conditions = trackedConditions(document);
  const open = new Set(openConditions(document).map(({ id }) => id));
  if (hasUntrackedConditions(document)) return <Untracked />;
  if (conditions.length === 0) return null;
  return (
    <Card
      title="Conditions"
      aside={
        open.size > 0 ? <Badge tone="open">Provisional: {open.size} open</Badge> : <Badge tone="for">All closed</Badge>
      }
    >
      {open.size > 0 && (
        <p className="soft">
          Closing one is recorded beside what was signed: the signatures stay valid. Issue and seal the record again
          once all are closed.
        </p>
      )}
      <ul className="signed-conditions">
        {conditions.map((condition) => (
          <ConditionRow
            key={condition.id}
            editor={editor}
            condition={condition}
            isOpen={open.has(condition.id)}
            onClose={() => setClosing(condition)}
          />
        ))}
      </ul>
      <DialogFor subject={closing}>
        {(condition) => (
          <WhoAndWhyDialog
            title="A condition is met"
            who={{ label: 'Who says that it holds', owed: 'Say who says so.' }}
            why={{ label: 'How that is known', owed: 'Write how it is known that the condition holds.' }}
            people={knownPeople(document)}
            suggested={condition.owner}
            confirm="Mark as met"
            onClose={() => setClosing(null)}
            onConfirm={({ by, why }) => {
              editor.commit((review) => closeCondition(review, condition.id, { by, note: why, at: editor.moment() }));
              setClosing(null);
            }}
          >
            <p className="preserve-lines">{condition.text}</p>
          </WhoAndWhyDialog>
        )}
      </DialogFor>
    </Card>
  );
}

/** Versions before 0.5 took an approval under conditions that stood in a comment alone. */
function Untracked() {
  return (
    <Card title="Conditions" aside={<Badge tone="open">Not tracked</Badge>}>
      <p className="soft">
        Somebody approved under conditions that stand in a comment alone, so nobody can close them here. The next
        revision can hold them as conditions of the decision.
      </p>
    </Card>
  );
}

function ConditionRow({
  editor,
  condition,
  isOpen,
  onClose,
}: {
  readonly editor: ReviewEditor;
  readonly condition: TrackedCondition;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}) {
  const { template } = editor;
  const document = useDocument(editor, (review) => review);
  const name = condition.text || 'Unnamed condition';
  const closing = document.closings?.[condition.id];
  const link = conditionLink({ review: document, template }, condition);
  const { evidence } = condition;
  const about = [conditionNote(condition), link, evidence === '' ? '' : `to be shown by: ${evidence}`]
    .filter(Boolean)
    .join(' · ');
  return (
    <li className="signed-condition">
      <div className="signed-condition__words">
        <p className="preserve-lines">{name}</p>
        {about !== '' && <p className="small soft">{about}</p>}
        {closing && (
          <p className="small">
            Closed by <bdi>{closing.by}</bdi>, {formatInstant(closing.at)}: {closing.note}
          </p>
        )}
      </div>
      {isOpen ? (
        <>
          <Badge tone="open" icon={CircleDot}>
            Open
          </Badge>
          <Button size="small" label={`It is met: ${name}`} onPress={onClose}>
            It is met…
          </Button>
        </>
      ) : (
        <>
          <Badge tone="for" icon={CircleCheck}>
            {closing ? 'Closed' : 'Met when signed'}
          </Badge>
          {closing && (
            <Button
              kind="quiet"
              size="small"
              label={`Open again: ${name}`}
              onPress={() => editor.commit((review) => reopenCondition(review, condition.id))}
            >
              Open again
            </Button>
          )}
        </>
      )}
    </li>
  );
}
