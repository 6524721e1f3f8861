import { Printer } from 'lucide-react';
import { type RefObject, useMemo } from 'react';
import { Button } from '#renderer/components/button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useSession } from '#renderer/review/use-document.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { Blocks } from './record-blocks.tsx';
import { OpenLinkContext } from './record-link.tsx';
import { RecordSummaryPage } from './record-summary.tsx';
import './record-page.css';

export interface RecordPageProps {
  readonly editor: ReviewEditor;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onPrint: () => void;
}

/** The decision record as it will be exported, from the model that the PDF is made of. */
export function RecordPage({ editor, heading, onPrint }: RecordPageProps) {
  const { document: review, latestSha256, saved } = useSession(editor, (snapshot) => snapshot);
  const { template } = editor;
  const record = useMemo(
    () => buildRecord(review, template, { contentSha256: latestSha256, ...saved }),
    [review, template, latestSha256, saved],
  );
  return (
    <OpenLinkContext value={editor.openLink}>
      <header className="record-page__header">
        <h2 ref={heading} tabIndex={-1}>
          Record
        </h2>
        <p className="soft">What the export will hold, from what is on the screen now.</p>
        <div className="row">
          <Button size="small" icon={Printer} onPress={onPrint}>
            Print…
          </Button>
        </div>
      </header>
      <article className="paper" lang={record.language} aria-label={`Decision record: ${record.title}`}>
        {record.draft && (
          <p className="paper__draft" aria-hidden>
            <span>DRAFT</span>
          </p>
        )}
        <RecordSummaryPage record={record} />
        <Contents record={record} />
        {record.sections.map((section) => (
          <section key={section.kind} className="paper__section" id={placeOf(section.kind)}>
            <h3 className="paper__title">
              {section.number !== '' && `${section.number} `}
              {section.title}
              {section.openPoints > 0 && <span className="paper__open"> · {section.openPoints} open</span>}
            </h3>
            <Blocks blocks={section.blocks} />
          </section>
        ))}
        <footer className="paper__footer">
          <p>
            {record.title} · {record.edition.text} · saved {record.savedAtText}
          </p>
          <p>
            Document {record.shortHash} · SHA-256 <code>{record.contentSha256}</code>
          </p>
        </footer>
      </article>
    </OpenLinkContext>
  );
}

/** The address after `#` names the page shown, so the contents move there by themselves. */
function Contents({ record }: { readonly record: RecordModel }) {
  return (
    <nav className="paper__contents" aria-label="Contents of the record">
      <h3>Contents</h3>
      <ul>
        {record.sections.map(({ kind, number, title }) => (
          <li key={kind}>
            <button
              type="button"
              onClick={() => document.getElementById(placeOf(kind))?.scrollIntoView({ block: 'start' })}
            >
              {[number, title].filter(Boolean).join(' ')}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function placeOf(kind: string): string {
  return `record-${kind}`;
}
