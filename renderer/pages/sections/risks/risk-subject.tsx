import { Callout } from '#renderer/components/callout.tsx';
import { LineField } from '#renderer/components/line-field.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { changeOwnRisk } from '#shared/kinds/risks/edit.ts';
import type { ReviewRisk } from '#shared/kinds/risks/risks.ts';
import './risk-form.css';

interface RiskSubjectProps {
  readonly editor: ReviewEditor;
  readonly risk: ReviewRisk;
}

/** What the risk is: the template's words, or the team's own to write. */
export function RiskSubject(props: RiskSubjectProps) {
  return props.risk.origin === 'own' ? <OwnRiskFields {...props} /> : <Explanation {...props} />;
}

function Explanation({ editor, risk }: RiskSubjectProps) {
  const sources = editor.template.sources.filter((source) => risk.sources.includes(source.id));
  // For a risk that the path raises, `why` is the team's own reason for the skip.
  const why = risk.origin === 'path' ? '' : risk.why;
  return (
    <div className="risk-form__explanation">
      {risk.raisedBecause !== '' && (
        <Callout tone="warning" title={`Raised by this review: ${risk.raisedBecause}`}>
          {risk.origin === 'path' && risk.why !== '' && <p className="preserve-lines">Reason given: {risk.why}</p>}
        </Callout>
      )}
      <p className="preserve-lines">{risk.help}</p>
      {why !== '' && <p className="preserve-lines">{why}</p>}
      {sources.length > 0 && (
        <p className="small soft">
          {sources.length === 1 ? 'Source: ' : 'Sources: '}
          {sources.map((source, index) => (
            <span key={source.id}>
              {index > 0 && '; '}
              <cite>{source.title}</cite>
            </span>
          ))}
        </p>
      )}
    </div>
  );
}

function OwnRiskFields({ editor, risk }: RiskSubjectProps) {
  const own = useDocument(editor, ({ risks }) => risks.own).find((entry) => entry.id === risk.id);
  if (!own) return null;
  return (
    <div className="stack">
      <div data-owed={own.name.trim() === '' || undefined}>
        <LineField
          label="Name of the risk"
          value={own.name}
          onChange={(name) =>
            editor.update((document) => changeOwnRisk(document, risk.id, { name }), `risk.${risk.id}.name`)
          }
        />
      </div>
      <TextArea
        label="What can go wrong, and why"
        rows={2}
        value={own.description}
        onChange={(description) =>
          editor.update((document) => changeOwnRisk(document, risk.id, { description }), `risk.${risk.id}.description`)
        }
      />
    </div>
  );
}
