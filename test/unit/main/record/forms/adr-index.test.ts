import { describe, expect, it } from 'vitest';
import { indexOffer } from '#main/record/forms/adr-index.ts';

const entry = { path: '0003-which-way.md', title: 'Which | way?', status: 'accepted', date: '2026-11-29' };
const records = ['0001-a.md', '0002-b.md'];
const offer = (text: string, more: Partial<typeof entry> = {}, paths = records) =>
  indexOffer(text, { index: 'README.md', records: paths, entry: { ...entry, ...more } });

const TABLE = `# Decisions

| ADR | Title | Status | Date |
| --- | --- | --- | --- |
| [0001](0001-a.md) | First | Accepted | 2024-01-02 |
| [0002](0002-b.md) | Second | Proposed | 2024-02-03 |

More.
`;

describe('a list of records', () => {
  it.each([
    ['a table', TABLE, '| [0003](0003-which-way.md) | Which \\| way? | Accepted | 2026-11-29 |'],
    [
      'a table with a column of numbers',
      '| # | Decision | Owner |\n|---|---|---|\n| 1 | [First](./0001-a.md) | Ada |\n| 2 | [Second](./0002-b.md) | Bob |\n',
      '| 3 | [Which \\| way?](./0003-which-way.md) |  |',
    ],
    ['a list', '- [1. First](0001-a.md)\n- [2. Second](0002-b.md)\n', '- [3. Which \\| way?](0003-which-way.md)'],
    [
      'links by number',
      '* [ADR-0001](0001-a.md) - First\n* [ADR-0002](0002-b.md) - Second\n',
      '* [ADR-0003](0003-which-way.md)',
    ],
    ['links by name', '- [0001-a](0001-a.md)\n- [0002-b](0002-b.md)\n', '- [0003-which-way](0003-which-way.md)'],
    ['links by title', '1. [First](0001-a.md)\n2. [Second](0002-b.md)\n', '3. [Which \\| way?](0003-which-way.md)'],
    [
      'numbers before the link',
      '- ADR 0001: [First](0001-a.md)\n- ADR 0002: [Second](0002-b.md)\n',
      '- ADR 0003: [Which \\| way?](0003-which-way.md)',
    ],
  ])('gets a line in the form of the others: %s', (_, text, line) => {
    expect(offer(text)?.line).toBe(line);
  });

  it('gets it after the last one, and all else stays', () => {
    const text = offer(TABLE)?.text ?? '';
    expect(text.split('\n').toSpliced(6, 1).join('\n')).toBe(TABLE);
    const windows = offer(TABLE.replaceAll('\n', '\r\n'))?.text ?? '';
    expect(windows.replaceAll('\r\n', '\n')).toBe(text);
  });

  it('gets it at the top where the newest stands there', () => {
    const text = '# A\n\n- [0002-b](0002-b.md)\n- [0001-a](0001-a.md)\n';
    expect(offer(text)?.text).toBe(
      '# A\n\n- [0003-which-way](0003-which-way.md)\n- [0002-b](0002-b.md)\n- [0001-a](0001-a.md)\n',
    );
  });

  it('is followed by dates and folders', () => {
    const dated = '- [2024-01-02 First](2024-01-02-a.md)\n';
    expect(offer(dated, { path: '2026-11-29-which-way.md' }, ['2024-01-02-a.md'])?.line).toBe(
      '- [Which \\| way?](2026-11-29-which-way.md)',
    );
    const folders = '- [1](0001-a/README.md)\n';
    expect(offer(folders, { path: '0003-x/README.md' }, ['0001-a/README.md'])?.line).toBe('- [3](0003-x/README.md)');
  });

  it.each([
    ['it lists no records', '# Decisions\n\nSee [the guide](guide.md).\n'],
    ['it only mentions one', 'We began with [the first](0001-a.md).\n'],
    ['it has the new one', `${TABLE}| [0003](0003-which-way.md) | Which way | | |\n`],
    ['it is empty', ''],
  ])('is left alone when %s', (_, text) => {
    expect(offer(text)).toBeNull();
  });
});
