import type { RefObject } from 'react';
import type { DeskRoute } from '#renderer/base/routes.ts';
import { FollowUpPage } from '#renderer/pages/follow-up/follow-up-page.tsx';
import { HistoryPage } from '#renderer/pages/history/history-page.tsx';
import { MergePage } from '#renderer/pages/merge/merge-page.tsx';
import { RecordPage } from '#renderer/pages/record/record-page.tsx';
import { VotesPage } from '#renderer/pages/stage/votes-page.tsx';
import { TemplateUpdatePage } from '#renderer/pages/templates/template-update-page.tsx';
import { AgendaPage } from '#renderer/pages/workshop/agenda-page.tsx';
import { LeftPage } from '#renderer/pages/workshop/left-page.tsx';
import { ToDoPage } from '#renderer/pages/workshop/to-do-page.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { assertNever } from '#shared/base/assert-never.ts';
import type { ToDoKind } from '#shared/review/to-do.ts';
import type { TemplateSection } from '#shared/template/template.ts';

interface OtherPageProps {
  readonly editor: ReviewEditor;
  readonly session: ReviewSession;
  readonly route: Exclude<DeskRoute, { readonly page: 'section' }>;
  readonly clock: SectionTime;
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onAdd: (kind: ToDoKind) => void;
  readonly onPrint: () => void;
  readonly onApplied: () => void;
}

/** A page about the whole review. */
export function OtherPage({ editor, session, route, clock, heading, onAdd, onPrint, onApplied }: OtherPageProps) {
  switch (route.page) {
    case 'record':
      return <RecordPage editor={editor} heading={heading} onPrint={onPrint} />;
    case 'agenda':
      return <AgendaPage editor={editor} clock={clock} heading={heading} />;
    case 'left':
      return <LeftPage key={route.person} editor={editor} person={route.person} heading={heading} />;
    case 'to-do':
      return <ToDoPage key={route.person} editor={editor} person={route.person} heading={heading} onAdd={onAdd} />;
    case 'history':
      return <HistoryPage editor={editor} route={route} heading={heading} />;
    case 'follow-up':
      return <FollowUpPage editor={editor} item={route.item} heading={heading} />;
    case 'merge':
      return <MergePage session={session} other={route.other} heading={heading} />;
    case 'votes':
      return <VotesPage editor={editor} heading={heading} />;
    case 'template-update':
      return (
        <TemplateUpdatePage
          editor={editor}
          session={session}
          target={route.template}
          heading={heading}
          onApplied={onApplied}
        />
      );
    default:
      return assertNever(route);
  }
}

/** What of a review a place shows, as the window's title names it. */
export function pageName({ page }: DeskRoute, section: TemplateSection | undefined): string {
  switch (page) {
    case 'section':
      return section?.title ?? '';
    case 'record':
      return 'Record';
    case 'agenda':
      return 'Agenda';
    case 'left':
      return 'What is left';
    case 'to-do':
      return 'Things to do';
    case 'history':
      return 'History';
    case 'follow-up':
      return 'Follow-up';
    case 'merge':
      return 'Merge another version';
    case 'votes':
      return 'Votes';
    case 'template-update':
      return 'Another version of the template';
    default:
      return assertNever(page);
  }
}
