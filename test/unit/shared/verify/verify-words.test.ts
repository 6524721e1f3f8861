import { describe, expect, it } from 'vitest';
import {
  type CheckedSignature,
  FINDING_CODES,
  type FindingCode,
  VERDICTS,
  type VerifyReport,
  verdictOf,
  weightOf,
} from '#shared/verify/verify.ts';
import { reportLines } from '#shared/verify/verify-text.ts';
import {
  checkLines,
  findingText,
  groupedFingerprint,
  VERDICT_STATUS,
  verdictWords,
} from '#shared/verify/verify-words.ts';
import { shippedText } from '#test/support/shipped.ts';

const EMPTY: VerifyReport = {
  verdict: 'unsigned',
  sealedBytes: null,
  findings: [],
  signatures: [],
  record: null,
  checks: { data: null, printedHash: null, visibleText: null },
};

describe('verdictOf', () => {
  it('takes the verdict that a reader has to act on first', () => {
    expect(verdictOf([])).toBe('intact');
    expect(verdictOf([{ code: 'signer-unknown' }, { code: 'added-unseen' }])).toBe('intact');
    expect(verdictOf([{ code: 'signer-unknown' }, { code: 'text-not-compared' }])).toBe('uncompared');
    expect(verdictOf([{ code: 'added-later' }, { code: 'text-not-compared' }])).toBe('added-to');
    expect(verdictOf([{ code: 'added-later' }, { code: 'keys-not-named' }])).toBe('unsigned');
    expect(verdictOf([{ code: 'no-signature' }, { code: 'not-a-record' }])).toBe('unsigned');
    expect(verdictOf([{ code: 'no-signature' }, { code: 'signature-unchecked' }])).toBe('unreadable');
    expect(verdictOf([{ code: 'signature-unchecked' }, { code: 'added-after-last' }])).toBe('altered');
  });

  it('leads every finding to a verdict of its own or to none', () => {
    for (const code of FINDING_CODES) {
      const weight = weightOf({ code });
      expect(verdictOf([{ code }])).toBe(weight === 'note' ? 'intact' : weight);
    }
  });
});

it('has every finding in its documentation, with the verdict that it leads to and what to do', () => {
  const rows = [...shippedText('docs/verify.md').matchAll(/^\| `([a-z-]+)` \| (\S+) \| \S[^|]*\| \S[^|]*\|$/gm)];
  const documented = Object.fromEntries(rows.map(([, code, weight]) => [code, weight]));
  const said = FINDING_CODES.map((code) => [code, weightOf({ code })] as const);
  expect(documented).toEqual(
    Object.fromEntries(said.map(([code, weight]) => [code, weight === 'note' ? '–' : weight])),
  );
});

it('has every first word in its documentation, with what to do', () => {
  const [, table = ''] =
    /\| first word \| what to do \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(shippedText('docs/verify.md')) ?? [];
  const documented = table
    .trim()
    .split('\n')
    .map((row) => row.split('|').map((cell) => cell.trim()));
  const signatures = [{ state: 'valid', isKnown: true } as CheckedSignature];
  const record = { closedAs: 'agreed' } as NonNullable<VerifyReport['record']>;
  const finding = (code: FindingCode) => [{ code, signature: null, detail: '' }];
  const said = [
    { ...EMPTY, verdict: 'altered' },
    { ...EMPTY, verdict: 'unsigned' },
    { ...EMPTY, verdict: 'unsigned', signatures, record },
    { ...EMPTY, verdict: 'unsigned', signatures },
    { ...EMPTY, verdict: 'unsigned', findings: finding('saved-anew') },
    { ...EMPTY, verdict: 'unreadable' },
    { ...EMPTY, verdict: 'unreadable', findings: finding('version-unknown') },
    { ...EMPTY, verdict: 'uncompared', signatures, record },
    { ...EMPTY, verdict: 'added-to', signatures, record, sealedBytes: 9 },
  ] as const;
  // What to do with an intact record is up to its keys.
  const [intact, ...others] = documented;
  expect(intact?.[1]).toBe(verdictWords({ ...EMPTY, verdict: 'intact' }).word);
  expect(others).toHaveLength(said.length);
  for (const [index, report] of said.entries()) {
    const { word, advice } = verdictWords(report);
    const [, first, todo = ''] = others[index] ?? [];
    expect(first).toBe(word);
    expect(advice.startsWith(todo)).toBe(true);
  }
});

describe('the words of a report', () => {
  it('say every finding in a sentence of its own, with its number and its detail', () => {
    const texts = FINDING_CODES.map((code) => findingText({ code, signature: 2, detail: 'Detail.' }));
    expect(new Set(texts).size).toBe(FINDING_CODES.length);
    for (const text of texts) expect(text).toMatch(/^[A-Z].*\.$/);
    expect(findingText({ code: 'signature-broken', signature: 3, detail: '' })).toMatch(/^Signature 3 /);
    expect(findingText({ code: 'approver-missing', signature: null, detail: 'Ada' })).toContain('Ada');
  });

  it('say each verdict, what it means and what to do', () => {
    const words = VERDICTS.map((verdict) => verdictWords({ ...EMPTY, verdict }));
    expect(words.map(({ word }) => word)).toEqual([
      'Intact',
      'Altered',
      'Unsigned',
      'Unreadable',
      'Seals hold, pages not compared',
      'Added to',
    ]);
    for (const { meaning, advice } of words) expect([meaning, advice].every((text) => text.endsWith('.'))).toBe(true);
    expect(VERDICTS.map((verdict) => VERDICT_STATUS[verdict])).toEqual([0, 1, 2, 3, 5, 6]);
  });

  it('call what is not checked, or saved anew, by a word of its own', () => {
    const unknown = {
      ...EMPTY,
      verdict: 'unreadable',
      findings: [{ code: 'version-unknown', signature: null, detail: '' }],
    };
    expect(verdictWords(unknown as VerifyReport)).toMatchObject({
      word: 'Not checked',
      advice: expect.stringContaining('Update Groundwork'),
    });
    const anew = { ...EMPTY, findings: [{ code: 'saved-anew', signature: null, detail: '' }] };
    expect(verdictWords(anew as VerifyReport)).toMatchObject({
      word: 'Saved anew',
      advice: expect.stringContaining('Ask for the original'),
    });
  });

  it('say of which part they speak where something was added later', () => {
    const texts = checkLines({ ...EMPTY, sealedBytes: 1000 }).map(({ text }) => text);
    expect(texts.every((text) => text.endsWith('in the sealed part'))).toBe(true);
  });

  it('call a signed PDF without a review what it is', () => {
    const signature = {
      state: 'valid',
      coversRevision: true,
      coversDocument: true,
    } as VerifyReport['signatures'][number];
    expect(verdictWords({ ...EMPTY, signatures: [signature] }).word).toBe('Not a record');
  });

  it('name the signatures whose keys are not known, where others are', () => {
    const advice = (...known: readonly boolean[]) => {
      const signatures = known.map((isKnown, index) => ({ number: index + 1, isKnown }) as CheckedSignature);
      return verdictWords({ ...EMPTY, verdict: 'intact', signatures }).advice;
    };
    expect(advice(true, true)).toMatch(/^The keys are known here\./);
    expect(advice(false, false)).toMatch(/^Who holds the keys is not known here\./);
    expect(advice(false, true, false)).toMatch(/^Who holds the keys of signatures 1, 3 is not known here\./);
  });

  it('say once what each kind of signature in it means, and who vouches for it', () => {
    const kinds = ['witnessed', 'own-certificate', 'witnessed'] as const;
    const signatures = kinds.map((kind) => ({ kind, state: 'valid', name: 'Ada', reason: '' }) as CheckedSignature);
    const meanings = reportLines({ ...EMPTY, signatures }).filter((line) => line.includes('vouch'));
    expect(meanings).toEqual([
      expect.stringMatching(/^Witnessed by a workbook: .*those who run it vouch/),
      expect.stringMatching(/^Own certificate: .*the issuer of the certificate vouches/),
    ]);
    expect(reportLines(EMPTY).join('\n')).not.toContain('vouch');
  });

  it('say of each key once whether it is known, if its signature is valid', () => {
    const certificate = { subject: 'Ada', issuer: 'Ada', keySha256: 'ab'.repeat(32) };
    const signature = (number: number, parts: Partial<CheckedSignature>) =>
      ({ number, kind: 'witnessed', state: 'valid', name: '', reason: '', certificate, ...parts }) as CheckedSignature;
    const signatures = [
      signature(1, { isKnown: true }),
      signature(2, { isKnown: false }),
      signature(3, { isKnown: false, state: 'broken' }),
    ];
    const findings = [{ code: 'signer-unknown', signature: 2, detail: '' }] as const;
    const lines = reportLines({ ...EMPTY, verdict: 'altered', signatures, findings });
    expect(lines.filter((line) => /\bABAB\b/.test(line)).map((line) => line.split('ABAB')[0]?.trim())).toEqual([
      'Key known here, fingerprint',
      'Key not known here, fingerprint',
      'Key fingerprint',
    ]);
    expect(lines.filter((line) => line.includes('not known'))).toHaveLength(1);
  });

  it('do not promise what was not checked', () => {
    expect(checkLines(EMPTY).map(({ text }) => text)).toEqual(['Not checked', 'Not checked', 'Not checked']);
    expect(verdictWords({ ...EMPTY, verdict: 'intact' }).meaning).toContain('only the signatures');
    const record = {
      title: 'A',
      component: '',
      reviewId: '',
      edition: 'Revision 1 of 1',
      closedAs: 'agreed' as const,
      objections: [],
      revision: 1,
      savedAt: '',
      contentSha256: '',
      approvers: [],
    };
    const intact = { ...EMPTY, record, verdict: 'intact' } as const;
    expect(verdictWords(intact).meaning).toMatch(/was not compared\.$/);
    const compared = verdictWords({ ...intact, checks: { ...EMPTY.checks, visibleText: true } });
    expect(compared.meaning).toMatch(/pages, hash and data belong together\.$/);
    expect(compared.word).toBe('Intact');
  });

  it('names the dissent of what is intact, with the objection, and says of what is not agreed that it is not', () => {
    const record = {
      title: 'A',
      component: '',
      reviewId: '',
      edition: 'Revision 1 of 1',
      closedAs: 'dissent' as const,
      objections: ['Bo objects: “Not yet.”'],
      revision: 1,
      savedAt: '',
      contentSha256: '',
      approvers: [],
    };
    const dissent = verdictWords({ ...EMPTY, record, verdict: 'intact' });
    expect(dissent.word).toBe('Intact, decided with dissent');
    expect(dissent.meaning).toMatch(/It was decided against an objection\. Bo objects: “Not yet\.”$/);
    const rejected = verdictWords({ ...EMPTY, record: { ...record, closedAs: 'not-agreed' }, verdict: 'intact' });
    expect(rejected.word).toBe('Intact, not agreed');
    const later = verdictWords({ ...EMPTY, record, verdict: 'uncompared' });
    expect(later.meaning).toContain('Bo objects: “Not yet.”');
  });
});

describe('groupedFingerprint', () => {
  it('sets a fingerprint in groups of four', () => {
    expect(groupedFingerprint('0123456789abcdef')).toBe('0123 4567 89AB CDEF');
  });
});
