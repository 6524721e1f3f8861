import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameProblem, suggestedFileName } from '#shared/contract/file-name.ts';

describe('suggestedFileName', () => {
  it.each([
    ['Read States: Go → Rust?', 'pdf', 'read-states-go-rust.pdf'],
    ['Zażółć gęślą jaźń', 'markdown', 'zażółć-gęślą-jaźń.md'],
    ['Ελληνικά / Кириллица', 'json', 'ελληνικά-кириллица.json'],
    ['../../etc/passwd', 'pdf', 'etc-passwd.pdf'],
    ['CON', 'pdf', 'review-con.pdf'],
    ['…!?', 'pdf', 'review.pdf'],
    ['', 'json', 'review.json'],
    ['A, b', 'csv', 'a-b.csv'],
    ['A, b', 'structurizr', 'a-b-structurizr.json'],
  ] as const)('makes of “%s” as %s the name %s', (title, form, name) => {
    expect(suggestedFileName(title, form)).toBe(name);
  });

  it('is always a name that can be used, and not too long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const name = suggestedFileName(title, 'pdf');
        expect(fileNameProblem(name, 'pdf')).toBeNull();
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(124);
        expect(name.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('fileNameProblem', () => {
  it.each([
    ['a/b.pdf', 'character'],
    ['a\\b.pdf', 'character'],
    ['..\\x.pdf', 'character'],
    ['a\u0000.pdf', 'character'],
    ['a\n.pdf', 'character'],
    ['a:b.pdf', 'character'],
    ['a.md', 'end in .pdf'],
    ['pdf', 'end in .pdf'],
    ['.pdf', 'begin'],
    [' a.pdf', 'begin'],
    ['con.pdf', 'Windows'],
    ['LPT1.x.pdf', 'Windows'],
    [`${'é'.repeat(130)}.pdf`, 'too long'],
  ])('refuses %j', (name, reason) => {
    expect(fileNameProblem(name, 'pdf')).toContain(reason);
  });

  it.each(['a.pdf', 'Decision 1.PDF', 'zażółć.pdf', 'console.pdf', 'a.b-c_(d).pdf'])('accepts %j', (name) => {
    expect(fileNameProblem(name, 'pdf')).toBeNull();
  });
});
