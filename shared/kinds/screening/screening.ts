import { conditionState, readCondition } from '#shared/base/condition.ts';
import { isBlank } from '#shared/base/limits.ts';
import { ruleResult } from '#shared/kinds/decision/decision.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Lean, type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';
import { type Signal, signalOf } from './answers.ts';

export type ScreeningSignal = SectionOf<'screening'>['fit'][number];
export type Motivation = SectionOf<'screening'>['motivations'][number];

/** A signal that is there, with what the team noted. */
export interface PresentSignal {
  readonly signal: ScreeningSignal;
  readonly answer: Signal;
}

/** A signal and answers to the rule that do not fit together. Pointed out; it forbids nothing. */
export interface ScreeningClash {
  readonly signal: ScreeningSignal;
  readonly text: string;
  /** The answers it clashes with. */
  readonly questions: readonly { readonly id: string; readonly name: string; readonly answer: 'yes' | 'no' }[];
}

/** What the screening says. It leans; it never decides. Its motivation test is that of the source `learning-rust`. */
export interface ScreeningResult {
  readonly fit: readonly PresentSignal[];
  readonly misfit: readonly PresentSignal[];
  readonly motivation: Motivation | null;
  readonly lean: Lean;
  readonly summary: string;
  readonly clashes: readonly ScreeningClash[];
}

/** The result of the screening; null when the template has none. */
export function screeningResult(review: ReviewDocument, template: Template): ScreeningResult | null {
  const section = sectionOf(template, 'screening');
  if (!section) return null;
  const fit = present(review, section.fit);
  const misfit = present(review, section.misfit);
  const chosen = partOf(review, 'screening').motivation;
  const motivation = section.motivations.find((entry) => entry.id === chosen) ?? null;
  const lean = leanOf(fit.length, misfit.length, motivation);
  return {
    fit,
    misfit,
    motivation,
    lean,
    summary: summaryOf(review, fit.length, misfit.length, motivation, lean),
    clashes: screeningClashes(review, template),
  };
}

/** Signals that contradict the rule's answers, whatever its open answers turn out to be. */
export function screeningClashes(review: ReviewDocument, template: Template): readonly ScreeningClash[] {
  const section = sectionOf(template, 'screening');
  const rule = ruleResult(review, template);
  if (!section || !rule) return [];
  const yes = new Set(rule.yes.map((question) => question.id));
  const open = new Set([...rule.unsure, ...rule.unanswered].map((question) => question.id));
  const answered = [...rule.yes, ...rule.no];
  return present(review, [...section.fit, ...section.misfit]).flatMap(({ signal }) => {
    if (!signal.clash || conditionState(signal.clash.when, yes, open) !== 'holds') return [];
    const { names } = readCondition(signal.clash.when);
    const questions = answered
      .filter(({ id }) => names.has(id))
      .map(({ id, name }) => ({ id, name, answer: yes.has(id) ? ('yes' as const) : ('no' as const) }));
    return [{ signal, text: signal.clash.text, questions }];
  });
}

function present(review: ReviewDocument, signals: readonly ScreeningSignal[]): readonly PresentSignal[] {
  return signals
    .map((signal) => ({ signal, answer: signalOf(review, signal.id) }))
    .filter(({ answer }) => answer.present);
}

/** The side with more signals; a reason that is none keeps the screening from leaning towards the candidate. */
function leanOf(fit: number, misfit: number, motivation: Motivation | null): Lean {
  if (fit < misfit) return 'against';
  if (fit === misfit || motivation?.sound === false) return 'open';
  return 'for';
}

function summaryOf(
  review: ReviewDocument,
  fit: number,
  misfit: number,
  motivation: Motivation | null,
  lean: Lean,
): string {
  if (fit + misfit === 0 && !motivation) return 'No signal has been ticked yet.';
  const candidate = isBlank(review.candidate) ? 'the candidate' : review.candidate;
  const directions = {
    for: `this leans towards ${candidate}`,
    against: `this leans away from ${candidate}`,
    open: 'this leans neither way',
  } as const satisfies Record<Lean, string>;
  const counted = `${signals(fit)} for ${candidate}, ${misfit} against: ${directions[lean]}.`;
  return [counted, motivationText(motivation, fit > misfit), 'The rule, the risks and the team decide.']
    .filter(Boolean)
    .join(' ');
}

function motivationText(motivation: Motivation | null, holdsBack: boolean): string {
  if (!motivation) return 'Why the team wants it is still open.';
  if (motivation.sound) return `“${motivation.name}” is a reason to go on.`;
  const effect = holdsBack ? ', which outweighs the signals' : '';
  return `“${motivation.name}” is no reason for a change${effect}.`;
}

function signals(count: number): string {
  return count === 1 ? '1 signal' : `${count} signals`;
}
