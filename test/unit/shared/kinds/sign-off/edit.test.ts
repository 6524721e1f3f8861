import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeDecision, newCondition } from '#shared/kinds/decision/edit.ts';
import {
  changeApprover,
  closeCondition,
  earlierSignatures,
  hasSigned,
  looksLikeName,
  newApprover,
  reopenCondition,
  type SignatureInput,
  setApprovers,
  setDeprecated,
  sign,
  witnessInstead,
} from '#shared/kinds/sign-off/edit.ts';
import { signatureSchema } from '#shared/kinds/sign-off/schema.ts';
import { approverStandings, sealKindOf, signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import {
  type Drawing,
  extendStroke,
  isFull,
  pointIn,
  startStroke,
  strokePath,
} from '#shared/kinds/sign-off/strokes.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const empty: ReviewDocument = reviewDocumentSchema.parse({
  id: '6f9619ff-8b86-4d01-b42d-00c04fc964ff',
  createdAt: '2026-03-03T09:00:00Z',
  template: { id: 'fixture', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Cache',
});
const NOW = 'b'.repeat(64);
const BEFORE = 'c'.repeat(64);
const input: SignatureInput = {
  id: 's1',
  verdict: 'approve',
  comment: '',
  typedName: 'Zofia Nowak',
  drawing: [],
  signedAt: '2026-03-03T10:00:00Z',
};
const named = changeApprover(setApprovers(empty, [newApprover('a1')]), 'a1', {
  name: 'Zofia Nowak',
  role: 'Architect',
});

describe('signing', () => {
  it('binds name, role and content to the signature', () => {
    const signed = sign(named, 'a1', input, NOW);
    expect(signed.signOff.signatures).toEqual([
      { ...input, approver: 'a1', name: 'Zofia Nowak', role: 'Architect', contentSha256: NOW },
    ]);
    expect(approverStandings(signed, NOW)[0]?.kind).toBe('signed');
    expect(approverStandings(signed, BEFORE)[0]?.kind).toBe('stale');
    expect(reviewDocumentSchema.parse(signed)).toEqual(signed);
  });

  it('leaves the signed content as it was', () => {
    expect(signedContent(sign(named, 'a1', input, NOW))).toBe(signedContent(empty));
  });

  it('keeps earlier signatures as history, newest first', () => {
    const first = sign(named, 'a1', input, BEFORE);
    const second = sign(first, 'a1', { ...input, id: 's2', verdict: 'object', comment: 'Too early' }, BEFORE);
    const third = sign(second, 'a1', { ...input, id: 's3' }, NOW);
    expect(earlierSignatures(third, 'a1').map(({ id }) => id)).toEqual(['s2', 's1']);
    expect(earlierSignatures(first, 'a1')).toEqual([]);
    expect(approverStandings(third, NOW)[0]).toMatchObject({ kind: 'signed', signature: { id: 's3' } });
  });

  it('does nothing for an unknown or unnamed approver or an empty signature', () => {
    expect(sign(named, 'gone', input, NOW)).toBe(named);
    const unnamed = setApprovers(empty, [newApprover('a1')]);
    expect(sign(unnamed, 'a1', input, NOW)).toBe(unnamed);
    expect(sign(named, 'a1', { ...input, typedName: '  ' }, NOW)).toBe(named);
  });
});

describe('an objection', () => {
  it('has to say why', () => {
    expect(sign(named, 'a1', { ...input, verdict: 'object', comment: ' \n' }, NOW)).toBe(named);
    const signed = sign(named, 'a1', { ...input, verdict: 'object', comment: 'Too early' }, NOW);
    expect(signed.signOff.signatures[0]?.comment).toBe('Too early');
  });

  it('without a reason, as earlier versions took it, is still read', () => {
    const { signOff } = sign(named, 'a1', input, NOW);
    const old = { ...named, signOff: { ...signOff, signatures: [{ ...signOff.signatures[0], verdict: 'object' }] } };
    expect(reviewDocumentSchema.parse(old)).toEqual(old);
  });
});

describe('approvers', () => {
  it('come, go and change places', () => {
    const [first, second] = [newApprover('a1'), newApprover('a2')];
    const swapped = setApprovers(setApprovers(empty, [first, second]), [second, first]);
    expect(swapped.signOff.approvers.map(({ id }) => id)).toEqual(['a2', 'a1']);
    expect(setApprovers(swapped, []).signOff.approvers).toEqual([]);
  });

  it('cannot be renamed or removed once they have signed, even for an earlier version', () => {
    const [zofia] = named.signOff.approvers;
    if (!zofia) throw new Error('Zofia approves');
    const signed = sign(setApprovers(named, [zofia, newApprover('a2')]), 'a1', input, BEFORE);
    expect(hasSigned(signed, 'a1')).toBe(true);
    expect(setApprovers(signed, [newApprover('a2')])).toBe(signed);
    expect(setApprovers(signed, [{ ...zofia, name: 'Somebody Else' }])).toBe(signed);
    expect(changeApprover(signed, 'a1', { name: 'Somebody Else' })).toBe(signed);
    expect(setApprovers(signed, [zofia]).signOff.approvers).toEqual([zofia]);
  });
});

describe('what comes after the signing', () => {
  const closing = { at: '2026-04-01T00:00:00Z', by: 'Zofia', note: 'Granted' };
  const decided = changeDecision(named, { conditions: [newCondition('c1'), newCondition('c2')] });

  it('closes and opens conditions beside what is signed, and leaves nothing behind', () => {
    const closed = closeCondition(decided, 'c1', closing);
    expect(closed.closings).toEqual({ c1: closing });
    expect(signedContent(closed)).toBe(signedContent(decided));
    expect(closeCondition(decided, 'gone', closing)).toBe(decided);
    const both = closeCondition(closed, 'c2', closing);
    expect(reopenCondition(both, 'c1').closings).toEqual({ c2: closing });
    expect(reopenCondition(closed, 'c1')).toEqual(decided);
    expect(reviewDocumentSchema.parse(both)).toEqual(both);
  });

  it('marks a decision as deprecated, and takes that back', () => {
    const mark = { at: '2026-04-01T00:00:00Z', by: 'Zofia', reason: 'The product ended' };
    const marked = setDeprecated(decided, mark);
    expect(marked.deprecated).toEqual(mark);
    expect(signedContent(marked)).toBe(signedContent(decided));
    expect(setDeprecated(marked, null)).toEqual(decided);
  });
});

describe('a typed name', () => {
  it.each([
    ['zofia  nowak', 'Zofia Nowak'],
    ['Nowak, Zofia', 'Zofia Nowak'],
    ['Jose Nunez', 'José Núñez'],
    ['anna-maria OBRIEN', 'Anna Maria OBrien'],
    ['ΖΩΗ', 'Ζωή'],
  ])('%s reads like %s', (typed, name) => expect(looksLikeName(typed, name)).toBe(true));

  it.each([
    ['Zofia', 'Zofia Nowak'],
    ['', 'Zofia Nowak'],
    ['Jan Nowak', 'Zofia Nowak'],
    ['李', '王'],
  ])('“%s” does not read like %s', (typed, name) => expect(looksLikeName(typed, name)).toBe(false));
});

describe('a drawn signature', () => {
  const pad = { left: 10, top: 20, width: 500, height: 200 };

  it('is normalised to its box whatever the size of the pad', () => {
    expect(pointIn(pad, 10, 20)).toEqual([0, 0]);
    expect(pointIn(pad, 260, 120)).toEqual([500, 200]);
    expect(pointIn(pad, 9000, -9000)).toEqual([1000, 0]);
    expect(pointIn({ ...pad, width: 0, height: 0 }, 50, 50)).toEqual([0, 0]);
  });

  it('fits the schema whatever is drawn', () => {
    const coordinate = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1 })), (moves) => {
        let drawing: Drawing = [];
        for (const [first, ...rest] of moves) {
          if (first) drawing = startStroke(drawing, pointIn(pad, ...first));
          for (const point of rest) drawing = extendStroke(drawing, pointIn(pad, ...point));
        }
        expect(signatureSchema.shape.drawing.safeParse(drawing).success).toBe(true);
      }),
    );
  });

  it('goes on as a new stroke when one is full, and stops when all are', () => {
    let drawing = startStroke([], [0, 0]);
    for (let step = 1; step <= 2500; step += 1) drawing = extendStroke(drawing, [(step * 3) % 1000, 0]);
    expect(drawing).toHaveLength(2);
    expect(drawing[1]?.[0]).toEqual(drawing[0]?.at(-1));
    const filled: Drawing = Array.from({ length: 100 }, () => drawing[0] ?? []);
    expect(isFull(filled)).toBe(true);
    expect(isFull(drawing)).toBe(false);
    expect(extendStroke(filled, [500, 399])).toBe(filled);
    expect(startStroke(filled, [1, 1])).toBe(filled);
    expect(signatureSchema.shape.drawing.safeParse(drawing).success).toBe(true);
  });

  it('leaves out steps nobody could see', () => {
    const drawing = startStroke([], [100, 100]);
    expect(extendStroke(drawing, [100.5, 100.5])).toBe(drawing);
    expect(extendStroke(drawing, [104, 100])).toEqual([
      [
        [100, 100],
        [104, 100],
      ],
    ]);
  });

  it('becomes a path, and a dot where the pen only touched', () => {
    expect(
      strokePath([
        [1, 2],
        [3, 4.5],
      ]),
    ).toBe('M1 2L3 4.5');
    expect(strokePath([[1, 2]])).toBe('M1 2h0');
    expect(strokePath([])).toBe('');
  });
});

describe('sealing without an own certificate', () => {
  const certificate = { subject: 'Zofia', issuer: 'Company', sha256: NOW };
  const AT = '2026-02-01T00:00:00Z';
  const signed = sign(
    sign(named, 'a1', { ...input, certificate }, BEFORE),
    'a1',
    { ...input, id: 's2', certificate },
    NOW,
  );

  it('is noted for the latest signature, outside of what is signed', () => {
    const noted = witnessInstead(signed, ['a1'], AT);
    expect(noted.witnessedInstead).toEqual({ s2: { at: AT } });
    expect(signedContent(noted)).toBe(signedContent(signed));
    expect(reviewDocumentSchema.parse(noted)).toEqual(noted);
    expect(noted.signOff.signatures.map((each) => sealKindOf(noted, each))).toEqual([
      'own-certificate',
      'witnessed-instead',
    ]);
  });

  it('is noted of nobody who is witnessed anyhow, or has not signed', () => {
    const witnessed = sign(named, 'a1', input, NOW);
    expect(witnessInstead(witnessed, ['a1', 'nobody'], AT)).toBe(witnessed);
  });
});
