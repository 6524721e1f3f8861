import { describe, expect, it } from 'vitest';
import { parseRoster } from '#shared/kinds/context/roster.ts';

const person = (name: string, role = '', team = '', part: string | null = null) => ({ name, role, team, part });

describe('a pasted list of people', () => {
  it('takes a name a line, with role and team if they are there', () => {
    expect(parseRoster('Ada Lovelace\nGrace Hopper, Lead engineer\r\nLinus T., Developer, Kernel\n\n')).toEqual([
      person('Ada Lovelace'),
      person('Grace Hopper', 'Lead engineer'),
      person('Linus T.', 'Developer', 'Kernel'),
    ]);
  });

  it('reads what spreadsheets, mails and notes give', () => {
    const text = [
      'Name\tRole\tTeam',
      'Ada Lovelace\tArchitect, platform\tPayments',
      '- Grace Hopper <grace@example.org>',
      '2) Linus (Developer, Kernel)',
      'Margaret Hamilton; Quality; Flight',
      '* Barbara, barbara@example.org',
    ].join('\n');
    expect(parseRoster(text)).toEqual([
      person('Ada Lovelace', 'Architect, platform', 'Payments'),
      person('Grace Hopper'),
      person('Linus', 'Developer', 'Kernel'),
      person('Margaret Hamilton', 'Quality', 'Flight'),
      person('Barbara'),
    ]);
  });

  it('knows a part of the review from a role', () => {
    expect(parseRoster('Ada, Decider\nGrace, Architect, Platform, approver\nKim, Advisor')).toEqual([
      person('Ada', '', '', 'decider'),
      person('Grace', 'Architect', 'Platform', 'approver'),
      person('Kim', '', '', 'adviser'),
    ]);
  });

  it.each([
    ['Ada (ada@example.org) Lovelace', 'Ada Lovelace'],
    ['Ada [ada@example.org]', 'Ada'],
    ['Ada  <ada@@example.org>', 'Ada'],
    ['@ada', '@ada'],
    ['ada@', 'ada@'],
    ['Ada @ home', 'Ada @ home'],
    ['Ada < Bo', 'Ada < Bo'],
  ])('leaves out what is an address, and nothing else: %s', (line, name) => {
    expect(parseRoster(line).map((found) => found.name)).toEqual([name]);
  });

  it('takes each person once, and keeps to what a review can hold', () => {
    expect(parseRoster('Ada\n ada \nADA, Lead')).toEqual([person('Ada')]);
    const many = parseRoster(Array.from({ length: 600 }, (_, index) => `P${index}`).join('\n'));
    expect(many).toHaveLength(500);
    expect(parseRoster('x'.repeat(700))[0]?.name).toHaveLength(500);
    expect(parseRoster('  \n\t\n')).toEqual([]);
  });
});
