import { expect, it } from 'vitest';
import { lastWords } from '#main/loopback/last-words.ts';

it('calls everything saved only where nothing was refused', () => {
  expect(lastWords([])).toBe('Everything is saved. Groundwork has stopped.');
  const words = lastWords(['Gateway', 'Parser']);
  expect(words).toContain('Not saved: the last changes of “Gateway”, “Parser”.');
  expect(words).not.toContain('Everything is saved');
});
