import type { CSSProperties } from 'react';
import type { AuditTotals } from '#shared/kinds/audit/audit.ts';
import './audit-page.css';

const PARTS = [
  { part: 'ready', word: 'ready' },
  { part: 'partial', word: 'partial' },
  { part: 'missing', word: 'missing' },
  { part: 'open', word: 'open' },
] as const;

/** How far the counterparts go, as a bar and in words, and what the gaps cost. */
export function AuditTotalsLine({ totals }: { readonly totals: AuditTotals }) {
  const parts = PARTS.map(({ part, word }) => ({ part, word, count: totals[part] })).filter(({ count }) => count > 0);
  return (
    <div className="audit-totals">
      {parts.length > 0 && (
        <div className="audit-totals__bar" aria-hidden>
          {parts.map(({ part, count }) => {
            const style: CSSProperties & { readonly '--count': number } = { '--count': count };
            return <span key={part} className={`audit-totals__part audit-totals__part--${part}`} style={style} />;
          })}
        </div>
      )}
      {/* The status of a line changes it; the letters typed into the line do not. */}
      <p className="audit-totals__words" role="status">
        {totals.summary}
      </p>
    </div>
  );
}
