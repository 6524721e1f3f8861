import { expect, it } from 'vitest';
import { VERSION } from '#shared/base/version.ts';
import { shippedText } from '#test/support/shipped.ts';

it('the version that the program says is that of its package', () => {
  const description: unknown = JSON.parse(shippedText('package.json'));
  expect(description).toMatchObject({ version: VERSION });
});
