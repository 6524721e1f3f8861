import { ArrowRight } from 'lucide-react';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Help } from '#renderer/components/help.tsx';
import { Note } from '#renderer/components/note.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { toolState } from '#shared/kinds/audit/answers.ts';
import { editTool } from '#shared/kinds/audit/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import { holdsToday } from '#shared/review/holds-today.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './audit-page.css';

/** The tools of today and what replaces them, each with a tick once the team can work with it. */
export function Toolchain({
  editor,
  tools,
}: {
  readonly editor: ReviewEditor;
  readonly tools: SectionOf<'audit'>['toolchain'];
}) {
  return (
    <ul className="toolchain" aria-label="Toolchain">
      {tools.map((tool) => (
        <ToolRow key={tool.id} editor={editor} tool={tool} />
      ))}
    </ul>
  );
}

function ToolRow({
  editor,
  tool,
}: {
  readonly editor: ReviewEditor;
  readonly tool: SectionOf<'audit'>['toolchain'][number];
}) {
  const id = anchor('audit', tool.id);
  const isToday = useDocument(editor, (review) => holdsToday(review, tool.holdsFor));
  const { ready, note } = useDocument(editor, (review) => toolState(review, tool.id));
  return (
    <li className="toolchain__row" id={id}>
      <Checkbox
        isSelected={ready}
        onChange={(isReady) => editor.update((document) => editTool(document, tool.id, { ready: isReady }))}
      >
        <span className="toolchain__name">{tool.name}</span>
        <span className="toolchain__change">
          {isToday && (
            <>
              <code>{tool.from}</code>
              <ArrowRight role="img" aria-label="becomes" size={14} />
            </>
          )}
          <code>{tool.to}</code>
        </span>
      </Checkbox>
      <div className="toolchain__more">
        <Help
          texts={[tool.help]}
          sources={tool.sources}
          template={editor.template}
          openLink={editor.openLink}
          summary="Help"
          about={tool.name}
        />
        <Note
          label={`Note on ${tool.name}`}
          placeholder="What is still missing"
          value={note}
          onChange={(text) => editor.update((document) => editTool(document, tool.id, { note: text }), `${id}.note`)}
        />
      </div>
    </li>
  );
}
