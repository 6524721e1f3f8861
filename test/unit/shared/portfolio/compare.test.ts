import { expect, it } from 'vitest';
import { compareReviews, isSame } from '#shared/portfolio/compare.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { shippedTemplates, shippedText } from '#test/support/shipped.ts';

function sample(name: string) {
  const file = JSON.parse(shippedText(`templates/samples/${name}.json`)) as { readonly document: unknown };
  const review = reviewDocumentSchema.parse(file.document);
  const template = shippedTemplates.get(review.template.id);
  if (!template) throw new Error('Its template is there');
  return { review, template };
}

const [grab, discord] = [sample('grab-counter-service'), sample('discord-read-states')];
const groups = compareReviews(grab, discord);
const row = (title: string, label: string) =>
  groups.find((group) => group.title === title)?.rows.find((entry) => entry.label === label);

it('sets what decides two reviews side by side', () => {
  expect(groups.map(({ title }) => title)).toEqual([
    ...['Subject', 'Decision', 'Three questions', 'Options', 'Risks', 'To be done'],
  ]);
  expect(row('Subject', 'Component')).toEqual({
    ...{ label: 'Component', left: grab.review.component, right: discord.review.component },
  });
  expect(row('Decision', 'Decision')).toMatchObject({ left: 'Adopt Rust', right: 'Adopt Rust' });
  expect(row('Three questions', 'Outcome')?.left).toBe('Consider Rust');
  expect(row('Options', 'Rust')?.left).toMatch(/^\d(\.\d+)?$/);
});

it('puts risks together by their id and calls them by their number', () => {
  const risks = groups.find(({ title }) => title === 'Risks')?.rows ?? [];
  const both = risks.filter(({ left, right }) => left !== '' && right !== '');
  expect(both.length).toBeGreaterThan(20);
  expect(risks.find(({ label }) => label === '1 First weeks go to the borrow checker')?.left).toMatch(
    /low|moderate|high/i,
  );
  expect(risks.some(({ left }) => left === 'Does not apply')).toBe(true);
});

it('finds nothing different in the same review, and everything of one beside an empty one', () => {
  expect(
    compareReviews(grab, grab)
      .flatMap(({ rows }) => rows)
      .every(isSame),
  ).toBe(true);
  const { id, createdAt, template, title } = grab.review;
  const empty = { review: reviewDocumentSchema.parse({ id, createdAt, template, title }), template: grab.template };
  const options = compareReviews(grab, empty).find((group) => group.title === 'Decision');
  expect(options?.rows.every(({ left, right }) => left !== '' && right === '')).toBe(true);
});
