import { ChevronDown, Clock, FileText, History, ListChecks, ListTodo, Vote } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  agendaHref,
  type DeskRoute,
  followUpHref,
  historyHref,
  leftHref,
  recordHref,
  sectionHref,
  toDoHref,
  votesHref,
} from '#renderer/base/routes.ts';
import { ProgressMark } from '#renderer/components/progress-mark.tsx';
import { withSeal } from '#renderer/pages/sections/sign-off/seal-progress.ts';
import type { SealView } from '#renderer/pages/sections/sign-off/use-seal.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useProgress, useSession } from '#renderer/review/use-document.ts';
import type { SectionKind } from '#shared/template/template.ts';
import './rail.css';
import '#renderer/components/progress-mark.css';
import '#renderer/components/tone.css';

export interface RailProps {
  readonly editor: ReviewEditor;
  /** How the sealed record stands, which may keep the sign-off open. */
  readonly seal: SealView;
  /** The section shown, or another page of the review. */
  readonly current: SectionKind | Exclude<DeskRoute['page'], 'section'> | null;
}

/**
 * All sections with their progress, and the record at the end. Folds away where there is no room. What was open when the
 * review was closed is owed no more, so it is not counted.
 */
export function Rail({ editor, seal, current }: RailProps) {
  const progress = withSeal(useProgress(editor), seal);
  const review = editor.id;
  const [isOpen, setOpen] = useState(false);
  const rail = useRef<HTMLElement>(null);
  useEffect(() => {
    if (current !== null && rail.current) showCurrent(rail.current);
  }, [current]);
  const position = progress.findIndex((entry) => entry.kind === current);
  const complete = progress.filter((entry) => entry.state === 'complete').length;
  const here = progress[position];
  const isClosed = useSession(editor, (snapshot) => snapshot.isSealed);
  return (
    <nav ref={rail} className={`rail ${isOpen ? 'rail--open' : ''}`} aria-label="Sections">
      <button type="button" className="rail__toggle" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <span>{here ? `Section ${position + 1} of ${progress.length}: ${here.title}` : pageName(current)}</span>
        <ChevronDown aria-hidden size={18} />
      </button>
      <div className="rail__content">
        <ol className="rail__list">
          {progress.map(({ kind, title, state, openPoints }) => (
            <li key={kind}>
              <a
                className="rail__link"
                href={sectionHref(review, kind)}
                aria-current={kind === current ? 'page' : undefined}
                onClick={() => setOpen(false)}
              >
                <span className="rail__title">{title}</span>
                {isClosed && kind !== 'sign-off' && state !== 'complete' ? (
                  <span className="progress-mark tone--neutral">Left open</span>
                ) : (
                  <ProgressMark state={state} openPoints={openPoints.length} />
                )}
              </a>
            </li>
          ))}
        </ol>
        <a
          className="rail__link rail__link--record"
          href={agendaHref(review)}
          aria-current={current === 'agenda' ? 'page' : undefined}
          onClick={() => setOpen(false)}
        >
          <Clock aria-hidden size={18} />
          <span className="rail__title">Agenda</span>
        </a>
        <a
          className="rail__link rail__link--record"
          href={toDoHref(review)}
          aria-current={current === 'to-do' ? 'page' : undefined}
          onClick={() => setOpen(false)}
        >
          <ListTodo aria-hidden size={18} />
          <span className="rail__title">Things to do</span>
        </a>
        <a
          className="rail__link rail__link--record"
          href={recordHref(review)}
          aria-current={current === 'record' ? 'page' : undefined}
          onClick={() => setOpen(false)}
        >
          <FileText aria-hidden size={18} />
          <span className="rail__title">Record</span>
        </a>
        <a
          className="rail__link rail__link--record"
          href={followUpHref(review)}
          aria-current={current === 'follow-up' ? 'page' : undefined}
          onClick={() => setOpen(false)}
        >
          <ListChecks aria-hidden size={18} />
          <span className="rail__title">Follow-up</span>
        </a>
        <a
          className="rail__link rail__link--record"
          href={historyHref(review)}
          aria-current={current === 'history' ? 'page' : undefined}
          onClick={() => setOpen(false)}
        >
          <History aria-hidden size={18} />
          <span className="rail__title">History</span>
        </a>
        <a
          className="rail__link rail__link--record"
          href={votesHref(review)}
          aria-current={current === 'votes' ? 'page' : undefined}
          onClick={() => setOpen(false)}
        >
          <Vote aria-hidden size={18} />
          <span className="rail__title">Votes</span>
        </a>
        <p className="rail__sum">
          {isClosed ? (
            `Closed with ${complete} of ${progress.length} sections complete`
          ) : (
            <a href={leftHref(review)} aria-current={current === 'left' ? 'page' : undefined}>
              {complete} of {progress.length} sections complete
            </a>
          )}
        </p>
      </div>
    </nav>
  );
}

function pageName(current: RailProps['current']): string {
  if (current === 'record') return 'Record';
  if (current === 'follow-up') return 'Follow-up';
  if (current === 'votes') return 'Votes';
  if (current === 'agenda') return 'Agenda';
  if (current === 'left') return 'What is left';
  if (current === 'to-do') return 'Things to do';
  return current === 'history' ? 'History' : 'Sections';
}

/** Scrolls the rail, and never the page, until the current link is in it. */
function showCurrent(rail: HTMLElement): void {
  const link = rail.querySelector('[aria-current]')?.getBoundingClientRect();
  if (!link) return;
  const { top, bottom } = rail.getBoundingClientRect();
  const end = Math.min(bottom, innerHeight);
  if (link.top < top) rail.scrollTop -= top - link.top;
  else if (link.bottom > end) rail.scrollTop += link.bottom - end;
}
