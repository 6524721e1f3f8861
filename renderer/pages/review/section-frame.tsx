import { ArrowLeft, ArrowRight } from 'lucide-react';
import { type ReactNode, type RefObject, useId } from 'react';
import { recordHref, sectionHref } from '#renderer/base/routes.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { Callout } from '#renderer/components/callout.tsx';
import { Later } from '#renderer/components/later.tsx';
import { OpenPointLinks } from '#renderer/components/open-point-links.tsx';
import { ProgressMark } from '#renderer/components/progress-mark.tsx';
import { SectionView } from '#renderer/pages/sections/section-view.tsx';
import { withSeal } from '#renderer/pages/sections/sign-off/seal-progress.ts';
import { SealedSection } from '#renderer/pages/sections/sign-off/sealed-section.tsx';
import type { Seal, SealView } from '#renderer/pages/sections/sign-off/use-seal.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useProgress, useSession } from '#renderer/review/use-document.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import type { TemplateSection } from '#shared/template/template.ts';
import './section-frame.css';
import '#renderer/components/section-frame.css';

export interface SectionFrameProps {
  readonly editor: ReviewEditor;
  readonly section: TemplateSection;
  readonly seal: Seal;
  readonly index: number;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** The time of the section. */
  readonly clock: ReactNode;
}

/** What every section has around its own page: title, intro, what is open, and the way on. */
export function SectionFrame({ editor, section, seal, index, heading, clock }: SectionFrameProps) {
  const { sections } = editor.template;
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const id = useId();
  return (
    <article className="section-frame">
      <header className="section-frame__header">
        {/* First in the page, so that whoever is taken here hears the name first. */}
        <div className="section-frame__line">
          <h2 ref={heading} tabIndex={-1} aria-describedby={`${id}-place ${id}-mark`}>
            {section.title}
          </h2>
          <span id={`${id}-mark`}>
            <Mark editor={editor} seal={seal.view} index={index} />
          </span>
        </div>
        <p className="section-frame__place small soft">
          <span className="section-frame__count" id={`${id}-place`}>
            Section {index + 1} of {sections.length}
          </span>
          {!isSealed && clock}
        </p>
        {/* It says how to fill the section in, which nobody does any more. */}
        {section.intro !== '' && !isSealed && <p className="section-frame__intro preserve-lines">{section.intro}</p>}
      </header>
      {isSealed && section.kind !== 'sign-off' ? (
        <SealedSection editor={editor} section={section} />
      ) : (
        <SectionView editor={editor} section={section} seal={seal} />
      )}
      <Later>
        <OpenPoints editor={editor} seal={seal.view} index={index} />
        <SectionSteps editor={editor} index={index} />
      </Later>
    </article>
  );
}

interface ProgressProps {
  readonly editor: ReviewEditor;
  readonly seal: SealView;
  readonly index: number;
}

function useSectionProgress({ editor, seal, index }: ProgressProps): SectionProgress | undefined {
  return withSeal(useProgress(editor), seal)[index];
}

function Mark(props: ProgressProps) {
  const progress = useSectionProgress(props);
  return progress && <ProgressMark state={progress.state} openPoints={progress.openPoints.length} />;
}

/** Time in ms without another change before it is said that a section is complete, so that typing is not talked over. */
const QUIET = 1_500;

/** What the section still needs. Stands below the page, so that a shrinking list moves nothing above it. */
function OpenPoints(props: ProgressProps) {
  const progress = useSectionProgress(props);
  useSaid(progress?.state === 'complete' ? `“${progress.title}” is complete.` : '', QUIET);
  if (!progress) return null;
  const review = props.editor.id;
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
      <OpenPointLinks review={review} points={openPoints} className="open-points__list" />
    </section>
  );
}

function SectionSteps({ editor, index }: { readonly editor: ReviewEditor; readonly index: number }) {
  const { id, template } = editor;
  const previous = template.sections[index - 1];
  const next = template.sections[index + 1];
  return (
    <nav className="section-steps" aria-label="Previous and next section">
      {previous && (
        <a className="section-steps__link" href={sectionHref(id, previous.kind)}>
          <ArrowLeft aria-hidden size={18} />
          <span>
            <span className="section-steps__word">Previous</span>
            {previous.title}
          </span>
        </a>
      )}
      <a
        className="section-steps__link section-steps__link--next"
        href={next ? sectionHref(id, next.kind) : recordHref(id)}
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
