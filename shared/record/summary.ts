import { conditionNote, decisionOf, reviewAgain } from '#shared/kinds/decision/record.ts';
import { wayBackText } from '#shared/kinds/decision/way-back.ts';
import { splitOption, splitText } from '#shared/kinds/options/options.ts';
import { applyingRisks, exposureBadge, responseText, riskCount } from '#shared/kinds/risks/record-risk-list.ts';
import { inherentExposure, residualExposure } from '#shared/kinds/risks/risks.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { answerBadge, outcomeOf } from '#shared/kinds/rule/record.ts';
import { fitOf } from '#shared/kinds/screening/record.ts';
import { openConditions, trackedConditions } from '#shared/kinds/sign-off/conditions.ts';
import { recordSignatures } from '#shared/kinds/sign-off/record.ts';
import { sectionOf } from '#shared/template/template.ts';
import { clip } from './blocks.ts';
import { recordDepartures } from './departures.ts';
import type { RecordSummary, RecordTopRisk } from './model.ts';
import type { RecordSource } from './source.ts';

/** Lengths at which the first page cuts a text, in UTF-16 code units; the sections print it whole. */
const LINE = 180;
const TEXT = 600;
const TOP_RISKS = 5;

/** What a busy reader needs, short enough for one page. */
export function recordSummary(source: RecordSource, openPoints: number): RecordSummary {
  const { review, template } = source;
  const questions = sectionOf(template, 'rule')?.questions ?? [];
  const decision = decisionOf(source);
  const open = new Set(openConditions(review).map(({ id }) => id));
  return {
    component: clip(review.component, LINE),
    candidate: clip(review.candidate, LINE),
    current: clip(review.current, LINE),
    decision: decision && { ...decision, statement: clip(decision.statement, TEXT) },
    outcome: outcomeOf(source),
    fit: fitOf(source),
    split: clip(splitText(splitOption(review, template)), LINE),
    answers: questions.map((question) => {
      const { text, tone } = answerBadge(ruleAnswer(review, question.id).answer);
      return { name: question.name, answer: text, tone };
    }),
    departures: recordDepartures(source).map((departure) => ({ ...departure, reason: clip(departure.reason, LINE) })),
    topRisks: topRisks(source),
    riskCount: sectionOf(template, 'risks') ? riskCount(source) : '',
    // Open ones first: they are what a reader has to act on.
    conditions: trackedConditions(review)
      .map((condition) => ({ ...condition, met: !open.has(condition.id) }))
      .toSorted((left, right) => Number(left.met) - Number(right.met))
      .map((condition) => ({
        met: condition.met,
        text: clip(condition.text, LINE),
        note: clip(conditionNote(condition), LINE),
      })),
    reviewAgain: clip(reviewAgain(source), TEXT),
    wayBack: clip(wayBackText(review, template), TEXT),
    signatures: recordSignatures(source),
    openPoints,
  };
}

function topRisks(source: RecordSource): readonly RecordTopRisk[] {
  return applyingRisks(source)
    .slice(0, TOP_RISKS)
    .flatMap((risk): readonly RecordTopRisk[] => {
      const before = exposureBadge(inherentExposure(risk.assessment));
      if (!before) return [];
      const after = exposureBadge(residualExposure(risk.assessment));
      return [
        { number: risk.number, name: clip(risk.name, LINE), before, after, response: responseText(risk.assessment) },
      ];
    });
}
