import { moreThanSignature } from '#main/verify/revisions.ts';
import type { Objects } from '../pdf-forgery.ts';
import type { GuardCheck } from './check.ts';
import { catalog, page, updatedTiny } from './tiny-pdf.ts';

/** What the update of a signature may do, and what is more than that. */
export function updateChecks(): readonly GuardCheck[] {
  return [
    ...FIELDS.map(([name, field]) =>
      update(`a field ${name}`, {}, { ...FORM, 20: field }, 'The fields of the form were changed.'),
    ),
    update('a signature', {}, SIGNATURE, null),
    update(
      'a signature with parts that lead back to it',
      {},
      { ...SIGNATURE, 21: '<< /Up [20 0 R] /Self 21 0 R >>' },
      null,
    ),
    update(
      'a signature whose field stands in the form itself',
      {},
      {
        1: catalog('/AcroForm << /Fields [<< /FT /Sig /V 21 0 R >>] >>'),
        21: '<< >>',
        3: page('/Annots [<< /FT /Sig >>]'),
      },
      'Notes on a page were changed.',
    ),
    update(
      'a signature in place of another field',
      WITH_FIELD,
      { ...SIGNATURE, 22: '<< /FT /Sig /V 21 0 R >>', 30: '<< /Fields [22 0 R 20 0 R] >>' },
      'The fields of the form were changed.',
    ),
    update(
      'a note on the third page',
      {},
      { ...SIGNATURE, 5: page('/Annots [22 0 R]'), 22: '<< /Subtype /Stamp >>' },
      'Notes on a page were changed.',
    ),
    update(
      'a note more in the list of a page',
      LISTED,
      { ...SIGNATURE, 40: '[41 0 R 22 0 R]', 22: '<< /Subtype /Stamp >>' },
      'Notes on a page were changed.',
    ),
    update(
      'another note in the list of a page',
      LISTED,
      { ...SIGNATURE, 40: '[20 0 R]' },
      'Notes on a page were changed.',
    ),
    update('the field in the list of a page', LISTED, { ...SIGNATURE, 40: '[41 0 R 20 0 R]' }, null),
    update('another content under its number', {}, { ...SIGNATURE, 6: '(a)' }, 'Content was changed.'),
    update('a content that is free', {}, SIGNATURE, 'Content was changed.', { free: [6] }),
    update('something that nothing leads to', {}, { ...SIGNATURE, 50: '(a)' }, 'More was added.'),
    update(
      'something that only the content of before leads to',
      { 6: '<< /Waits 50 0 R >>' },
      { ...SIGNATURE, 50: '(a)' },
      'More was added.',
    ),
    update(
      'something that only the content of the page of the field leads to',
      { 6: '<< /Waits 50 0 R >>' },
      { ...SIGNATURE, 20: '<< /FT /Sig /V 21 0 R /P 3 0 R >>', 50: '(a)' },
      'More was added.',
    ),
    ...Object.entries(WAITING).map(([name, value]) =>
      update(`what waited ${name}`, { 6: value }, SIGNATURE, 'Content was changed.'),
    ),
    update('a page that is no page any more', {}, { ...SIGNATURE, 4: 'null' }, 'A page was changed.'),
    update('no form', {}, { 50: '(a)' }, 'The form is missing.'),
    update(
      'pages that go in circles',
      { 2: '<< /Type /Pages /Kids [2 0 R] >>' },
      SIGNATURE,
      'The pages cannot be listed.',
    ),
    update(
      'permissions where there were others',
      { 1: catalog('/Perms << /DocMDP 9 0 R >>') },
      { ...SIGNATURE, 1: catalog('/AcroForm 30 0 R /Perms << /DocMDP 21 0 R >>') },
      'The permissions were changed.',
    ),
  ];
}

const FORM: Objects = { 1: catalog('/AcroForm 30 0 R'), 30: '<< /Fields [20 0 R] /SigFlags 3 >>' };
/** What a signature brings: a form with its field, and what the field holds. */
const SIGNATURE: Objects = { ...FORM, 20: '<< /FT /Sig /V 21 0 R >>', 21: '<< /Type /Sig >>' };
const WITH_FIELD: Objects = {
  1: catalog('/AcroForm 30 0 R'),
  30: '<< /Fields [10 0 R] /SigFlags 3 >>',
  10: '<< /FT /Tx >>',
};
const LISTED: Objects = {
  3: page('/Annots 40 0 R'),
  4: page('/Annots 40 0 R'),
  40: '[41 0 R]',
  41: '<< /Subtype /Link >>',
};
const FIELDS = [
  ['for a text', '<< /FT /Tx /V << >> >>'],
  ['without a signature', '<< /FT /Sig >>'],
  ['that is none', '(a)'],
  ['that is nowhere', 'null'],
] as const;
const WAITING: Readonly<Record<string, string>> = {
  'in a list': '[1 [20 0 R]]',
  'in a dictionary': '<< /A << /B 21 0 R >> >>',
  'beside a stream': '<< /A 30 0 R /Length 1 >>\nstream\nq\nendstream',
  'by itself': '20 0 R',
};

function update(name: string, before: Objects, after: Objects, is: string | null, options = {}): GuardCheck {
  return { name: `update: ${name}`, said: () => moreThanSignature(...updatedTiny(before, after, options)), is };
}
