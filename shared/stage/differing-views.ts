import { assertNever } from '#shared/base/assert-never.ts';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { criterionViews } from '#shared/kinds/options/answers.ts';
import { setCriterionViews } from '#shared/kinds/options/edit-criteria.ts';
import type { Dissent } from '#shared/kinds/parts.ts';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { changeAssessment } from '#shared/kinds/risks/edit.ts';
import { ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import type { SectionKind, Template } from '#shared/template/template.ts';
import { choiceText, type Judgement, type StageThing } from './judgement.ts';
import { sectionThings } from './stage-things.ts';

/** Things that views can differ on. */
export type DifferedOn = Extract<StageThing['kind'], 'question' | 'criterion' | 'risk' | 'decision'>;

/** Whether somebody can be on record with another view of a thing. */
export function canDiffer({ kind }: StageThing): boolean {
  return kind === 'question' || kind === 'criterion' || kind === 'risk' || kind === 'decision';
}

/** The views on record that differ from the team's answer to a thing. */
export function viewsOn(review: ReviewDocument, { kind, item }: StageThing): readonly Dissent[] {
  switch (kind) {
    case 'question':
      return ruleAnswer(review, item).dissent;
    case 'criterion':
      return criterionViews(review, item);
    case 'risk':
      return assessmentOf(review, item).dissent ?? [];
    case 'decision':
      return review.decision.dissent;
    default:
      return [];
  }
}

/** Puts other views on record in place of those there are. */
export function setViews(
  review: ReviewDocument,
  kind: DifferedOn,
  item: string,
  views: readonly Dissent[],
): ReviewDocument {
  switch (kind) {
    case 'question':
      return editAnswer(review, item, { dissent: views });
    case 'criterion':
      return setCriterionViews(review, item, views);
    case 'decision':
      return changeDecision(review, { dissent: views });
    case 'risk': {
      const { dissent: _, ...assessment } = assessmentOf(review, item);
      const without = {
        ...review,
        risks: { ...review.risks, assessments: { ...review.risks.assessments, [item]: assessment } },
      };
      return changeAssessment(without, item, views.length > 0 ? { dissent: views } : {});
    }
    default:
      return assertNever(kind);
  }
}

/** Whether the team's answer is what the person wants: then nothing differs any more. */
export function agreesWithTeam({ answers = [] }: Dissent, judgements: readonly Judgement[]): boolean {
  return (
    answers.length > 0 &&
    answers.every(({ judgement, answer }) => judgements.some(({ id, value }) => id === judgement && value === answer))
  );
}

/** Whether it has to be said what becomes of the view: it is withdrawn, or kept as history. */
export function owesFate(view: Dissent, judgements: readonly Judgement[]): boolean {
  return agreesWithTeam(view, judgements) && view.isHistory !== true;
}

/** What the person would answer, such as “Would answer: No.”; empty when it is not said. */
export function wantedText({ answers = [] }: Dissent, judgements: readonly Judgement[]): string {
  const texts = answers.map(({ judgement: id, answer }) => {
    const judgement = judgements.find((entry) => entry.id === id);
    if (!judgement) return `${id}: ${answer}`;
    const text = choiceText(judgement, answer);
    return judgements.length > 1 ? `${judgement.name} ${judgement.isScale ? answer : text}` : text;
  });
  return texts.length === 0 ? '' : `Would answer: ${texts.join(', ')}.`;
}

/** Whether it has to be said what the person would answer: without that, nobody knows whether they still differ. */
export function owesAnswer({ answers = [], isHistory }: Dissent, judgements: readonly Judgement[]): boolean {
  return answers.length === 0 && isHistory !== true && judgements.length > 0;
}

/** A view of which something has to be said, with what it is about. */
export interface OwedView {
  readonly thing: StageThing;
  readonly name: string;
}

/** The views of a section that became the team's own, and of which nobody has said what becomes of them. */
export function owedFates(review: ReviewDocument, template: Template, section: SectionKind): readonly OwedView[] {
  return viewsThat(owesFate, review, template, section);
}

/** The views of a section of which nobody has said what the person would answer. */
export function unsaidViews(review: ReviewDocument, template: Template, section: SectionKind): readonly OwedView[] {
  return viewsThat(owesAnswer, review, template, section);
}

function viewsThat(
  owes: (view: Dissent, judgements: readonly Judgement[]) => boolean,
  review: ReviewDocument,
  template: Template,
  section: SectionKind,
): readonly OwedView[] {
  return sectionThings(review, template, section).flatMap((thing) =>
    viewsOn(review, thing)
      .filter((view) => owes(view, thing.judgements))
      .map(({ name }) => ({ thing, name })),
  );
}

/** The judgements on a thing of a section, to compare views with. @param thing its anchor */
export function judgementsAt(
  review: ReviewDocument,
  template: Template,
  section: SectionKind,
  thing: string,
): readonly Judgement[] {
  return sectionThings(review, template, section).find(({ id }) => id === thing)?.judgements ?? [];
}

/** Puts a person on record with another view of a thing; a view of the same person on the same thing is replaced. */
export function addView(review: ReviewDocument, thing: StageThing, view: Dissent): ReviewDocument {
  if (!canDiffer(thing)) return review;
  const others = viewsOn(review, thing).filter(({ name }) => name !== view.name);
  if (others.length >= LIST_LIMIT) return review;
  return setViews(review, thing.kind as DifferedOn, thing.item, [...others, view]);
}
