import { describe, expect, it } from 'vitest';
import { linkProblem } from '#renderer/base/link-problem.ts';

describe('linkProblem', () => {
  it.each([
    '',
    '  ',
    'https://example.org',
    ' https://localhost:8080/a?b#c ',
    'mailto:team@example.org',
    'HTTPS://EXAMPLE.ORG',
    'https://bücher.example/ä',
  ])('has nothing to say of %j', (link) => {
    expect(linkProblem(link)).toBe('');
  });

  it.each(['http://example.org', 'javascript:alert(1)', 'file:///etc/passwd', 'ftp://example.org', 'data:text/html,x'])(
    'refuses %s',
    (link) => {
      expect(linkProblem(link)).toContain('Only links that start with https://');
    },
  );

  it.each([
    ['example.org/page', 'https://example.org/page'],
    ['example.org:8080/page', 'https://example.org:8080/page'],
    ['see the wiki', 'https://example.org/page'],
    ['https://', 'https://example.org/page'],
    ['https://exa mple.org', 'https://example.org/page'],
  ])('says how to complete %s', (link, better) => {
    expect(linkProblem(link)).toBe(`Write the whole link, for example ${better}.`);
  });
});
