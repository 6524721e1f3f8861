import { departures, owesReason } from '#shared/departures/departures.ts';
import { auditGaps, auditTotals } from '#shared/kinds/audit/audit.ts';
import { ruleResult } from '#shared/kinds/decision/decision.ts';
import { wayBackOf, wayBackText } from '#shared/kinds/decision/way-back.ts';
import { gainBars } from '#shared/kinds/evidence/gain-bars.ts';
import { gainsOf } from '#shared/kinds/evidence/gains.ts';
import { measuresWithoutBaseline } from '#shared/kinds/evidence/measures.ts';
import { paybackOf } from '#shared/kinds/evidence/payback.ts';
import type { Range } from '#shared/kinds/evidence/payback-range.ts';
import { paybackSentences } from '#shared/kinds/evidence/payback-words.ts';
import { optionSensitivity } from '#shared/kinds/options/option-sensitivity.ts';
import { optionRanking, splitOption } from '#shared/kinds/options/options.ts';
import { pathWarnings } from '#shared/kinds/path/path.ts';
import { questionAnswer } from '#shared/kinds/questions/answers.ts';
import { questionRisk, questionStanding, questionSummaries } from '#shared/kinds/questions/questions.ts';
import type { Assessment } from '#shared/kinds/risks/answers.ts';
import {
  type ExposureScale,
  exposureInterval,
  exposurePlaces,
  exposureScale,
  ratingAt,
} from '#shared/kinds/risks/exposure-places.ts';
import {
  type ExposureTime,
  exposureLevel,
  inherentExposure,
  residualExposure,
  risksOf,
} from '#shared/kinds/risks/risks.ts';
import { explainFlips, explainOutcome } from '#shared/kinds/rule/explain.ts';
import { screeningResult } from '#shared/kinds/screening/screening.ts';
import { closedAs, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { objectionText } from '#shared/kinds/sign-off/objection.ts';
import { signOffTally } from '#shared/kinds/sign-off/tally.ts';
import { strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { strategySummary } from '#shared/kinds/strategy/summary.ts';
import { readiness } from '#shared/kinds/training/training.ts';
import { splitResults } from '#shared/rounds/split-votes.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { reviewProgress } from './progress.ts';
import type { ReviewDocument } from './review.ts';
import { editionName } from './revision.ts';
import { unknownsOf } from './unknowns.ts';

export type ReviewFindings = ReturnType<typeof reviewFindings>;

/**
 * Everything that follows from a review, as plain data that can be printed as JSON: what the screens
 * and the record show, in one place. A part is null when the template has no such section.
 * `contentSha256` is the hash of the document's `signedContent`.
 */
export function reviewFindings(review: ReviewDocument, template: Template, contentSha256: string) {
  return {
    signOff: signOffFindings(review, template, contentSha256),
    rule: ruleFindings(review, template),
    departures: departures(review, template).map(({ number, id, text, rests, place, reason }) => ({
      number,
      id,
      text,
      rests,
      place,
      reason: owesReason({ reason }) ? null : reason,
    })),
    splitVotes: splitResults(review, template),
    wayBack: review.decision.wayBack ? { ...wayBackOf(review), text: wayBackText(review, template) } : null,
    screening: screeningFindings(review, template),
    path: sectionOf(template, 'path')
      ? pathWarnings(review, template).map(({ kind, stage, text, reason }) => ({
          kind,
          stage: stage?.id ?? null,
          text,
          reason,
        }))
      : null,
    options: optionFindings(review, template),
    strategies: sectionOf(template, 'strategy')
      ? strategyFits(review, template).map(({ strategy, suitability, text }) => ({
          strategy: strategy.id,
          name: strategy.name,
          suitability,
          text,
          chosen: strategy.id === review.strategy.chosen,
        }))
      : null,
    strategySummary: strategySummary(review, template) || null,
    risks: sectionOf(template, 'risks') ? riskFindings(review, template) : null,
    evidence: evidenceFindings(review, template),
    audit: auditFindings(review, template),
    readiness: readinessFindings(review, template),
    questions: questionFindings(review, template),
    unknowns: unknownsOf(review, template).map(({ kind, place, what, who, by }) => ({
      section: kind,
      place,
      what,
      who: who.trim() || null,
      by,
    })),
    completeness: completeness(review, template, contentSha256),
  };
}

function signOffFindings(review: ReviewDocument, template: Template, contentSha256: string) {
  return {
    state: signOffState(review, template, contentSha256),
    closedAs: closedAs(review, template, contentSha256),
    objections: signOffTally(review, template, contentSha256).objections.map(objectionText),
    edition: editionName(review),
  };
}

function ruleFindings(review: ReviewDocument, template: Template) {
  const result = ruleResult(review, template);
  return (
    result && {
      settled: result.settled?.id ?? null,
      possible: result.possible.map(({ id, name, lean }) => ({ id, name, lean })),
      explanation: explainOutcome(result),
      flips: result.flips.map(({ question, to, possible }) => ({
        question: question.id,
        to,
        possible: possible.map(({ id }) => id),
      })),
      flipsInWords: explainFlips(result),
    }
  );
}

function screeningFindings(review: ReviewDocument, template: Template) {
  const result = screeningResult(review, template);
  return (
    result && {
      lean: result.lean,
      summary: result.summary,
      fit: result.fit.map(({ signal }) => signal.id),
      misfit: result.misfit.map(({ signal }) => signal.id),
      motivation: result.motivation && { id: result.motivation.id, sound: result.motivation.sound },
      clashes: result.clashes.map(({ signal, text }) => ({ signal: signal.id, text })),
    }
  );
}

function optionFindings(review: ReviewDocument, template: Template) {
  const ranking = optionRanking(review, template);
  const sensitivity = optionSensitivity(review, template);
  return (
    ranking &&
    sensitivity && {
      summary: ranking.summary,
      winner: ranking.winner?.id ?? null,
      close: ranking.close === '' ? null : ranking.close,
      missingScores: ranking.missing,
      ranking: ranking.options.map(({ candidate, ...figures }) => ({
        candidate: candidate.id,
        name: candidate.name,
        ...figures,
      })),
      sensitivity: sensitivity.criteria.map(({ criterion, weight, flip }) => ({
        criterion: criterion.id,
        weight,
        flip: flip && { weight: flip.weight, leaders: flip.leaders.map(({ id }) => id) },
      })),
      sensitivityInWords: sensitivity.sentences,
      split: splitOption(review, template),
    }
  );
}

function riskFindings(review: ReviewDocument, template: Template) {
  const places = exposurePlaces(review, template, 'before');
  const scale = exposureScale(review, template);
  return risksOf(review, template).map(({ id, name, origin, raisedBecause, assessment }) => {
    const before = inherentExposure(assessment);
    const after = residualExposure(assessment);
    return {
      id,
      name,
      origin,
      raisedBecause,
      applicable: assessment.applicable,
      response: assessment.response,
      before,
      beforeLevel: before === null ? null : exposureLevel(before),
      after,
      afterLevel: after === null ? null : exposureLevel(after),
      place: places.get(id) ?? null,
      interval: scale ? intervalFindings(scale, assessment) : null,
    };
  });
}

/** Exposure before and after on the scale of the team; null for an end or a rating that there is not. */
function intervalFindings(scale: ExposureScale, assessment: Assessment) {
  const at = (time: ExposureTime) => {
    const rating = ratingAt(assessment, time);
    const interval = rating && exposureInterval(scale, rating);
    return interval && finite(interval);
  };
  return { unit: scale.unit, before: at('before'), after: at('after') };
}

function evidenceFindings(review: ReviewDocument, template: Template) {
  if (!sectionOf(template, 'evidence')) return null;
  return {
    gains: gainsOf(review, template).map(({ measure, target, measured, targetMet, sentences }) => ({
      measure: measure.id,
      name: measure.name,
      unit: measure.unit,
      baseline: measure.entry.baseline,
      target,
      measured,
      targetMet,
      range: measure.range,
      sentences,
      bars: gainBars(measure),
    })),
    payback: paybackFindings(review, template),
    withoutBaseline: measuresWithoutBaseline(review, template).map(({ id }) => id),
  };
}

/** The payback as plain data; null for an end that is not known, or for never. */
function paybackFindings(review: ReviewDocument, template: Template) {
  const result = paybackOf(review, template);
  if (!result) return null;
  const { payback, inputs, mover, relation } = result;
  return {
    currency: payback.currency,
    within: payback.within,
    breakEvenMonths: finite(result.breakEven),
    spentOnce: finite(result.once),
    spentMonthly: finite(result.running),
    savedMonthly: finite(result.saving),
    neededFallPercent: result.needed && finite(result.needed),
    typicalFallPercent: result.reference && finite(result.reference),
    relation,
    wholeFallPercent: finite(result.whole),
    movesMost: mover === null ? [] : mover.kind === 'unbounded' ? mover.inputs.map(({ id }) => id) : [mover.input.id],
    inputs: inputs.map(({ id, name, unit, range, origin, takenFrom, entry }) => ({
      id,
      name,
      unit,
      ...finite(range),
      origin,
      takenFrom: takenFrom || null,
      notKnown: entry.notKnown ?? null,
      note: entry.note,
    })),
    sentences: paybackSentences(result),
  };
}

function finite({ low, high }: Range) {
  const [from, to] = [low, high].map((value) => (Number.isFinite(value) ? value : null));
  return { low: from ?? null, high: to ?? null };
}

function auditFindings(review: ReviewDocument, template: Template) {
  const totals = auditTotals(review, template);
  return (
    totals && {
      ...totals,
      gaps: auditGaps(review).map(({ id, name, days, owner }) => ({ id, name, days, owner })),
    }
  );
}

function readinessFindings(review: ReviewDocument, template: Template) {
  const result = readiness(review, template);
  return (
    result && {
      phases: result.phases.map(({ phase, dates }) => ({
        id: phase.id,
        name: phase.name,
        fromWeek: phase.fromWeek,
        toWeek: phase.toWeek,
        dates,
      })),
      topics: result.topics.length,
      done: result.done,
      unassigned: result.unassigned.map(({ id }) => id),
      protectedTime: result.protectedTime,
    }
  );
}

function questionFindings(review: ReviewDocument, template: Template) {
  const section = sectionOf(template, 'questions');
  if (!section) return null;
  return questionSummaries(review, template).map(({ group, counts, text }) => ({
    group: group.id,
    name: group.name,
    counts,
    text,
    questions: group.questions.map((question) => {
      const answer = questionAnswer(review, question.id);
      return {
        id: question.id,
        name: question.name,
        standing: questionStanding(question, answer),
        risk: questionRisk(question, answer),
      };
    }),
  }));
}

function completeness(review: ReviewDocument, template: Template, contentSha256: string) {
  const progress = reviewProgress(review, template, contentSha256);
  return {
    sections: progress.length,
    complete: progress.filter((section) => section.state === 'complete').length,
    states: progress.map(({ kind, title, state, blockedBy, openPoints }) => ({
      kind,
      title,
      state,
      blockedBy,
      openPoints: openPoints.length,
    })),
    openPoints: progress.flatMap((section) => section.openPoints),
  };
}
