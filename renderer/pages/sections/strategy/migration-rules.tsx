import { Card } from '#renderer/components/card.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Help } from '#renderer/components/help.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { type StrategyRule, strategyRule } from '#shared/kinds/strategy/answers.ts';
import { editStrategyRule } from '#shared/kinds/strategy/edit.ts';
import { rulesKept } from '#shared/kinds/strategy/strategy.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import './strategy-page.css';

/** The rules of a good migration, to tick where the plan keeps them. */
export function MigrationRules({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'strategy'>;
}) {
  const { kept, of } = useDerived(editor, keptOf);
  return (
    <Card
      title="Rules of a good migration"
      id={anchor('strategy', 'rules')}
      aside={
        <span className="soft small">
          {kept} of {of} kept by the plan
        </span>
      }
    >
      <ul className="migration-rules">
        {section.rules.map((rule) => (
          <li key={rule.id}>
            <RuleRow editor={editor} rule={rule} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** How many of the rules the plan keeps. */
function keptOf(review: ReviewDocument, template: Template): ReturnType<typeof rulesKept> {
  const section = sectionOf(template, 'strategy');
  return section ? rulesKept(review, section) : { kept: 0, of: 0 };
}

function RuleRow({
  editor,
  rule,
}: {
  readonly editor: ReviewEditor;
  readonly rule: SectionOf<'strategy'>['rules'][number];
}) {
  const id = anchor('strategy', 'rules', rule.id);
  const { kept, note } = useDocument(editor, (review) => strategyRule(review, rule.id));
  const edit = (change: Partial<StrategyRule>, key?: string) =>
    editor.update((review) => editStrategyRule(review, rule.id, change), key);
  return (
    <div className="migration-rule" id={id}>
      <Checkbox isSelected={kept} onChange={(isKept) => edit({ kept: isKept })}>
        <span className="migration-rule__name">{rule.name}</span>
      </Checkbox>
      <div className="migration-rule__more">
        <p className="small soft">{rule.help}</p>
        <div className="migration-rule__tools">
          <Help
            summary="Sources"
            about={rule.name}
            texts={[]}
            sources={rule.sources}
            template={editor.template}
            openLink={editor.openLink}
          />
          <Note
            label={`How it is kept, or why not: ${rule.name}`}
            placeholder="How it is kept, or why not"
            value={note}
            onChange={(text) => edit({ note: text }, `${id}.note`)}
          />
        </div>
      </div>
    </div>
  );
}
