import { describe, expect, it } from 'vitest';
import { approverStandings, signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { conflictWords } from '#shared/merge/conflict-words.ts';
import { mergeReviews } from '#shared/merge/merge-reviews.ts';
import { conflictKey, type Side } from '#shared/merge/versions.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

type Content = Record<string, unknown>;

/** Merges what became of a small review in two places. */
function merge(base: Content | readonly Content[], a: Content, b: Content, choices?: ReadonlyMap<string, Side>) {
  const bases = (Array.isArray(base) ? base : [base]).map((content: Content) => smallReview(content));
  const versions = [smallReview(a), smallReview(b)] as const;
  const merged = mergeReviews(bases, ...versions, choices);
  const told = merged.conflicts.map((conflict) => {
    const { title, lines } = conflictWords(conflict, versions, smallTemplate);
    return lines.map(
      ({ where, before, a: left, b: right }) => `${title}: ${where.join(' › ')}: ${before} → ${left} | ${right}`,
    );
  });
  return { ...merged, told: told.flat() };
}

const answer = (one: Content) => ({ rule: { answers: { one } } });

describe('one answer of a review', () => {
  it('comes from the version that changed it', () => {
    const { document, conflicts } = merge(
      answer({ answer: 'yes', rationale: 'Old' }),
      { rule: { answers: { one: { answer: 'yes', rationale: 'Old' }, two: { answer: 'no' } } } },
      { ...answer({ answer: 'no', rationale: 'We measured.' }), component: 'Parser' },
    );
    expect(conflicts).toEqual([]);
    expect(document.component).toBe('Parser');
    expect(document.rule.answers).toMatchObject({
      one: { answer: 'no', rationale: 'We measured.' },
      two: { answer: 'no' },
    });
  });

  it('is asked about with both values and their reasons where both changed it', () => {
    const { document, told } = merge(
      answer({ answer: 'unsure', rationale: '' }),
      answer({ answer: 'yes', rationale: 'Two bugs a year.' }),
      answer({ answer: 'no', rationale: 'None since 2020.' }),
    );
    expect(told).toEqual([
      'Rule: One › answer: Not sure → Yes | No',
      'Rule: One › rationale:  → Two bugs a year. | None since 2020.',
    ]);
    expect(document.rule.answers.one).toMatchObject({ answer: 'yes', rationale: 'Two bugs a year.' });
  });

  it('never gets a reason that was given for another one', () => {
    const base = answer({ answer: 'yes', rationale: 'Old' });
    const { told, conflicts } = merge(
      base,
      answer({ answer: 'no', rationale: 'Old' }),
      answer({ answer: 'yes', rationale: 'Because it is so.' }),
    );
    expect(told).toEqual([
      'Rule: One › answer: Yes → No | Yes',
      'Rule: One › rationale: Old → Old | Because it is so.',
    ]);
    const choices = new Map(conflicts.map((conflict) => [conflictKey(conflict), 'b' as const]));
    const chosen = merge(
      base,
      answer({ answer: 'no', rationale: 'Old' }),
      answer({ answer: 'yes', rationale: 'Because it is so.' }),
      choices,
    );
    expect(chosen.document.rule.answers.one).toMatchObject({ answer: 'yes', rationale: 'Because it is so.' });
  });

  it('is taken where both changed it in the same way, one of them with a reason', () => {
    const { document, conflicts } = merge(
      {},
      answer({ answer: 'no' }),
      answer({ answer: 'no', rationale: 'We measured.' }),
    );
    expect(conflicts).toEqual([]);
    expect(document.rule.answers.one).toMatchObject({ answer: 'no', rationale: 'We measured.' });
  });

  it('keeps what both added to it', () => {
    const evidence = (id: string) => ({ id, kind: 'text', text: `Seen by ${id}` });
    const { document, conflicts } = merge(
      {},
      answer({ answer: 'yes', evidence: [evidence('ada')] }),
      answer({ answer: 'yes', evidence: [evidence('ben')] }),
    );
    expect(conflicts).toEqual([]);
    expect(document.rule.answers.one?.evidence).toEqual([evidence('ada'), evidence('ben')]);
  });
});

const people = (...participants: readonly Content[]) => ({ context: { participants } });
const [ada, ben, cleo] = ['Ada', 'Ben', 'Cleo'].map((name) => ({ id: name.toLowerCase(), name, role: '' }));

describe('a list of a review', () => {
  it('has what both added and not what one removed', () => {
    const dan = { id: 'dan', name: 'Dan', role: '' };
    const { document, conflicts } = merge(
      people({ ...ada }, { ...ben }),
      people({ ...ada }, { ...ben }, { ...cleo }),
      people({ ...dan }, { ...ben }),
    );
    expect(conflicts).toEqual([]);
    expect(document.context.participants.map(({ name }) => name)).toEqual(['Dan', 'Ben', 'Cleo']);
  });

  it('has new rows in the same order whichever version comes first', () => {
    const [a, b] = [people({ ...cleo }), people({ ...ben })];
    const names = (...versions: readonly [Content, Content]) =>
      merge({}, ...versions).document.context.participants.map(({ name }) => name);
    expect(names(a, b)).toEqual(['Ben', 'Cleo']);
    expect(names(b, a)).toEqual(['Ben', 'Cleo']);
  });

  it('keeps a row that one removed and the other changed, and asks', () => {
    const base = people({ ...ada }, { ...ben });
    const [a, b] = [people({ ...ada }), people({ ...ada }, { ...ben, role: 'Lead' })];
    const { document, told, conflicts } = merge(base, a, b);
    expect(document.context.participants.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
    expect(told).toEqual(['Context: Participants › Ben: Ben →  | Ben; role: Lead']);
    const [conflict] = conflicts;
    if (!conflict) throw new Error('nothing is asked');
    expect(merge(base, a, b, new Map([[conflictKey(conflict), 'a']])).document.context.participants).toHaveLength(1);
  });

  it('keeps a row that one removed and the other has come to refer to, and asks', () => {
    const option = { id: 'stay-put', name: 'Stay', pros: [], cons: [] };
    const { document, told } = merge(
      { decision: { options: [option] } },
      { decision: { options: [] } },
      { decision: { options: [option], chosenOption: 'stay-put' } },
    );
    expect(document.decision).toMatchObject({ options: [option], chosenOption: 'stay-put' });
    expect(told).toEqual(['Decision: Options › Stay: Stay →  | Stay']);
  });

  it('has the order of the version that moved its rows, and asks where both did', () => {
    const base = people({ ...ada }, { ...ben }, { ...cleo });
    const moved = people({ ...cleo }, { ...ada }, { ...ben });
    const named = people({ ...ada, role: 'Lead' }, { ...ben }, { ...cleo });
    expect(merge(base, named, moved)).toMatchObject({
      conflicts: [],
      document: { context: { participants: [{ name: 'Cleo' }, { name: 'Ada', role: 'Lead' }, { name: 'Ben' }] } },
    });
    const other = people({ ...ben }, { ...ada }, { ...cleo });
    expect(merge(base, moved, other).told).toEqual([
      'Context: Participants › order: Ada, Ben, Cleo → Cleo, Ada, Ben | Ben, Ada, Cleo',
    ]);
  });

  it('is left out again when nothing is left of it', () => {
    const row = (id: string) => ({ id, kind: 'action', text: id, owner: '', due: null, status: 'open', place: '' });
    const { document, conflicts } = merge({ toDo: [row('x'), row('y')] }, { toDo: [row('x')] }, { toDo: [row('y')] });
    expect(conflicts).toEqual([]);
    expect(document.toDo).toBeUndefined();
  });
});

describe('what was added to a review over time', () => {
  const signature = (id: string, signedAt: string, contentSha256: string) => ({
    id,
    approver: 'ada',
    name: 'Ada',
    verdict: 'approve',
    typedName: 'Ada',
    signedAt,
    contentSha256,
  });
  const signed = (...signatures: readonly Content[]) => ({ signOff: { approvers: [{ ...ada }], signatures } });

  it('stands in the order of time, whichever version it comes from, and never twice', () => {
    const first = signature('s1', '2026-01-01T10:00:00Z', '1'.repeat(64));
    const second = signature('s2', '2026-01-02T10:00:00Z', '2'.repeat(64));
    const third = signature('s3', '2026-01-03T10:00:00Z', '3'.repeat(64));
    const { document, conflicts } = merge(signed(), signed(first, third), signed(first, second));
    expect(conflicts).toEqual([]);
    expect(document.signOff.signatures.map(({ id }) => id)).toEqual(['s1', 's2', 's3']);
  });

  it('is a signature that counts no more where the other version changed the content', () => {
    const hash = (text: string) => (text === signedContent(smallReview(signed())) ? '1'.repeat(64) : '2'.repeat(64));
    const own = signature('s1', '2026-01-01T10:00:00Z', '1'.repeat(64));
    const changed = { ...signed(), ...answer({ answer: 'no' }) };
    const alone = merge(signed(), signed(own), signed()).document;
    expect(approverStandings(alone, hash(signedContent(alone)))).toMatchObject([{ kind: 'signed' }]);
    const both = merge(signed(), signed(own), changed).document;
    expect(both.signOff.signatures).toHaveLength(1);
    expect(approverStandings(both, hash(signedContent(both)))).toMatchObject([{ kind: 'stale' }]);
  });

  it('is the time that both used', () => {
    const used = (seconds: number, last: string) => ({ agenda: { used: { rule: seconds }, last } });
    const { document, conflicts } = merge(used(100, 'rule'), used(160, 'path'), used(130, 'rule'));
    expect(conflicts).toEqual([]);
    expect(document.agenda).toMatchObject({ used: { rule: 190 }, last: 'path' });
  });
});

describe('a start that is not known', () => {
  it('makes a question of every difference, and keeps what only one has', () => {
    const { document, told } = merge([], { component: 'Parser', ...people({ ...ada }) }, { component: 'Lexer' });
    expect(told).toEqual([
      'The review: Component: null → Parser | Lexer',
      'Context: Participants › Ada: null → Ada | ',
    ]);
    expect(document).toMatchObject({ component: 'Parser', context: { participants: [{ name: 'Ada' }] } });
  });

  it('that may be one of several takes only what all of them agree on', () => {
    const bases = [answer({ answer: 'yes' }), answer({ answer: 'no' })];
    const { told, document } = merge(
      bases,
      { ...answer({ answer: 'no' }), component: 'Parser' },
      answer({ answer: 'yes' }),
    );
    expect(told).toEqual(['Rule: One › answer: null → No | Yes']);
    expect(document.component).toBe('Parser');
  });
});

it('every way of what belongs together leads to fields of a review', async () => {
  const { kindList, rulesOf } = await import('#shared/kinds/index.ts');
  const { reviewDocumentSchema } = await import('#shared/review/review.ts');
  const { formOf } = await import('#shared/merge/form.ts');
  const form = formOf(reviewDocumentSchema);
  for (const kind of kindList) {
    for (const [way, together] of Object.entries(rulesOf(kind).mergeRules)) {
      const steps = [kind === 'sign-off' ? 'signOff' : kind, ...way.split('.').filter(Boolean)];
      const holder = steps.reduce<ReturnType<typeof formOf> | undefined>((at, step) => {
        if (at?.kind === 'fields') return at.fields.get(step);
        return step === '*' && (at?.kind === 'entries' || at?.kind === 'rows') ? at.of : undefined;
      }, form);
      const names = together.flatMap(({ head, with: rest }) => [...head, ...rest]);
      const fields = holder?.kind === 'fields' ? holder.fields : new Map();
      expect(
        names.filter((name) => !fields.has(name)),
        `${kind} ${way}`,
      ).toEqual([]);
    }
  }
  expect(kindsTemplate.sections.length).toBe(kindList.length);
});
