import { describe, expect, it } from 'vitest';
import { renderMarkdown } from '#main/record/forms/markdown.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { markedReview, markersIn } from '#test/support/marked-review.ts';
import { recordOf } from '#test/support/pdf.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

function markdownOf(review: ReviewDocument): string {
  return renderMarkdown(recordOf(review, smallTemplate));
}

/** Values of the front matter; each is a JSON value or a date, both of which YAML reads the same. */
function frontMatter(markdown: string): Readonly<Record<string, unknown>> {
  const lines = markdown.split('\n');
  expect(lines[0]).toBe('---');
  const end = lines.indexOf('---', 1);
  return Object.fromEntries(
    lines.slice(1, end).map((line) => {
      const [, key, value] = /^([a-z-]+): (.+)$/.exec(line) ?? [];
      if (key === undefined || value === undefined) throw new Error(`not a key and a value: ${line}`);
      return [key, /^\d{4}-\d\d-\d\d$/.test(value) ? value : JSON.parse(value)];
    }),
  );
}

const filled = smallReview({
  title: 'Which way?',
  context: { participants: [{ id: 'p', name: 'Pia', role: 'Operations' }], fields: { purpose: 'To test.' } },
  rule: answered('yes', 'yes', 'no'),
  path: { stages: { service: { criteria: {} }, tooling: { criteria: { used: { met: true, note: 'Seen.' } } } } },
  decision: {
    choice: 'adopt',
    stage: 'tooling',
    statement: 'We adopt it.',
    options: [
      { id: 'new', name: 'New', pros: [{ id: 'a', text: 'it is fast' }], cons: [{ id: 'b', text: 'it is new' }] },
      { id: 'old', name: 'Old' },
    ],
    chosenOption: 'new',
    consequences: [
      { id: 'a', tone: 'good', text: 'less waiting' },
      { id: 'b', tone: 'bad', text: 'more learning' },
    ],
    conditions: [{ id: 'c', text: 'Training is booked', owner: 'Pia', due: '2026-04-01' }],
    reviewOn: '2027-01-01',
  },
  signOff: { approvers: [{ id: 'a', name: 'Ada "Countess"', role: 'Lead' }] },
});

describe('the form of MADR 4.0', () => {
  it('has its front matter', () => {
    expect(frontMatter(markdownOf(filled))).toEqual({
      status: 'proposed',
      date: '2026-03-03',
      'decision-makers': ['Ada "Countess", Lead'],
      consulted: ['Pia, Operations'],
      informed: [],
    });
  });

  it('has its headings in order', () => {
    const headings = markdownOf(filled).match(/^#{1,2} .+|^### (Consequences|Confirmation)$/gm);
    expect(headings).toEqual([
      '# Which way?',
      '## Context and Problem Statement',
      '## Decision Drivers',
      '## Considered Options',
      '## Decision Outcome',
      '### Consequences',
      '### Confirmation',
      '## Pros and Cons of the Options',
      '## More Information',
    ]);
  });

  it('has its sentences', () => {
    const markdown = markdownOf(filled);
    for (const line of [
      '- New\n- Old',
      'Chosen option: “New”.',
      'Decision: **Adopt: Tooling**.',
      '- Good, because less waiting\n- Bad, because more learning',
      '- Condition: Training is booked (Pia, due 1 Apr 2026)',
      '- Exit criterion of “Tooling” (met): In use',
      '- Looked at again: 1 Jan 2027',
      '### New\n\n- Good, because it is fast\n- Bad, because it is new',
      '- One: One? (Yes)',
      '- [x] In use\\\n  Seen.',
    ]) {
      expect(markdown).toContain(line);
    }
  });

  it('says draft, and which document', () => {
    const record = recordOf(filled, smallTemplate);
    const markdown = renderMarkdown(record);
    expect(markdown).toContain('> **DRAFT.** Nobody has signed this content yet.');
    expect(markdown).toContain(`Document ${record.shortHash}, saved 3 Mar 2026, 14:05 UTC.`);
    expect(markdown).toContain(record.contentSha256);
  });
});

it.each([0, 1, 2, 3, 4])('holds everything the team wrote (variant %i)', (variant) => {
  const { review, markers } = markedReview(smallTemplate, variant);
  const markdown = markdownOf(review);
  const found = markersIn(markdown);
  expect(markers.filter((marker) => !found.has(marker))).toEqual([]);
});

describe('what the team wrote', () => {
  const paragraph = (statement: string) => {
    const markdown = markdownOf(smallReview({ decision: { choice: 'stay', statement } }));
    const [, text = ''] =
      /Decision: \*\*Stay\*\*\.\n\n([\s\S]*?)\n\n(?:What the rule|### Consequences)/.exec(markdown) ?? [];
    return text;
  };

  it.each([
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['+ no list', '\\+ no list'],
    ['1. no list', '1\\. no list'],
    ['12) no list', '12\\) no list'],
    ['a\n===\nb', 'a\\\n\\===\\\nb'],
    ['a\n---\nb', 'a\\\n\\---\\\nb'],
    ['> no quote', '\\> no quote'],
    ['| no | table |', '\\| no \\| table \\|'],
    ['<script>alert(1)</script>', '\\<script\\>alert(1)\\</script\\>'],
    ['[click](javascript:alert(1))', '\\[click\\](javascript:alert(1))'],
    ['![](http://x/y.png)', '!\\[\\](http://x/y.png)'],
    ['&lt; &#60;', '\\&lt; \\&#60;'],
    ['`code` ```', '\\`code\\` \\`\\`\\`'],
    ['*bold* _italic_ ~~gone~~', '\\*bold\\* \\_italic\\_ \\~\\~gone\\~\\~'],
    ['ends with \\', 'ends with \\\\'],
    ['    indented code', 'indented code'],
    ['$x$', '\\$x\\$'],
    ['a\nb\n\nc', 'a\\\nb\n\nc'],
    ['bell \u0007 and \u202Eturned', 'bell \\[U+0007\\] and \\[U+202E\\]turned'],
    ['a number 3.5 and -5', 'a number 3.5 and -5'],
  ])('has no meaning in Markdown: %j', (given, expected) => {
    expect(paragraph(given)).toBe(expected);
  });

  it('cannot break out of a table, a heading, a link or the front matter', () => {
    const nasty = 'a | b\n---\n# x: "y" </td>';
    const markdown = markdownOf(
      smallReview({
        title: `Title\n${nasty}`,
        context: {
          participants: [{ id: 'p', name: nasty, role: 'r' }],
          evidence: [
            { id: 'a', kind: 'link', text: 'See ](http://evil.example)', url: 'https://example.org/a>b(c) d' },
            { id: 'b', kind: 'link', text: 'Script', url: 'javascript:alert(1)' },
          ],
        },
      }),
    );
    expect(frontMatter(markdown)).toMatchObject({ consulted: [`${nasty}, r`] });
    expect(markdown).toContain('# Title a \\| b --- # x: "y" \\</td\\>\n');
    expect(markdown).toContain('| a \\| b<br>\\---<br>\\# x: "y" \\</td\\> | r |');
    expect(markdown).toContain(
      '- See \\](http://evil.example)\\\n  [https://example.org/a\\>b(c) d](<https://example.org/a%3Eb(c)%20d>)',
    );
    expect(markdown).toContain('- Script\\\n  javascript:alert(1)');
    expect(markdown.match(/^# /gm)).toHaveLength(1);
  });

  it('runs no code of Liquid or MDX, and reads the same', () => {
    const words = '{{ site.x }} {% include x %} {# x #} \\{x} /users/{id}';
    const url = 'https://example.com/?q={x}';
    const markdown = markdownOf(
      smallReview({
        title: words,
        context: {
          participants: [{ id: 'p', name: words, role: 'r' }],
          evidence: [{ id: 'a', kind: 'link', text: words, url }],
        },
      }),
    );
    expect(markdown.replaceAll(/^```sh\n.*?^```$/gms, '')).not.toContain('{');
    expect(markdown).not.toMatch(/\{[{%#]/);
    expect(markdown).toContain('(<https://example.com/?q=%7Bx%7D>)');
    expect(markdown).toContain(
      '# &#123;&#123; site.x }} &#123;% include x %} &#123;# x #} \\\\&#123;x} /users/&#123;id}',
    );
    expect(frontMatter(markdown)).toMatchObject({ consulted: [`${words}, r`] });
  });
});
