import { Disclosure } from '#renderer/components/disclosure.tsx';
import { SourceNames } from '#renderer/components/help.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { SectionOf, Template } from '#shared/template/template.ts';
import './score-grid.css';

/** Numbers that stand for sources in narrow cells: their places in the template's list. */
export function sourceMarks(template: Template, sources: readonly string[]): readonly number[] {
  return template.sources.flatMap((source, index) => (sources.includes(source.id) ? [index + 1] : []));
}

/** What the numbers in the cells stand for, and the sources of the criteria themselves. */
export function SourceLegend({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'options'>;
}) {
  const { template, openLink } = editor;
  const used = new Set(
    section.criteria.flatMap(({ sources, cells }) => [
      ...sources,
      ...Object.values(cells).flatMap((cell) => cell.sources),
    ]),
  );
  const named = template.sources.filter((source) => used.has(source.id));
  if (named.length === 0) return null;
  return (
    <Disclosure summary={<span className="small">Sources of the texts</span>}>
      <ul className="scores__legend small soft">
        {named.map((source) => (
          <li key={source.id}>
            {/* The numbers lead the eye to the cells, where they are not heard either. */}
            <span aria-hidden>[{sourceMarks(template, [source.id])}] </span>
            <SourceNames sources={[source.id]} template={template} openLink={openLink} />
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
