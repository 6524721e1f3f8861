import { expect, it } from 'vitest';
import { PDF_CREATOR } from '#main/record/pages/creator.ts';
import { shippedText } from '#test/support/shipped.ts';

it('the creator of a PDF names the version of this program', () => {
  const description: unknown = JSON.parse(shippedText('package.json'));
  expect(description).toMatchObject({ version: PDF_CREATOR.replace('Groundwork ', '') });
});
