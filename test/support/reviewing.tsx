import { render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { type ReactNode, useState } from 'react';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { Template } from '#shared/template/template.ts';

interface Reviewing {
  readonly review: ReviewDocument;
  readonly template: Template;
}

/**
 * Shows a part of a section's page with a review that it can change, as the workspace does but for the disk;
 * gives a person's hands, and a way to look at the review as it is by then.
 */
export function reviewing({ review, template }: Reviewing, part: (editor: ReviewEditor) => ReactNode) {
  let latest = review;
  let ids = 0;
  function Part() {
    const [document, setDocument] = useState(review);
    latest = document;
    return part({
      document,
      template,
      contentSha256: '0'.repeat(64),
      isSealed: false,
      update: (change) => setDocument(change),
      commit: (change) => setDocument(change),
      flush: async () => 1,
      newId: () => `new-${++ids}`,
      now: () => '2026-01-05T00:00:00Z',
      openLink: () => undefined,
    });
  }
  const user = userEvent.setup();
  return { user, ...render(<Part />), current: () => latest };
}
