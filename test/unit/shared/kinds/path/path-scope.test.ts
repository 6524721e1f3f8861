import { describe, expect, it } from 'vitest';
import { openPoints } from '#shared/review/progress.ts';
import type { Template } from '#shared/template/template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const withoutWholesale: Template = {
  ...smallTemplate,
  sections: smallTemplate.sections.map((section) =>
    section.kind === 'path' ? { ...section, wholesale: null } : section,
  ),
};

describe('a plan that replaces everything at once', () => {
  const review = smallReview({ path: { wholesale: true } });
  const targets = (template: Template) => openPoints(review, template, 'a'.repeat(64)).map((point) => point.target);

  it('owes a reason', () => {
    expect(targets(smallTemplate)).toContain('path.wholesale');
  });

  it('owes none where the template has no such plan, and so no place to write it', () => {
    expect(targets(withoutWholesale)).not.toContain('path.wholesale');
  });
});
