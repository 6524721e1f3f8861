import { describe, expect, it } from 'vitest';
import { reviewOfAdr, supersededAdr } from '#main/record/forms/adr-file.ts';
import { adrLabel, adrLink } from '#main/record/forms/adr-name.ts';

const ID = '975fafc1-72ba-4d27-8df0-1dc6a4a59c07';
const NEWER = { label: 'ADR-0006', link: '[0006-on](0006-on.md)' };
const mark = (text: string) => supersededAdr(text, NEWER);

describe('the review of a record', () => {
  it.each([
    `---\ngroundwork-review: "${ID}"\n---\n`,
    `---\ngroundwork-review: '${ID}'\n---\n`,
    `---\ngroundwork-review: ${ID} # ours\n---\n`.replace(' # ours', ''),
    `---\r\nstatus: x\r\nGroundwork-Review : ${ID.toUpperCase()}\r\n---\r\n`,
    `\uFEFF---\n"groundwork-review": "${ID}"\n---\n`,
    `+++\ngroundwork-review = "${ID}"\n+++\n`,
    `Title\n=====\n\n:status: accepted\n:groundwork-review: ${ID}\n`,
    `# Title\n\n- Status: accepted\n- **groundwork-review:** ${ID}\n`,
    `<!-- groundwork-review: ${ID} -->\n# Title\n`,
    `| groundwork-review | ${ID} |\n`,
  ])('is found in %j', (text) => {
    expect(reviewOfAdr(text)).toBe(ID);
  });

  it.each([
    '',
    `# About ${ID}\n`,
    `groundwork-review: ${ID}0\n`,
    `see groundwork-review: ${ID}\n`,
    `${'x\n'.repeat(3000)}groundwork-review: ${ID}`,
  ])('is not found in %j', (text) => {
    expect(reviewOfAdr(text)).toBeNull();
  });
});

describe('a superseded record', () => {
  it.each([
    ['front matter', '---\nstatus: "accepted"\n---\n# A\n', '---\nstatus: "superseded by ADR-0006"\n---\n# A\n'],
    [
      'single quotes',
      "---\nstatus: 'accepted'\ndate: x\n---\n",
      "---\nstatus: 'superseded by ADR-0006'\ndate: x\n---\n",
    ],
    ['a key with a capital', '---\nStatus: Accepted\n---\n', '---\nStatus: Superseded by ADR-0006\n---\n'],
    [
      'a key in capitals',
      '---\r\nSTATUS:   accepted\r\nx: 1\r\n---\r\n',
      '---\r\nSTATUS: superseded by ADR-0006\r\nx: 1\r\n---\r\n',
    ],
    [
      'a value of several lines',
      '---\nstatus:\n  - accepted\n  - final\ndate: x\n---\n',
      '---\nstatus: superseded by ADR-0006\ndate: x\n---\n',
    ],
    ['a list', '# A\n\n- Status: accepted\n', '# A\n\n- Status: superseded by [0006-on](0006-on.md)\n'],
    ['a bold list', '# A\n\n* **Status:** Accepted\n', '# A\n\n* **Status:** Superseded by [0006-on](0006-on.md)\n'],
    [
      'bold before the colon',
      '# A\n\n- **Status**: accepted\n',
      '# A\n\n- **Status**: superseded by [0006-on](0006-on.md)\n',
    ],
    ['a line', '# A\n\nStatus: accepted\n\n## B\n', '# A\n\nStatus: superseded by [0006-on](0006-on.md)\n\n## B\n'],
    [
      'a field',
      'A\n=\n\n:status: accepted\n:date: x\n',
      'A\n=\n\n:status: superseded by [0006-on](0006-on.md)\n:date: x\n',
    ],
    [
      'a table',
      '# A\n\n| Status | Accepted |\n| --- | --- |\n',
      '# A\n\n| Status | Superseded by [0006-on](0006-on.md) |\n| --- | --- |\n',
    ],
    [
      'a heading',
      '# A\n\n## Status\n\nAccepted\n\n## Context\n',
      '# A\n\n## Status\n\nSuperseded by [0006-on](0006-on.md)\n\n## Context\n',
    ],
    [
      'a heading with a number',
      '# A\n\n## 1. Status\naccepted\n',
      '# A\n\n## 1. Status\nsuperseded by [0006-on](0006-on.md)\n',
    ],
    [
      'a heading that says it',
      '# A\n\n## Status: Accepted\n',
      '# A\n\n## Status: Superseded by [0006-on](0006-on.md)\n',
    ],
    [
      'an underlined heading',
      'A\n===\n\nStatus\n------\n\nAccepted\n',
      'A\n===\n\nStatus\n------\n\nSuperseded by [0006-on](0006-on.md)\n',
    ],
    [
      'a heading over a list',
      '# A\n\n## Status\n\n- **Accepted**\n- Reviewed\n',
      '# A\n\n## Status\n\n- **Superseded by [0006-on](0006-on.md)**\n- Reviewed\n',
    ],
  ])('is marked in %s', (_, text, expected) => {
    expect(mark(text)).toEqual({ text: expected, places: 1 });
    expect(mark(expected).text).toBe(expected);
  });

  it('is marked in every place at once, and nowhere else', () => {
    const text = `---\nStatus: 'accepted'\n---\n\n# A\n\n- Status: accepted\n\n## Context\n\nStatus: accepted means so.\n\n## Status\n\nAccepted\n\nSupersedes [1](0001-a.md)\n`;
    const { text: marked, places } = mark(text);
    expect(places).toBe(3);
    expect(marked).toBe(
      `---\nStatus: 'superseded by ADR-0006'\n---\n\n# A\n\n- Status: superseded by [0006-on](0006-on.md)\n\n## Context\n\nStatus: accepted means so.\n\n## Status\n\nSuperseded by [0006-on](0006-on.md)\n\nSupersedes [1](0001-a.md)\n`,
    );
  });

  it.each([
    '# A\n\nNo word of it.\n',
    '',
    '# A\n\n## Status\n\n## Context\n',
    '# A\n\n## Statuses\n\nmany\n',
    '---\nmy-status: x\n---\n',
  ])('stays as it is where it says no status: %j', (text) => {
    expect(mark(text)).toEqual({ text, places: 0 });
  });
});

describe('how records name each other', () => {
  it.each([
    ['0006-on.md', 'ADR-0006'],
    ['adr-031-on.md', 'ADR-031'],
    ['ADR054-On.md', 'ADR-054'],
    ['rfc-12-on.md', 'RFC-12'],
    ['013_on.rst', 'ADR-013'],
    ['20240102-on.md', '20240102-on'],
    ['2024-01-02-on.md', '2024-01-02-on'],
    ['on.md', 'on'],
    ['old/0006-on.md', 'ADR-0006'],
    ['0006-on/README.md', 'ADR-0006'],
  ])('%s is %s', (path, label) => {
    expect(adrLabel(path)).toBe(label);
  });

  it.each([
    ['0001-a.md', '0002-b.md', '[0002-b](0002-b.md)'],
    ['old/0001-a.md', '0002-b.md', '[0002-b](../0002-b.md)'],
    ['0001-a.md', 'old/0002-b.md', '[0002-b](old/0002-b.md)'],
    ['old/0001-a.md', 'old/0002-b.md', '[0002-b](0002-b.md)'],
    ['0001-a/README.md', '0002-b/README.md', '[0002-b](../0002-b/README.md)'],
    ['1. A.md', '2. Why [c]#?.md', '[2. Why \\[c\\]#?](2.%20Why%20%5Bc%5D%23%3F.md)'],
  ])('from %s to %s: %s', (from, to, link) => {
    expect(adrLink(from, to)).toBe(link);
  });
});
