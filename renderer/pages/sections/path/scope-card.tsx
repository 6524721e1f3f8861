import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { RaisedRisk } from '#renderer/pages/sections/parts/raised-risk.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { isBlank } from '#shared/base/fields.ts';
import { editScope } from '#shared/kinds/path/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';

/** Whether the plan goes stage by stage or replaces everything at once, which has to be justified. */
export function ScopeCard({
  editor,
  wholesale,
}: {
  readonly editor: ReviewEditor;
  readonly wholesale: NonNullable<SectionOf<'path'>['wholesale']>;
}) {
  const id = anchor('path', 'wholesale');
  const { path } = editor.document;
  const risk = sectionOf(editor.template, 'risks')?.risks.find((entry) => entry.id === wholesale.risk);

  return (
    <Card title="Scope of the plan">
      <ChoiceGroup
        label="Scope of the plan"
        isLabelHidden
        isClearable={false}
        value={path.wholesale}
        choices={[
          { value: false, text: 'Stage by stage' },
          { value: true, text: wholesale.name, tone: 'warning' },
        ]}
        onChange={(chosen) => editor.update((review) => editScope(review, { wholesale: chosen === true }))}
      />
      {path.wholesale && (
        <Callout tone="warning" title={wholesale.warning} role="status">
          {risk && <RaisedRisk editor={editor} risk={risk.id} name={risk.name} />}
        </Callout>
      )}
      {(path.wholesale || !isBlank(path.wholesaleReason)) && (
        <TextArea
          label="Why everything at once"
          id={id}
          isRequired={path.wholesale}
          help={path.wholesale ? undefined : 'Kept from before; the plan goes stage by stage now.'}
          value={path.wholesaleReason}
          onChange={(text) => editor.update((review) => editScope(review, { wholesaleReason: text }), id)}
        />
      )}
      <Help
        texts={[`${wholesale.name}: ${wholesale.help}`]}
        sources={wholesale.sources}
        template={editor.template}
        openLink={editor.openLink}
      />
    </Card>
  );
}
