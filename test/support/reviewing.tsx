import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { editorOf, type ReviewEditor } from '#renderer/review/editor.ts';
import { ReviewSession } from '#renderer/review/review-session.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';
import { takingHost } from './taking-host.ts';

interface Reviewing {
  readonly review: ReviewDocument;
  readonly template: Template;
}

/**
 * Shows a part of a section's page with an open review that it can change; gives a person's hands, the session, and a
 * way to look at the review as it is by then.
 */
export function reviewing({ review, template }: Reviewing, part: (editor: ReviewEditor) => ReactNode) {
  const opened = {
    kind: 'opened',
    document: review,
    template,
    revision: 1,
    savedAt: '2026-01-05T00:00:00Z',
    contentSha256: '0'.repeat(64),
  } as const;
  const session = new ReviewSession(opened, takingHost());
  let ids = 0;
  const editor: ReviewEditor = {
    ...editorOf(session, () => undefined),
    newId: () => `new-${++ids}`,
    moment: () => '2026-01-05T00:00:00Z',
  };
  function Part() {
    return part(editor);
  }
  const user = userEvent.setup();
  return { user, session, ...render(<Part />), current: () => session.document };
}
