import { trackedMeasures } from '#shared/kinds/evidence/measures.ts';
import { optionCell } from '#shared/kinds/options/answers.ts';
import { criteriaOf, endsText } from '#shared/kinds/options/criteria.ts';
import { comparedCandidates } from '#shared/kinds/options/options.ts';
import { type ReviewRisk, risksOf } from '#shared/kinds/risks/risks.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { signalOf } from '#shared/kinds/screening/answers.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { digitKey, fiveSteps, type Judgement, type StageThing } from './judgement.ts';

const RULE_CHOICES = [
  { value: 'yes', text: ANSWER_WORDS.yes, key: 'y', tone: 'for' },
  { value: 'no', text: ANSWER_WORDS.no, key: 'n', tone: 'against' },
  { value: 'unsure', text: ANSWER_WORDS.unsure, key: 'u', tone: 'open' },
] as const satisfies Judgement['choices'];

/** The questions of the rule. */
export function ruleThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  return (sectionOf(template, 'rule')?.questions ?? []).map((question): StageThing => {
    const id = anchor('rule', question.id);
    return {
      id,
      section: 'rule',
      kind: 'question',
      item: question.id,
      name: question.name,
      text: question.question,
      judgements: [
        {
          id,
          name: 'Answer',
          choices: RULE_CHOICES,
          isScale: false,
          value: ruleAnswer(review, question.id).answer,
          place: { kind: 'question', question: question.id },
        },
      ],
    };
  });
}

const SIGNAL_CHOICES = [
  { value: 'yes', text: 'Yes', key: 'y' },
  { value: 'no', text: 'No', key: 'n' },
] as const satisfies Judgement['choices'];

/** The signals of the screening. A signal that nobody ticked is not there. */
export function screeningThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  const section = sectionOf(template, 'screening');
  return [...(section?.fit ?? []), ...(section?.misfit ?? [])].map((signal): StageThing => {
    const id = anchor('screening', signal.id);
    return {
      id,
      section: 'screening',
      kind: 'signal',
      item: signal.id,
      name: signal.name,
      text: signal.help,
      judgements: [
        {
          id,
          name: 'Signal',
          choices: SIGNAL_CHOICES,
          isScale: false,
          value: signalOf(review, signal.id).present ? 'yes' : 'no',
          place: { kind: 'signal', signal: signal.id },
        },
      ],
    };
  });
}

/** The kind of project, then the criteria, each with a score for every candidate compared. */
export function optionThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  const section = sectionOf(template, 'options');
  if (!section) return [];
  const candidates = comparedCandidates(review, section);
  const kindId = anchor('options', 'project-kind');
  const projectKind: StageThing = {
    id: kindId,
    section: 'options',
    kind: 'project-kind',
    item: '',
    name: 'Kind of project',
    text: 'Which kind of project is this?',
    judgements: [
      {
        id: kindId,
        name: 'Kind of project',
        choices: section.projectKinds.map(({ id, name }, index) => ({ value: id, text: name, key: digitKey(index) })),
        isScale: false,
        value: partOf(review, 'options').projectKind,
        place: { kind: 'project-kind' },
      },
    ],
  };
  const criteria = criteriaOf(review, section).map(
    (criterion): StageThing => ({
      id: anchor('options', criterion.id),
      section: 'options',
      kind: 'criterion',
      item: criterion.id,
      name: criterion.name,
      text: [criterion.help, endsText(criterion)].filter((part) => part !== '').join(' '),
      judgements: candidates.map((candidate) => ({
        id: anchor('options', criterion.id, candidate.id),
        name: candidate.name,
        choices: fiveSteps(),
        isScale: true,
        value: scale(optionCell(review, criterion.id, candidate.id).score),
        place: { kind: 'score', criterion: criterion.id, candidate: candidate.id },
      })),
    }),
  );
  return [...(section.projectKinds.length > 0 ? [projectKind] : []), ...criteria];
}

/** The questions of a questionnaire; any number of their choices may be taken, so that there is no one answer. */
export function questionThings(_review: ReviewDocument, template: Template): readonly StageThing[] {
  return (sectionOf(template, 'questions')?.groups ?? []).flatMap((group) =>
    group.questions.map(
      ({ id, name }): StageThing => ({
        id: anchor('questions', id),
        section: 'questions',
        kind: 'choices',
        item: id,
        name: group.name,
        text: name,
        judgements: [],
      }),
    ),
  );
}

/** The measures that the review uses. Figures are not judged, so they have no answers to choose from. */
export function evidenceThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  return trackedMeasures(review, template).map(
    ({ id, name, help }): StageThing => ({
      id: anchor('evidence', id),
      section: 'evidence',
      kind: 'measure',
      item: id,
      name,
      text: help,
      judgements: [],
    }),
  );
}

/** All risks. Rating one says that it applies. */
export function riskThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  const section = sectionOf(template, 'risks');
  if (!section) return [];
  return risksOf(review, template).map(
    (risk): StageThing => ({
      id: anchor('risks', risk.id),
      section: 'risks',
      kind: 'risk',
      item: risk.id,
      name: risk.name,
      text: risk.help,
      judgements: [
        riskRating(risk, 'likelihood', 'Likelihood', section.likelihoodWords),
        riskRating(risk, 'impact', 'Impact', section.impactWords),
      ],
    }),
  );
}

function riskRating(
  { id, assessment }: ReviewRisk,
  field: 'likelihood' | 'impact',
  name: string,
  words: readonly string[],
): Judgement {
  return {
    id: anchor('risks', id, field),
    name,
    choices: fiveSteps(words),
    isScale: true,
    value: scale(assessment[field]),
    place: { kind: 'rating', risk: id, field },
  };
}

/** The decision, as one of the choices of the template. */
export function decisionThings(review: ReviewDocument, template: Template): readonly StageThing[] {
  const section = sectionOf(template, 'decision');
  if (!section) return [];
  const id = anchor('decision', 'choice');
  return [
    {
      id,
      section: 'decision',
      kind: 'decision',
      item: '',
      name: section.title,
      text: 'What does the team decide?',
      judgements: [
        {
          id,
          name: 'Decision',
          choices: section.choices.map(({ id: value, name, lean }, index) => ({
            value,
            text: name,
            key: digitKey(index),
            tone: lean,
          })),
          isScale: false,
          value: review.decision.choice,
          place: { kind: 'decision' },
        },
      ],
    },
  ];
}

function scale(value: number | null): string | null {
  return value === null ? null : String(value);
}
