import { TooMuchWork } from '#main/pdf/work-budget.ts';
import { laterChange } from '#main/verify/later-changes.ts';
import type { Objects } from '../pdf-forgery.ts';
import type { GuardCheck } from './check.ts';
import { catalog, page, stream, updatedTiny } from './tiny-pdf.ts';

/** What came later than a part of a file, and whether that can change what is seen. */
export function laterChecks(): readonly GuardCheck[] {
  return [...documents(), ...notes(), ...signatures()];
}

type Options = Parameters<typeof updatedTiny>[2];

const nothingSeen = ['unseen', 'properties'];

function later(
  name: string,
  before: Objects,
  update: Objects,
  is: readonly string[],
  options: Options = {},
): GuardCheck {
  return {
    name: `later: ${name}`,
    said: () => {
      const { effect, what } = laterChange(...updatedTiny(before, update, options));
      return [effect, ...what];
    },
    is,
  };
}

function documents(): readonly GuardCheck[] {
  const dss = { 1: catalog('/DSS 20 0 R'), 20: '<< /Type /DSS >>' };
  return [
    later('an update that leads back to nothing', {}, { 9: '(a)' }, ['content', 'something that is no part of a PDF'], {
      trailer: { Prev: null },
    }),
    later('a catalog that cannot be read', {}, { 1: '<< /Type' }, ['content', 'something that cannot be read']),
    later('another catalog', {}, { 9: catalog('') }, ['content', 'another document'], { trailer: { Root: '9 0 R' } }),
    later('validation data', {}, dss, ['unseen', 'validation data']),
    later('something beside validation data that was there', dss, { 9: '(a)' }, nothingSeen),
    later('properties', {}, { 9: '(a)' }, nothingSeen),
    later('another catalog entry', {}, { 1: catalog('/PageLabels << /Nums [] >>') }, ['content', 'another catalog']),
    later('a page more', {}, { 2: '<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R 3 0 R] /Count 4 >>' }, [
      'content',
      'other pages',
    ]),
    later('a page turned', {}, { 4: page('/Rotate 90') }, ['content', 'other content of a page']),
    later('another content under its number', {}, { 6: stream('Q q') }, ['content', 'other content']),
    later('another content that is free', {}, {}, ['content', 'other content'], { free: [6] }),
    later('what only the way up leads to', { 6: stream('q Q', '/P 20 0 R'), 20: '(a)' }, { 20: '(b)' }, nothingSeen),
  ];
}

function notes(): readonly GuardCheck[] {
  const note = (entries: string) => `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] ${entries} >>`;
  const withNote = { 3: page('/Annots [20 0 R]'), 20: note('/AP << /N 21 0 R >>'), 21: stream('q') };
  const changed = ['shown', 'a changed note on page 1'];
  return [
    later('a note on a page like the one before', {}, { 5: page('/Annots [20 0 R]'), 20: note('') }, [
      'shown',
      'a note on page 3',
    ]),
    later(
      'a note more in the list that two pages share',
      { 3: page('/Annots 40 0 R'), 4: page('/Annots 40 0 R'), 40: '[]' },
      { 40: '[20 0 R]', 20: note('') },
      ['shown', 'a note on page 1'],
    ),
    later('a note that waited', { 20: note('') }, { 3: page('/Annots [20 0 R]') }, ['shown', 'a note on page 1']),
    later('a note that was announced', { 3: page('/Annots [20 0 R]') }, { 20: note('') }, changed),
    later('a note that is free', withNote, {}, changed, { free: [20] }),
    later('a note that is nowhere, before and after', { 3: page('/Annots [20 0 R]') }, { 9: '(a)' }, nothingSeen),
    later('a note as it was', withNote, { 9: '(a)' }, nothingSeen),
    later('a note that draws something else', withNote, { 21: stream('Q') }, changed),
    later(
      'a note that draws something else of the same length, by a stream of its own',
      withNote,
      { 20: note('/AP << /N 22 0 R >>'), 22: stream('q') },
      changed,
    ),
    later(
      'a note with a value that stands elsewhere now',
      { 3: page('/Annots [20 0 R]'), 20: note('/C [1 0 0]') },
      { 20: note('/C 22 0 R'), 22: '[1 0 0]' },
      nothingSeen,
    ),
    later('a note with a list more', withNote, { 20: note('/AP << /N 21 0 R >> /C [1]') }, changed),
    later(
      'a note with a list that is longer',
      { 3: page('/Annots [20 0 R]'), 20: note('/C [1]') },
      { 20: note('/C [1 1]') },
      changed,
    ),
    later(
      'a note with a list in place of a number',
      { 3: page('/Annots [20 0 R]'), 20: note('/C 1') },
      { 20: note('/C [1]') },
      changed,
    ),
    later(
      'a note with a number in place of a list',
      { 3: page('/Annots [20 0 R]'), 20: note('/C [1]') },
      { 20: note('/C 1') },
      changed,
    ),
    later(
      'a note with a dictionary in place of a number',
      { 3: page('/Annots [20 0 R]'), 20: note('/C 1') },
      { 20: note('/C << /P 1 >>') },
      changed,
    ),
    later('a note that names its page', withNote, { 20: note('/AP << /N 21 0 R >> /P 3 0 R') }, nothingSeen),
    {
      name: 'later: more work than is done for a file',
      said: () => {
        const [before, after] = updatedTiny({}, { 9: '(a)' });
        const tired = () => {
          throw new TooMuchWork('It takes too long.');
        };
        try {
          return laterChange(before, { ...after, resolve: tired }).effect;
        } catch (error) {
          return String(error);
        }
      },
      is: 'TooMuchWork: It takes too long.',
    },
    later('no notes any more', withNote, { 3: page('') }, ['shown', 'fewer notes on page 1']),
  ];
}

function signatures(): readonly GuardCheck[] {
  const widget = (entries: string) => ({ 3: page('/Annots [20 0 R]'), 20: `<< /Subtype /Widget ${entries} >>` });
  const hidden = ['unseen', 'a signature that shows nowhere'];
  const form = { 1: catalog('/AcroForm 30 0 R') };
  return [
    later('a signature without a place', {}, widget('/FT /Sig'), ['shown', 'a signature that shows on page 1']),
    later('a signature without a width', {}, widget('/FT /Sig /Rect [5 0 5 9]'), hidden),
    later('a signature without a height', {}, widget('/FT /Sig /Rect [0 5 9 5]'), hidden),
    later('a signature with a place', {}, widget('/FT /Sig /Rect [0 0 9 9]'), [
      'shown',
      'a signature that shows on page 1',
    ]),
    later('a field', {}, widget('/FT /Tx /Rect [0 0 0 0]'), ['shown', 'a form field on page 1']),
    later('a form with scripts', {}, { ...form, 30: '<< /XFA (a) >>' }, ['shown', 'a form with scripts']),
    later('a form', {}, { ...form, 30: '<< /Fields [] >>' }, nothingSeen),
    later('a form with other scripts', { ...form, 30: '<< /Fields [] >>' }, { 30: '<< /Fields [] /XFA (a) >>' }, [
      'shown',
      'a form with scripts',
    ]),
    later('a form with fewer fields', { ...form, 30: '<< /Fields [9 0 R] >>' }, { 30: '<< /Fields [] >>' }, [
      'shown',
      'fewer fields',
    ]),
  ];
}
