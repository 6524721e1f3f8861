import { assertNever } from '#shared/base/assert-never.ts';
import { isBlank } from '#shared/base/limits.ts';
import { departures } from '#shared/departures/departures.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { gainsOf } from '#shared/kinds/evidence/gains.ts';
import { quantity } from '#shared/kinds/evidence/measures.ts';
import { candidateName, optionRanking } from '#shared/kinds/options/options.ts';
import { questionAnswer } from '#shared/kinds/questions/answers.ts';
import { questionStanding } from '#shared/kinds/questions/questions.ts';
import { QUESTION_STANDING_WORDS } from '#shared/kinds/questions/words.ts';
import { exposurePlaces, placeText } from '#shared/kinds/risks/exposure-places.ts';
import { exposure, exposureLevel, residualExposure, risksOf } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import { explainFlips } from '#shared/kinds/rule/explain.ts';
import { screeningResult } from '#shared/kinds/screening/screening.ts';
import type { Tone } from '#shared/record/model.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { disagreements } from '#shared/rounds/rounds.ts';
import type { SplitResult } from '#shared/rounds/split-votes.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import type { StageKind, StageThing } from './judgement.ts';

/** What follows from the answers to a thing on the stage, in as few words as a room can read at a distance. */
export interface WhatFollows {
  readonly title: string;
  /** The result in a word or two each; several while it is a range. */
  readonly results: readonly { readonly text: string; readonly tone: Tone }[];
  readonly lines: readonly string[];
  /** What the lines are, where they need a heading. */
  readonly linesTitle: string;
  /** That it rests on a split vote; empty when it does not. */
  readonly warning: string;
}

type Result = Omit<WhatFollows, 'warning'>;

/** What follows from the review for one thing of it; null where nothing does. */
export function whatFollows(review: ReviewDocument, template: Template, thing: StageThing): WhatFollows | null {
  const follows = resultOf(review, template, thing);
  return follows && { ...follows, warning: splitWarning(review, template, thing) };
}

/** In as few words as a room can read: which answers the votes were split over. */
function splitWarning(review: ReviewDocument, template: Template, { kind, id }: StageThing): string {
  const apart = disagreements(review, template).filter(({ thing }) =>
    thing.judgements.some(({ value }) => value !== null),
  );
  const section = RESULT_OF[kind];
  const under = apart.filter(({ thing }) =>
    // The exposure of a risk is its own; a decision rests on all that comes before it.
    section === 'risks' ? thing.id === id : section === 'decision' || thing.section === section,
  );
  if (section === undefined || under.length === 0) return '';
  const [first, ...others] = under.map(({ thing }) => thing.name);
  if (section === 'risks') return 'The vote on it was split';
  return `Rests on a split vote: ${first}${others.length > 0 ? ` and ${others.length} more` : ''}`;
}

const RESULT_OF: Readonly<Partial<Record<StageKind, SplitResult>>> = {
  question: 'rule',
  signal: 'screening',
  'project-kind': 'options',
  criterion: 'options',
  risk: 'risks',
  decision: 'decision',
};

function resultOf(review: ReviewDocument, template: Template, thing: StageThing): Result | null {
  switch (thing.kind) {
    case 'question':
      return outcome(review, template);
    case 'signal':
      return lean(review, template);
    case 'choices':
      return choicesTaken(review, template, thing.item);
    case 'project-kind':
      return verdict(review, template);
    case 'criterion':
      return ranking(review, template);
    case 'measure':
      return gain(review, template, thing.item);
    case 'risk':
      return riskExposure(review, template, thing.item);
    case 'decision':
      return decided(review, template);
    case 'section':
      return null;
    default:
      return assertNever(thing.kind);
  }
}

function outcome(review: ReviewDocument, template: Template): Result | null {
  const result = ruleResult(review, template);
  if (!result) return null;
  const answered = result.yes.length + result.no.length + result.unsure.length > 0;
  const flips = explainFlips(result);
  return {
    title: result.settled || !answered ? 'Outcome' : 'Outcome, not settled yet',
    results: answered
      ? result.possible.map(({ name, lean: tone }) => ({ text: name, tone }))
      : [{ text: 'No answers yet', tone: 'neutral' }],
    linesTitle: 'What would change it',
    lines: answered && flips.length === 0 ? ['Nothing: no single answer changes it.'] : answered ? flips : [],
  };
}

const LEAN_TEXTS = { for: 'Leans towards it', open: 'Leans neither way', against: 'Leans away from it' } as const;

function lean(review: ReviewDocument, template: Template): Result | null {
  const result = screeningResult(review, template);
  if (!result) return null;
  return {
    title: 'Signals so far',
    results: [{ text: LEAN_TEXTS[result.lean], tone: result.lean }],
    linesTitle: '',
    lines: [`${result.fit.length} for, ${result.misfit.length} against`],
  };
}

function choicesTaken(review: ReviewDocument, template: Template, id: string): Result | null {
  const questions = (sectionOf(template, 'questions')?.groups ?? []).flatMap((group) => group.questions);
  const question = questions.find((entry) => entry.id === id);
  if (!question) return null;
  const answer = questionAnswer(review, id);
  const standing = questionStanding(question, answer);
  const tone = ({ high: 'warning', medium: 'open', none: 'for' } as const satisfies Record<string, Tone>)[
    standing as 'high'
  ];
  return {
    title: 'Answer so far',
    results: [{ text: QUESTION_STANDING_WORDS[standing], tone: tone ?? 'neutral' }],
    linesTitle: '',
    lines: question.choices.filter((choice) => answer.choices.includes(choice.id)).map(({ name }) => name),
  };
}

function verdict(review: ReviewDocument, template: Template): Result | null {
  const section = sectionOf(template, 'options');
  const chosen = section?.projectKinds.find(({ id }) => id === partOf(review, 'options').projectKind);
  if (!section || !chosen) return null;
  return {
    title: 'The source names',
    results: chosen.candidates.map((id) => ({ text: candidateName(review, section, id), tone: 'neutral' })),
    linesTitle: '',
    lines: [chosen.help],
  };
}

function ranking(review: ReviewDocument, template: Template): Result | null {
  const result = optionRanking(review, template);
  if (!result) return null;
  const leader = result.winner ?? (result.leaders.length === 1 ? result.leaders[0]?.candidate : null);
  return {
    title: 'Ranking',
    results: leader
      ? [{ text: result.winner ? `${leader.name} wins` : `${leader.name} leads`, tone: result.winner ? 'for' : 'open' }]
      : [],
    linesTitle: '',
    lines: [
      ...result.options.map(({ candidate, mean }) => `${candidate.name}: ${mean === null ? '–' : mean.toFixed(2)}`),
      ...(result.missing > 0
        ? [result.missing === 1 ? '1 score is missing' : `${result.missing} scores are missing`]
        : []),
    ],
  };
}

function gain(review: ReviewDocument, template: Template, id: string): Result | null {
  const found = gainsOf(review, template).find(({ measure }) => measure.id === id);
  if (!found) return null;
  const { unit, entry } = found.measure;
  const figures = [
    ['Today', entry.baseline],
    ['Target', entry.target],
    ['Measured', entry.measured],
  ] as const;
  return {
    title: 'Figures',
    results: figures.flatMap(([name, value]) =>
      value === null ? [] : [{ text: `${name}: ${quantity(value, unit)}`, tone: 'neutral' as const }],
    ),
    linesTitle: '',
    lines: found.sentences,
  };
}

function riskExposure(review: ReviewDocument, template: Template, id: string): Result | null {
  const risk = risksOf(review, template).find((entry) => entry.id === id);
  if (!risk) return null;
  const { assessment, raisedBecause } = risk;
  const raised = raisedBecause === '' ? [] : [raisedBecause];
  if (assessment.applicable === false) {
    return {
      title: 'Exposure',
      results: [{ text: 'Does not apply', tone: 'neutral' }],
      linesTitle: '',
      lines: isBlank(assessment.reason) ? raised : [assessment.reason],
    };
  }
  const before = exposure(assessment.likelihood, assessment.impact);
  const after = residualExposure(assessment);
  const places = exposurePlaces(review, template, 'before');
  const place = places.get(id);
  return {
    title: 'Exposure',
    results: before === null ? [{ text: 'Not rated yet', tone: 'neutral' }] : [exposureResult(before)],
    linesTitle: '',
    lines: [
      ...(place && places.size > 1 ? [`Place ${placeText(place)} of ${places.size} rated risks`] : []),
      ...(before !== null && after !== null && after !== before
        ? [`After the response: ${exposureResult(after).text}`]
        : []),
      ...raised,
    ],
  };
}

function exposureResult(value: number): WhatFollows['results'][number] {
  const level = exposureLevel(value);
  return { text: EXPOSURE_WORDS[level], tone: level };
}

function decided(review: ReviewDocument, template: Template): Result | null {
  const choice = chosenDecision(review, template);
  if (!choice) return null;
  const departing = departures(review, template).length;
  const conditions = review.decision.conditions.filter(({ met }) => !met).length;
  return {
    title: 'Decision',
    results: [{ text: choice.name, tone: choice.lean }],
    linesTitle: '',
    lines: [
      ...(isBlank(review.decision.statement) ? [] : [review.decision.statement]),
      ...(conditions === 0 ? [] : [conditions === 1 ? 'One open condition' : `${conditions} open conditions`]),
      ...(departing === 0
        ? []
        : [departing === 1 ? 'One departure from the review' : `${departing} departures from the review`]),
    ],
  };
}
