import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseXml, type XmlElement } from '#shared/base/xml.ts';

const plain = ({ name, text, children }: XmlElement): unknown => [name, text, ...children.map(plain)];

describe('parseXml', () => {
  it('reads elements, text, entities and CDATA, and passes over the rest', () => {
    const { roots, problems } = parseXml(
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "y">]>\n<!-- <b> -->\n<m:a x="1 > 0">\n<b/>one &amp; &#x41;<![CDATA[<c>]]></m:a>',
    );
    expect(roots.map(plain)).toEqual([['a', 'one & A<c>', ['b', '']]]);
    expect(problems).toEqual([]);
  });

  it('says what is not closed and what closes nothing, and reads the rest', () => {
    const { roots, problems } = parseXml('<a>\n<b>1\n</a></c>\n<d>2</d> < 3');
    expect(roots.map(plain)).toEqual([
      ['a', '', ['b', '1']],
      ['d', '2'],
    ]);
    expect(problems).toEqual([
      { line: 2, message: '“<b>” is not closed' },
      { line: 3, message: '“</c>” closes nothing' },
      { line: 4, message: 'a “<” begins no element' },
    ]);
  });

  it('ends on any text, however deep or long', () => {
    const part = fc.constantFrom(
      '<',
      '>',
      '/',
      'a',
      '"',
      "'",
      '<!--',
      '-->',
      '<![CDATA[',
      '<?',
      '&',
      ' ',
      '</a>',
      '<a>',
      '=',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        parseXml(parts.join(''));
      }),
    );
    for (const text of ['<a>'.repeat(20_000), `<a ${'x '.repeat(100_000)}`, '<'.repeat(100_000)]) {
      expect(parseXml(text).problems.length).toBeGreaterThan(0);
    }
  });
});
