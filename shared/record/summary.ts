import { formatDate } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { decisionOf, optionName, reviewAgain } from '#shared/kinds/decision/record.ts';
import { wayBackText } from '#shared/kinds/decision/way-back.ts';
import { splitOption, splitText } from '#shared/kinds/options/options.ts';
import { exposureBadge, listedRisks, responseText, riskCount } from '#shared/kinds/risks/record-risk-list.ts';
import { inherentExposure, residualExposure } from '#shared/kinds/risks/risks.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { answerBadge, outcomeOf } from '#shared/kinds/rule/record.ts';
import { fitOf } from '#shared/kinds/screening/record.ts';
import { openConditions } from '#shared/kinds/sign-off/conditions.ts';
import { objectionText } from '#shared/kinds/sign-off/objection.ts';
import { recordSignatures } from '#shared/kinds/sign-off/record.ts';
import { approverStandings } from '#shared/kinds/sign-off/sign-off.ts';
import type { SectionProgress } from '#shared/review/progress.ts';
import { sectionOf } from '#shared/template/template.ts';
import { recordActions } from './actions.ts';
import { clip } from './blocks.ts';
import { recordDepartures } from './departures.ts';
import type { RecordConflict, RecordModel, RecordSummary, RecordTopRisk } from './model.ts';
import type { RecordSource } from './source.ts';

/** Lengths at which the first page cuts a text, in UTF-16 code units; the sections print it whole. */
const LINE = 180;
const REASONS = 300;
const TEXT = 600;
const TOP_RISKS = 5;
const NEXT_ACTIONS = 3;

/** What a busy reader needs, short enough for one page. */
export function recordSummary(
  source: RecordSource,
  progress: readonly SectionProgress[],
  conflict: RecordConflict | null,
): RecordSummary {
  const { review, template } = source;
  const questions = sectionOf(template, 'rule')?.questions ?? [];
  const decision = decisionOf(source);
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
    objections: objections(source, conflict),
    options: options(source),
    nextActions: recordActions(source)
      .filter(({ isOpen }) => isOpen)
      .slice(0, NEXT_ACTIONS)
      .map((action) => ({ ...action, text: clip(action.text, LINE), owner: clip(action.owner, LINE) })),
    reviewAgain: clip(reviewAgain(source), TEXT),
    wayBack: clip(wayBackText(review, template), TEXT),
    signatures: recordSignatures(source),
    open: openText(source, progress),
  };
}

function topRisks(source: RecordSource): readonly RecordTopRisk[] {
  return listedRisks(source)
    .slice(0, TOP_RISKS)
    .flatMap(({ number, name, assessment }): readonly RecordTopRisk[] => {
      const before = exposureBadge(inherentExposure(assessment));
      if (!before) return [];
      const after = exposureBadge(residualExposure(assessment));
      return [{ number, name: clip(name, LINE), before, after, response: responseText(assessment) }];
    });
}

/**
 * Why the decision is disputed, in a line each: what the sign-off says of it, else who objects so far, and formal objections of
 * the discussion.
 */
function objections({ review, contentSha256 }: RecordSource, conflict: RecordConflict | null): readonly string[] {
  const signed = approverStandings(review, contentSha256).flatMap((standing) =>
    standing.kind === 'signed' && standing.signature.verdict === 'object' ? [standing.signature] : [],
  );
  const said = review.decision.dissent.filter(
    ({ name, position }) => position === 'formal-objection' && !signed.some((one) => one.name === name),
  );
  return [
    ...(conflict?.sentences ?? signed.map(objectionText)),
    ...said.map(({ name, reason }) => `${name} objects: ${reason.trim() || 'no reason given'}`),
  ].map((line) => clip(line, TEXT));
}

function options({ review }: RecordSource): RecordSummary['options'] {
  const { options: listed, chosenOption } = review.decision;
  return listed
    .map((option) => {
      const chosen = option.id === chosenOption;
      const reasons = (chosen ? option.pros : option.cons).map(({ text }) => text.trim());
      const told = reasons.filter((text) => !isBlank(text)).join('; ');
      return { name: clip(optionName(option), LINE), chosen, reasons: clip(told, REASONS) };
    })
    .toSorted((left, right) => Number(right.chosen) - Number(left.chosen));
}

/**
 * The day of the decision: that of the last signature for this content once it is signed, else that of the workshop. A review
 * without either is dated by its last save, the only other day that says how old it is.
 */
export function decidedOn({ review, contentSha256, savedAt }: RecordSource, isDraft: boolean): string {
  const signed = review.signOff.signatures.filter((signature) => signature.contentSha256 === contentSha256);
  const last = signed
    .map(({ signedAt }) => signedAt)
    .toSorted()
    .at(-1);
  const day = isDraft || last === undefined ? review.context.heldOn : last.slice(0, 10);
  return day ?? (last ?? savedAt).slice(0, 10);
}

/** What is open, in a line. */
function openText(source: RecordSource, progress: readonly SectionProgress[]): string {
  const conditions = openConditions(source.review).length;
  const actions = recordActions(source).filter(({ isOpen }) => isOpen).length - conditions;
  const sections = progress.filter(({ openPoints }) => openPoints.length > 0);
  const points = sections.reduce((sum, { openPoints }) => sum + openPoints.length, 0);
  const parts = [
    ...(conditions > 0 ? [counted(conditions, 'condition')] : []),
    ...(actions > 0 ? [`${counted(actions, 'thing')} to do`] : []),
    ...(points > 0 ? [`${counted(points, 'open point')} in ${counted(sections.length, 'section')}`] : []),
  ];
  return parts.join('; ');
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Whether the box of the decision warns: it is not agreed, was decided against an objection, or somebody objects so far. */
export function isDisputed({ conflict, draft, summary }: RecordModel): boolean {
  return conflict !== null || (draft && summary.objections.length > 0);
}

/** What speaks for the chosen option, or against another one; says so where nothing is written. */
export function reasonsText({ chosen, reasons }: RecordSummary['options'][number]): string {
  if (reasons !== '') return reasons;
  return chosen ? 'Nothing is written for it.' : 'Nothing is written against it.';
}

/** Owner and date of an action, in a line. */
export function actionNote({ owner, due }: RecordSummary['nextActions'][number]): string {
  return [owner.trim() || 'nobody named', due === null ? '' : `due ${formatDate(due)}`].filter(Boolean).join(', ');
}
