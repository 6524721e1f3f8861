import { ArrowLeft, ArrowRight } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { recordHref, sectionHref } from '#renderer/base/routes.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { ProgressMark } from '#renderer/components/progress-mark.tsx';
import { SectionView } from '#renderer/pages/sections/section-view.tsx';
import { SealedSection } from '#renderer/pages/sections/sign-off/sealed-section.tsx';
import type { Seal } from '#renderer/pages/sections/sign-off/use-seal.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import './section-frame.css';
import '#renderer/components/section-frame.css';

export interface SectionFrameProps {
  readonly editor: ReviewEditor;
  readonly section: TemplateSection;
  readonly progress: SectionProgress;
  readonly seal: Seal;
  readonly index: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** What every section has around its own page: title, intro, what is open, and the way on. */
export function SectionFrame({ editor, section, progress, seal, index, heading }: SectionFrameProps) {
  const { sections } = editor.template;
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        <p className="section-frame__place small soft">
          Section {index + 1} of {sections.length}
        </p>
        <div className="section-frame__line">
          <h2 ref={heading} tabIndex={-1}>
            {section.title}
          </h2>
          <ProgressMark state={progress.state} openPoints={progress.openPoints.length} />
        </div>
        {/* It says how to fill the section in, which nobody does any more. */}
        {section.intro !== '' && !editor.isSealed && (
          <p className="section-frame__intro preserve-lines">{section.intro}</p>
        )}
      </header>
      {editor.isSealed && section.kind !== 'sign-off' ? (
        <SealedSection editor={editor} kind={section.kind} />
      ) : (
        <SectionView editor={editor} section={section} seal={seal} />
      )}
      <OpenPoints review={editor.document.id} progress={progress} />
      <SectionSteps editor={editor} index={index} />
    </article>
  );
}

/** What the section still needs. Stands below the page, so that a shrinking list moves nothing above it. */
const OpenPoints = memo(function OpenPoints({
  review,
  progress,
}: {
  readonly review: string;
  readonly progress: SectionProgress;
}) {
  const { kind, state, blockedBy, openPoints } = progress;
  if (state === 'complete') {
    return <Callout tone="for" title="This section is complete" />;
  }
  const title = openPoints.length === 1 ? 'One open point' : `${openPoints.length} open points`;
  return (
    <section className="open-points" aria-labelledby="open-points-title">
      <h3 id="open-points-title">{title}</h3>
      {/* The page of the sign-off begins with what keeps people from signing. */}
      {blockedBy !== '' && kind !== 'sign-off' && <Callout tone="neutral" title={blockedBy} />}
      <ul className="open-points__list">
        {openPoints.map((point) => (
          <li key={`${point.target} ${point.text}`}>
            <a href={sectionHref(review, point.section, point.target)}>{point.text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
});

function SectionSteps({ editor, index }: { readonly editor: ReviewEditor; readonly index: number }) {
  const { document, template } = editor;
  const previous = template.sections[index - 1];
  const next = template.sections[index + 1];
  return (
    <nav className="section-steps" aria-label="Previous and next section">
      {previous && (
        <a className="section-steps__link" href={sectionHref(document.id, previous.kind)}>
          <ArrowLeft aria-hidden size={18} />
          <span>
            <span className="section-steps__word">Previous</span>
            {previous.title}
          </span>
        </a>
      )}
      <a
        className="section-steps__link section-steps__link--next"
        href={next ? sectionHref(document.id, next.kind) : recordHref(document.id)}
      >
        <span>
          <span className="section-steps__word">Next</span>
          {next ? next.title : 'Record'}
        </span>
        <ArrowRight aria-hidden size={18} />
      </a>
    </nav>
  );
}
