import { render } from '@testing-library/react';
import type { DeskRoute } from '#renderer/base/routes.ts';
import { HostContext } from '#renderer/host/host.tsx';
import { OpenReview } from '#renderer/pages/review/open-review.tsx';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { kindsTemplate } from './kinds-template.ts';
import { markedReview } from './marked-review.ts';
import { takingHost } from './taking-host.ts';

const nothing = () => undefined;

/** A review in which every text is filled in, and that can still be changed. */
export function filledReview(): ReviewDocument {
  const { review } = markedReview(kindsTemplate, 0);
  return { ...review, signOff: { ...review.signOff, signatures: [] } };
}

/** Shows a page of an open review with all around it, as it stands on the desk. */
export function onTheDesk(
  page: DeskRoute['page'] | SectionKind,
  document: ReviewDocument = filledReview(),
  template: Template = kindsTemplate,
): ReviewSession {
  // Whatever else is asked of the host, its answer never comes.
  const client = new Proxy(takingHost(), {
    get: (calls, call) => Reflect.get(calls, call) ?? (() => new Promise(nothing)),
  });
  const stored = { revision: 1, savedAt: '2026-01-05T00:00:00Z', contentSha256: '0'.repeat(64) };
  const session = new ReviewSession({ kind: 'opened', document, template, ...stored }, client);
  const isSection = template.sections.some(({ kind }) => kind === page);
  const route = isSection
    ? { page: 'section', review: session.id, section: page, target: null }
    : { page, review: session.id, person: null };
  render(
    <HostContext value={{ client, info: { paper: 'a4' } } as never}>
      <OpenReview
        session={session}
        route={route as DeskRoute}
        clock={{
          kind: 'context',
          isRunning: false,
          isBreak: false,
          turnBreak: nothing,
          start: nothing,
          pause: nothing,
          pending: () => 0,
        }}
        onShowShortcuts={nothing}
        onLoadAgain={nothing}
        onKept={nothing}
      />
    </HostContext>,
  );
  return session;
}
