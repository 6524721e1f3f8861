import { subjectOf } from '#renderer/base/subject.ts';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { Derivation } from '#renderer/review/session-content.ts';
import { departures, goesBeyondRule } from '#shared/departures/departures.ts';
import { auditTotals } from '#shared/kinds/audit/audit.ts';
import { chosenDecision, ruleResult } from '#shared/kinds/decision/decision.ts';
import { isMeasured, measuresOf } from '#shared/kinds/evidence/measures.ts';
import { optionsForDecision } from '#shared/kinds/options/edit.ts';
import { optionSensitivity } from '#shared/kinds/options/option-sensitivity.ts';
import { comparedIn, namedIn, optionRanking } from '#shared/kinds/options/options.ts';
import { pathWarnings } from '#shared/kinds/path/path.ts';
import { questionSummaries } from '#shared/kinds/questions/questions.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { screeningResult } from '#shared/kinds/screening/screening.ts';
import { strategyFits } from '#shared/kinds/strategy/strategy.ts';
import { readiness } from '#shared/kinds/training/training.ts';

import { reviewProgress } from '#shared/review/progress.ts';

/** What pages show of what follows from a review. */
const PIECES: Readonly<Record<string, Derivation<unknown>>> = {
  ruleResult,
  departures,
  goesBeyondRule,
  chosenDecision,
  screeningResult,
  questionSummaries,
  optionRanking,
  optionSensitivity,
  optionsForDecision,
  comparedIn,
  namedIn,
  pathWarnings,
  strategyFits,
  risksOf,
  measuresOf,
  isMeasured,
  auditTotals,
  readiness,
  knownPeople,
  subjectOf,
};

/** All of that, and what is still open. */
export const WHAT_FOLLOWS = { reviewProgress, pieces: PIECES };
