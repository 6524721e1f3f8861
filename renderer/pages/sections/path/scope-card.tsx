import { useSaid } from '#renderer/base/use-said.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { RaisedRisk } from '#renderer/pages/sections/parts/raised-risk.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
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
  const wholesaleChosen = useDocument(editor, ({ path }) => path.wholesale);
  const wholesaleReason = useDocument(editor, ({ path }) => path.wholesaleReason);
  const risk = sectionOf(editor.template, 'risks')?.risks.find((entry) => entry.id === wholesale.risk);
  useSaid(wholesaleChosen ? wholesale.warning : '');

  return (
    <Card title="Scope of the plan">
      <ChoiceGroup
        label="Scope of the plan"
        isLabelHidden
        isClearable={false}
        value={wholesaleChosen}
        choices={[
          { value: false, text: 'Stage by stage' },
          { value: true, text: wholesale.name, tone: 'warning' },
        ]}
        onChange={(chosen) => editor.update((review) => editScope(review, { wholesale: chosen === true }))}
      />
      {wholesaleChosen && (
        <Callout tone="warning" title={wholesale.warning}>
          {risk && <RaisedRisk editor={editor} risk={risk.id} name={risk.name} />}
        </Callout>
      )}
      {(wholesaleChosen || !isBlank(wholesaleReason)) && (
        <TextArea
          label="Why everything at once"
          id={id}
          isRequired={wholesaleChosen}
          help={wholesaleChosen ? undefined : 'Kept from before; the plan goes stage by stage now.'}
          value={wholesaleReason}
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
