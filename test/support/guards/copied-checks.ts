import { readableTexts } from '#main/verify/page-text.ts';
import { foreignPart } from '#main/verify/record-form.ts';
import type { Objects } from '../pdf-forgery.ts';
import type { GuardCheck } from './check.ts';
import { catalog, pageShowing, stream, tiny } from './tiny-pdf.ts';

const LETTERS = '1 beginbfrange <0041> <005A> <0041> endbfrange 1 beginbfchar <0061> <D840DC00> endbfchar';
const AB = '<00410042> Tj';

/** What pages have to be copied in place of their glyphs, and whether it is what these say. */
export function copiedChecks(): readonly GuardCheck[] {
  return [...comparisons(), ...drawn(), ...texts(), ...records()];
}

/** A stretch of a page with a text to copy in place of what it shows. */
const copying = (text: string, shown: string) => `/Span << /ActualText ${text} >> BDC ${shown} EMC`;

const textOf = (codes: string) => readableTexts(tiny(pageShowing(LETTERS, codes)))[0];

function comparisons(): readonly GuardCheck[] {
  const copied = (name: string, codes: string, is: boolean): GuardCheck => ({
    name: `copied: ${name}`,
    said: () => textOf(codes)?.isCopiedAsShown,
    is,
  });
  return [
    copied('nothing', AB, true),
    copied('the same letters', copying('(AB)', AB), true),
    copied('the same letters from the other end, with signs', copying('<FEFF0042200E0041002D0020>', AB), true),
    copied('the same letter of two halves', copying('<FEFFD840DC00>', '<0061> Tj'), true),
    copied('another letter with the same half', copying('<FEFFD840DC01>', '<0061> Tj'), false),
    copied('the same letters twice', copying('(AB)', copying('(BA)', AB)), true),
    copied('other letters within', copying('(AB)', copying('(AC)', AB)), false),
    copied('other letters around', copying('(AC)', copying('(AB)', AB)), false),
    copied('a letter less', copying('(A)', AB), false),
    copied('a letter more', copying('(ABB)', AB), false),
    copied('a figure more', copying('(AB1)', AB), false),
    copied('nothing in place of letters', copying('()', AB), false),
    copied('letters in place of nothing', copying('(AB)', ''), false),
    copied('letters that stand before', `${AB} ${copying('(AB)', '')}`, false),
    copied('letters that stand behind', `${copying('(AB)', '')} ${AB}`, false),
    copied('signs in place of nothing', copying('<FEFF200E200E>', ''), true),
    copied('other letters first', `${copying('(B)', AB)} ${copying('(AB)', AB)}`, false),
    copied(
      'around parts without one',
      copying('(AB)', '/P BMC <0041> Tj EMC /P << /MCID 0 >> BDC <0042> Tj EMC'),
      true,
    ),
    copied('without an end', `/Span << /ActualText (B) >> BDC ${AB}`, false),
    copied('behind an end of nothing', `EMC ${copying('(AB)', AB)}`, true),
  ];
}

/** A page that may draw a form, object 23, and with what. */
const drawing = (form: string, objects: Objects = {}): Objects => ({
  ...pageShowing(LETTERS, AB, '/Resources << /Font << /F 20 0 R >> /XObject << /X 23 0 R >> >>'),
  23: form,
  ...objects,
});
const form = (codes: string, resources = '') => stream(`BT /F 9 Tf ${codes} ET`, `/Subtype /Form ${resources}`);
const WITHIN = '/Resources << /Font << /F 20 0 R >> /XObject << /X 24 0 R >> >>';
const ITSELF = '/Resources << /XObject << /X 23 0 R >> >>';

function drawn(): readonly GuardCheck[] {
  const copied = (name: string, objects: Objects, is: boolean): GuardCheck => ({
    name: `copied: ${name}`,
    said: () => readableTexts(tiny(objects))[0]?.isCopiedAsShown ?? null,
    is,
  });
  return [
    copied('the same letters in a form with the fonts of the page', drawing(form(copying('(AB)', AB))), true),
    copied('the same letters in a form with fonts of its own', drawing(form(copying('(AB)', AB), WITHIN)), true),
    copied('other letters in a form', drawing(form(copying('(AC)', AB))), false),
    copied('other letters within a form', drawing(form(AB, WITHIN), { 24: form(copying('(AC)', AB)) }), false),
    copied('a form that draws itself', drawing(form(AB, ITSELF)), true),
    copied('a picture', drawing(stream('a', '/Subtype /Image /Filter /DCTDecode')), true),
  ];
}

function texts(): readonly GuardCheck[] {
  return [
    { name: 'copied: letters that are shown', said: () => textOf(AB)?.all, is: 'AB\n' },
    { name: 'copied: letters that are only copied', said: () => textOf(copying('(AB)', ''))?.all, is: '\nAB' },
  ];
}

function records(): readonly GuardCheck[] {
  const part = (name: string, objects: Objects, is: string | null): GuardCheck => ({
    name: `form: ${name}`,
    said: () =>
      foreignPart(
        tiny({
          1: catalog('/Names << /EmbeddedFiles << /Names [(a) 9 0 R] >> >> /AF [9 0 R]'),
          ...objects,
        }),
      ),
    is,
  });
  return [
    part('the words shown, to copy', pageShowing(LETTERS, copying('(BA.)', AB)), null),
    part('other words, to copy', pageShowing(LETTERS, copying('(BC.)', AB)), 'words to copy that are not those shown'),
    part('what it draws as a whole', drawing(form(AB, WITHIN)), null),
    part(
      'layers in what it draws as a whole',
      drawing(form(AB, '/Resources << /Properties << >> >>')),
      '“Properties” among what a page draws with',
    ),
  ];
}
