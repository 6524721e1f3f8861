import { describe, expect, it } from 'vitest';
import { readKeyLine } from '#shared/rounds/at-once.ts';
import { addRound, countsText, disagreements, missingVoters, restsOnSplit, votesOf } from '#shared/rounds/rounds.ts';
import { roundSchema } from '#shared/rounds/schema.ts';
import { type Spread, spreadOf, widest } from '#shared/rounds/spread.ts';
import { inviteWords, roundSpreadWords, SPREAD_WORDS, spreadWords } from '#shared/rounds/words.ts';
import { stageThings } from '#shared/stage/stage-things.ts';
import { answered, smallReview, smallTemplate } from '#test/support/small-review.ts';

describe('the spread of answers without an order', () => {
  it.each([
    ['y', 'agreed'],
    ['yyyyyy', 'agreed'],
    ['yyyyyn', 'leaning'],
    ['yyyynn', 'leaning'],
    ['yyn', 'leaning'],
    ['yyynnn', 'polarised'],
    ['yn', 'polarised'],
    ['yyynnu', 'split'],
    ['yynnuu', 'split'],
    ['yyynn', 'polarised'],
    ['uuuuuu', 'agreed'],
  ] as const)('%s is %s', (answers, spread) => {
    expect(spreadOf([...answers], false)).toBe(spread);
  });
});

describe('the spread of answers on a scale', () => {
  it.each([
    ['333333', 'agreed'],
    ['334344', 'agreed'],
    ['333335', 'leaning'],
    ['122234', 'leaning'],
    ['111555', 'polarised'],
    ['122444', 'polarised'],
    ['12345', 'split'],
    ['113455', 'split'],
    ['15', 'polarised'],
  ] as const)('%s is %s', (answers, spread) => {
    expect(spreadOf([...answers], true)).toBe(spread);
    expect(spreadOf([...answers].toReversed(), true)).toBe(spread);
  });

  it('of nobody is none, and the widest of several counts', () => {
    expect(spreadOf([], true)).toBeNull();
    expect(widest(['agreed', 'polarised', 'leaning'] satisfies Spread[])).toBe('polarised');
    expect(widest([null])).toBeNull();
  });
});

function round(answers: Record<string, string>, more: object = {}) {
  return roundSchema.parse({
    id: 'r1',
    subject: 'rule.one',
    question: 'One?',
    way: 'keyboard',
    present: Object.keys(answers),
    ballots: Object.entries(answers).map(([voter, answer]) => ({
      voter,
      answers: [{ judgement: 'rule.one', answer }],
    })),
    openedAt: '2026-05-04T10:00:00Z',
    revealedAt: '2026-05-04T10:05:00Z',
    ...more,
  });
}

function votes(answers: Record<string, string>) {
  const thing = stageThings(smallReview(), smallTemplate).find(({ id }) => id === 'rule.one');
  if (!thing) throw new Error('The question is there');
  return votesOf(round(answers), thing);
}

describe('a revealed round', () => {
  it('puts the smaller side first, to be heard first', () => {
    const [judgement] = votes({ Ada: 'yes', Ben: 'no', Cleo: 'yes', Dan: 'yes', Eve: 'no' }).judgements;
    expect(judgement?.sides.map(({ text, ballots }) => [text, ballots.map(({ voter }) => voter)])).toEqual([
      ['No', ['Ben', 'Eve']],
      ['Yes', ['Ada', 'Cleo', 'Dan']],
    ]);
    expect(judgement && inviteWords(judgement)).toBe('Hear Ben and Eve first.');
    expect(countsText(votes({ Ada: 'yes', Ben: 'no', Cleo: 'yes' }))).toBe('2 × yes, 1 × no');
  });

  it('of which all say the same has nobody to hear first', () => {
    const [judgement] = votes({ Ada: 'yes', Ben: 'yes' }).judgements;
    expect(judgement && inviteWords(judgement)).toBe('');
  });

  it('that leans says which way, and the record the spread alone', () => {
    const said = (answers: Record<string, string>) => roundSpreadWords(votes(answers));
    expect(said({ Ada: 'yes', Ben: 'no', Cleo: 'yes' })).toBe('Leaning to “Yes”');
    expect(said({ Ada: 'no', Ben: 'no', Cleo: 'yes' })).toBe('Leaning to “No”');
    expect(said({ Ada: 'no', Ben: 'no' })).toBe('Agreed');
    expect(said({ Ada: 'no', Ben: 'yes' })).toBe('Polarised');
    expect(SPREAD_WORDS.leaning).toBe('Leaning');
  });

  it('that leans on a scale lies around its middle, and of two judgements each says its own', () => {
    const risk = stageThings(smallReview(), smallTemplate).find(({ id }) => id === 'risks.ramp');
    if (!risk) throw new Error('The risk is there');
    const [likelihood, impact] = risk.judgements;
    const rated = (...pairs: readonly string[]) =>
      votesOf(
        roundSchema.parse({
          ...round({}),
          present: pairs.map((_, index) => `P${index}`),
          ballots: pairs.map(([likely = '', severe = ''], index) => ({
            voter: `P${index}`,
            answers: [
              { judgement: likelihood?.id, answer: likely },
              { judgement: impact?.id, answer: severe },
            ],
          })),
        }),
        risk,
      );
    const word = (step: number) => likelihood?.choices[step - 1]?.text;
    const severity = (step: number) => impact?.choices[step - 1]?.text;
    const mixed = rated('31', '31', '31', '31', '31', '51');
    expect(mixed.judgements.map(spreadWords)).toEqual([`Leaning to “${word(3)}”`, 'Agreed']);
    expect(roundSpreadWords(mixed)).toBe(`Leaning: ${likelihood?.name} to “${word(3)}”`);
    const between = rated('33', '33', '43', '43', '53', '23');
    expect(between.judgements.map(spreadWords)[0]).toBe(`Leaning between “${word(3)}” and “${word(4)}”`);
    expect(roundSpreadWords(rated('13', '13', '53', '53'))).toBe('Polarised');
    expect(roundSpreadWords(rated('33', '33', '33', '33', '35', '51'))).toBe(
      `Leaning: ${likelihood?.name} to “${word(3)}”, ${impact?.name} to “${severity(3)}”`,
    );
  });

  it('counts hands, of which nobody is known', () => {
    const thing = stageThings(smallReview(), smallTemplate)[1];
    const counts = [
      { judgement: 'rule.one', answer: 'yes', count: 3 },
      { judgement: 'rule.one', answer: 'no', count: 3 },
    ];
    const counted = round({}, { way: 'hands', counts, present: ['Ada'] });
    expect(thing && votesOf(counted, thing).spread).toBe('polarised');
    expect(missingVoters(counted)).toEqual([]);
  });

  it('comes into a review once', () => {
    const review = addRound(smallReview(), round({ Ada: 'yes' }));
    expect(addRound(review, round({ Ada: 'no' }))).toBe(review);
    expect(smallReview()).not.toHaveProperty('rounds');
  });

  it('is what the team does not agree on, until a later one brings it together', () => {
    const split = addRound(smallReview({ rule: answered('yes') }), round({ Ada: 'yes', Ben: 'no' }));
    expect(disagreements(split, smallTemplate).map(({ thing }) => thing.id)).toEqual(['rule.one']);
    expect(restsOnSplit(split, smallTemplate, 'rule')).toEqual(['“One” (1 × no, 1 × yes)']);
    const agreed = addRound(split, round({ Ada: 'yes', Ben: 'yes' }, { id: 'r2' }));
    expect(disagreements(agreed, smallTemplate)).toEqual([]);
    expect(restsOnSplit(agreed, smallTemplate, 'rule')).toEqual([]);
    // Without an answer of the team, nothing rests on it yet.
    expect(restsOnSplit(addRound(smallReview(), round({ Ada: 'yes', Ben: 'no' })), smallTemplate, 'rule')).toEqual([]);
  });
});

describe('a line of keys for a room', () => {
  const things = stageThings(smallReview(), smallTemplate);
  const question = things.find(({ id }) => id === 'rule.one')?.judgements ?? [];
  const risk = things.find(({ id }) => id === 'risks.ramp')?.judgements ?? [];

  it('has a key for each person, and a place for nobody', () => {
    const read = readKeyLine('y N, -u', ['Ada', 'Ben', 'Cleo', 'Dan'], question);
    expect(read.kind === 'read' && read.ballots.map(({ voter, answers }) => [voter, answers[0]?.answer])).toEqual([
      ['Ada', 'yes'],
      ['Ben', 'no'],
      ['Dan', 'unsure'],
    ]);
  });

  it('has two keys for each where there are two answers', () => {
    const read = readKeyLine('43 51', ['Ada', 'Ben'], risk);
    expect(read.kind === 'read' && read.ballots.map(({ answers }) => answers.map(({ answer }) => answer))).toEqual([
      ['4', '3'],
      ['5', '1'],
    ]);
  });

  it.each([
    ['y', 'There is no answer of Ben yet.'],
    ['yx', '“x” of Ben is no answer.'],
    ['ynu', 'There are more answers than people: “u” is left.'],
    ['--', 'Nobody holds up an answer.'],
  ])('that cannot be read says where: %s', (line, problem) => {
    expect(readKeyLine(line, ['Ada', 'Ben'], question)).toEqual({ kind: 'unread', problem });
  });
});
