import { keyFingerprint } from '#main/certificates/key-fingerprint.ts';
import { contentSha256 } from '#main/files/hash.ts';
import { witnessSigner } from '#main/seal/workbook-keys.ts';
import type { Closed } from '#shared/kinds/sign-off/answers.ts';
import { type SealedSignature, sealedSignatures } from '#shared/kinds/sign-off/closing.ts';
import type { RecordLength } from '#shared/record/model.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { FindingCode } from '#shared/verify/verify.ts';
import { recordFor, signedReview } from '../sealed-record.ts';
import type { Attack, AttackBase } from './attack-base.ts';
import { forgedSeal } from './forged-seal.ts';

const PEOPLE = ['Żaneta Nowak', 'Grace Hopper', 'Ada Byron'];

/** What a record is made of; each may say something else than the others. */
interface Parts {
  /** What the pages print. */
  readonly shown: ReviewDocument;
  /** What travels inside. */
  readonly data?: ReviewDocument;
  readonly length?: RecordLength;
  /** What the seals stand for. */
  readonly seals?: readonly SealedSignature[];
}

/** A record whose pages, data and seals are those that are given, all seals by the workbook. */
async function made({ keys }: AttackBase, { shown, data = shown, length, seals }: Parts): Promise<Uint8Array> {
  const fingerprints = [keyFingerprint(keys.signingKey)];
  let pdf = await recordFor({ review: shown, data, fingerprints, ...(length ? { length } : {}) });
  for (const signature of seals ?? sealedSignatures(data, contentSha256(data))) {
    pdf = await forgedSeal(pdf, signature, witnessSigner(keys, signature.name, signature.signedAt));
  }
  return pdf;
}

function closedAs(review: ReviewDocument, verdict: Closed['verdict'], more: Partial<Closed> = {}): ReviewDocument {
  const closed: Closed = {
    at: '2026-01-05T06:00:00Z',
    by: 'Grace Hopper',
    verdict,
    reason: verdict === 'not-agreed' ? 'Too much is not known.' : '',
    contentSha256: contentSha256(review),
    ...more,
  };
  return { ...review, signOff: { ...review.signOff, closing: 'act' }, closed };
}

function deciding(review: ReviewDocument, rule: ReviewDocument['signOff']['deciding']): ReviewDocument {
  return { ...review, signOff: { ...review.signOff, deciding: rule } };
}

/** The same review, in which the last approver says something else. */
function lastSays(
  review: ReviewDocument,
  verdict: 'approve' | 'object' | 'can-live-with-it',
  comment = '',
): ReviewDocument {
  const { signatures } = review.signOff;
  const last = signatures.length - 1;
  return {
    ...review,
    signOff: {
      ...review.signOff,
      signatures: signatures.map((each, index) => (index === last ? { ...each, verdict, comment } : each)),
    },
  };
}

function withoutSignatures(review: ReviewDocument): ReviewDocument {
  return { ...review, signOff: { ...review.signOff, signatures: [] } };
}

const QUORUM = { rule: 'quorum', quorum: 2 } as const;
const DECIDER = { rule: 'decider', decider: 'approver-2' } as const;

function reviews() {
  const signed = signedReview(PEOPLE);
  const objected = lastSays(deciding(signed, QUORUM), 'object', 'The rollback was never tried.');
  return {
    agreed: closedAs(signed, 'agreed'),
    objected,
    dissent: closedAs(objected, 'dissent'),
    decided: closedAs(deciding(objected, DECIDER), 'dissent'),
    notAgreed: closedAs(deciding(objected, { rule: 'everybody' }), 'not-agreed'),
    nobody: closedAs(withoutSignatures(signed), 'not-agreed'),
    followed: {
      ...closedAs(signed, 'agreed'),
      followUp: [
        { id: 'note-1', on: 'tripwire/load', at: '2026-03-01T00:00:00Z', by: 'Ada', note: 'It held.', state: 'quiet' },
      ],
    } as ReviewDocument,
  };
}

/** Records of each way to close, untouched: what the attacks bend. */
export function decisionRecords(base: AttackBase): Readonly<Record<string, () => Promise<Uint8Array>>> {
  const { agreed, dissent, decided, notAgreed, nobody, followed } = reviews();
  return {
    agreed: () => made(base, { shown: agreed }),
    'agreed, short': () => made(base, { shown: agreed, length: 'short' }),
    'agreed, issued again with what became of it': () => made(base, { shown: followed }),
    dissent: () => made(base, { shown: dissent }),
    'dissent, short': () => made(base, { shown: dissent, length: 'short' }),
    'dissent, by one who decides': () => made(base, { shown: decided }),
    'not agreed': () => made(base, { shown: notAgreed }),
    'not agreed, and nobody signed': () => made(base, { shown: nobody }),
  };
}

/** How a decision came about, told otherwise by pages, data or seals. */
export function decisionAttacks(base: AttackBase): readonly Attack[] {
  const attack = (
    name: string,
    parts: Parts,
    codes: readonly FindingCode[],
    verdict: Attack['verdict'] = 'altered',
  ) => ({
    name,
    verdict,
    codes,
    bytes: () => made(base, parts),
  });
  return [...pagesAgainstData(attack), ...lengths(attack), ...sealsAgainstData(attack), ...closings(attack)];
}

type Make = (name: string, parts: Parts, codes: readonly FindingCode[], verdict?: Attack['verdict']) => Attack;

function pagesAgainstData(attack: Make): readonly Attack[] {
  const { agreed, objected, dissent, decided, notAgreed, nobody, followed } = reviews();
  const differs = (name: string, shown: ReviewDocument, data: ReviewDocument) =>
    attack(name, { shown, data }, ['text-differs']);
  const hidden = closedAs(lastSays(objected, 'approve'), 'agreed');
  const [first] = followed.followUp ?? [];
  const kept = { ...followed, followUp: first ? [{ ...first, note: 'It broke twice.' }] : [] } as ReviewDocument;
  return [
    differs('pages that hide an objection', hidden, dissent),
    differs('pages that show an objection that the data has not', dissent, hidden),
    differs('an objection in other words', closedAs(lastSays(objected, 'object', 'A detail.'), 'dissent'), dissent),
    differs(
      'an objection that became a reluctant yes',
      closedAs(lastSays(objected, 'can-live-with-it'), 'agreed'),
      dissent,
    ),
    differs('a closing only on the pages', dissent, objected),
    differs('a closing only in the data', objected, dissent),
    differs('a closing by somebody else', { ...agreed, closed: { ...closedOf(agreed), by: 'Mallory' } }, agreed),
    differs(
      'a closing at another time',
      { ...agreed, closed: { ...closedOf(agreed), at: '2026-01-09T00:00:00Z' } },
      agreed,
    ),
    differs(
      'another reason for not agreeing',
      { ...notAgreed, closed: { ...closedOf(notAgreed), reason: 'No time.' } },
      notAgreed,
    ),
    differs('pages that call agreed what was not', closedAs(lastSays(notAgreed, 'approve'), 'agreed'), notAgreed),
    differs('pages that call agreed what nobody signed', agreed, nobody),
    differs(
      'pages on which fewer were enough',
      dissent,
      closedAs(deciding(objected, { rule: 'quorum', quorum: 1 }), 'dissent'),
    ),
    differs('pages on which everybody decided', dissent, decided),
    differs(
      'pages on which somebody else decided',
      closedAs(deciding(objected, { rule: 'decider', decider: 'approver-1' }), 'dissent'),
      decided,
    ),
    differs(
      'a rule that was changed late, without a word',
      dissent,
      closedAs(deciding(objected, { ...QUORUM, changedAt: '2026-01-05T03:00:00Z' }), 'dissent'),
    ),
    differs('a page of follow-up in other words', kept, followed),
    differs('a page of follow-up that the data has not', followed, agreed),
    differs('no page for the follow-up that the data has', agreed, followed),
    differs(
      'a decision that does not hold any more, only on the pages',
      {
        ...agreed,
        deprecated: { at: '2026-02-01T00:00:00Z', by: 'Ada', reason: 'It was too slow.' },
      } as ReviewDocument,
      agreed,
    ),
  ];
}

function closedOf(review: ReviewDocument): Closed {
  if (!review.closed) throw new Error('A closed review was expected');
  return review.closed;
}

function lengths(attack: Make): readonly Attack[] {
  const { objected, dissent } = reviews();
  const hidden = closedAs(lastSays(objected, 'approve'), 'agreed');
  const short = (name: string, shown: ReviewDocument, data: ReviewDocument) =>
    attack(name, { shown, data, length: 'short' }, ['text-differs']);
  return [
    short('short pages that hide an objection', hidden, dissent),
    short('short pages of an open review', objected, dissent),
  ];
}

function sealsAgainstData(attack: Make): readonly Attack[] {
  const { agreed, dissent, nobody, notAgreed } = reviews();
  const sealsOf = (review: ReviewDocument) => sealedSignatures(review, contentSha256(review));
  const all = sealsOf(dissent);
  const [closing] = sealsOf(nobody);
  if (!closing) throw new Error('The closing should have a seal');
  return [
    attack(
      'an objection without its seal',
      { shown: dissent, seals: all.slice(0, 2) },
      ['approver-missing'],
      'unsigned',
    ),
    attack('an objection sealed as an approval', { shown: dissent, seals: sealsOf(agreed) }, ['seal-differs']),
    attack('an approval sealed as an objection', { shown: agreed, seals: all }, ['seal-differs']),
    attack(
      'a seal for the closing beside those of people',
      { shown: notAgreed, seals: [...sealsOf(notAgreed), closing] },
      ['seal-extra'],
    ),
    attack('the closing in place of those who signed', { shown: notAgreed, seals: [closing] }, ['seal-differs']),
    attack('people in place of the closing', { shown: nobody, seals: sealsOf(agreed).slice(0, 1) }, ['seal-differs']),
    attack('a closing sealed as somebody else’s', { shown: nobody, seals: [{ ...closing, name: 'Mallory' }] }, [
      'seal-differs',
    ]),
    attack(
      'a closing sealed at another time',
      { shown: nobody, seals: [{ ...closing, signedAt: '2026-01-07T00:00:00Z' }] },
      ['seal-differs'],
    ),
    attack('a closing sealed as an objection', { shown: nobody, seals: [{ ...closing, closes: undefined as never }] }, [
      'seal-differs',
    ]),
    attack('a closing without its seal', { shown: nobody, seals: [] }, ['no-signature'], 'unsigned'),
  ];
}

/** Closings that do not follow from the signatures close nothing, so every approver is missed who did not sign. */
function closings(attack: Make): readonly Attack[] {
  const { dissent, objected, nobody } = reviews();
  const two = { ...objected, signOff: { ...objected.signOff, signatures: objected.signOff.signatures.slice(1) } };
  const missing = (name: string, shown: ReviewDocument) => attack(name, { shown }, ['approver-missing'], 'unsigned');
  return [
    missing('a closing as agreed against an objection, with too few', closedAs(two, 'agreed')),
    missing('a closing as decided, with too few', closedAs(two, 'dissent')),
    missing('a closing for another content', closedAs(two, 'not-agreed', { contentSha256: '0'.repeat(64) })),
    missing(
      'a decider who does not stand among the approvers',
      closedAs(deciding(two, { rule: 'decider', decider: 'approver-9' }), 'dissent'),
    ),
    missing(
      'a decider who has not signed',
      closedAs(deciding(two, { rule: 'decider', decider: 'approver-1' }), 'dissent'),
    ),
    attack(
      'a closing as agreed that nobody signed',
      { shown: closedAs(withoutSignatures(nobody), 'agreed') },
      ['approver-missing'],
      'unsigned',
    ),
    attack('a record that is open, with the pages of a closed one', { shown: dissent, data: two }, [
      'approver-missing',
      'text-differs',
    ]),
  ];
}
