import { Card } from '#renderer/components/card.tsx';
import { Later } from '#renderer/components/later.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { auditTotals } from '#shared/kinds/audit/audit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { AuditTotalsLine } from './audit-totals.tsx';
import { DependencyTable } from './dependency-table.tsx';
import { Toolchain } from './toolchain.tsx';
import './audit-page.css';

/** What the component depends on today and what would take its place, and whether the tools are ready. */
export function AuditPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'audit'>;
}) {
  const totals = useDerived(editor, auditTotals);
  return (
    <div className="stack audit-page">
      <Card title="Dependencies" id={anchor('audit', 'dependencies')}>
        {totals && <AuditTotalsLine totals={totals} />}
        <DependencyTable editor={editor} section={section} />
      </Card>
      <Later>
        {section.toolchain.length > 0 && (
          <Card
            title="Toolchain"
            aside={
              totals && (
                <span className="small soft">
                  {totals.toolsReady} of {totals.tools} ready
                </span>
              )
            }
          >
            <Toolchain editor={editor} tools={section.toolchain} />
          </Card>
        )}
      </Later>
    </div>
  );
}
