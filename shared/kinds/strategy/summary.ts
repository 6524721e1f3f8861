import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { strategyAnswer } from './answers.ts';
import { editStrategyAnswer } from './edit.ts';
import { type StrategyFit, strategyFits } from './strategy.ts';

/** The answer that a strategy lacks: with it alone turned, the strategy fits. */
export interface NearMiss {
  readonly strategy: StrategyFit['strategy'];
  readonly question: string;
  readonly to: 'yes' | 'no';
}

/**
 * Which strategies fit, or why none does, in a sentence; empty where the template's questions tell nothing.
 * So no set of answers ends without either a strategy that fits or the reason.
 */
export function strategySummary(review: ReviewDocument, template: Template): string {
  const told = strategyFits(review, template).filter(({ suitability }) => suitability !== 'untold');
  const names = (suitability: StrategyFit['suitability']) =>
    told.filter((fit) => fit.suitability === suitability).map(({ strategy }) => `“${strategy.name}”`);
  if (told.length === 0) return '';
  const [fitting, open] = [names('fits'), names('open')];
  const rest = open.length === 0 ? '' : ` Still open: ${open.join(', ')}.`;
  if (fitting.length > 0) return `${fitting.length === 1 ? 'This fits' : 'These fit'}: ${fitting.join(', ')}.${rest}`;
  if (open.length === told.length) return 'Open until more of the questions are answered.';
  if (open.length > 0) return `Nothing fits so far.${rest}`;
  return `None of the strategies fits these answers. ${nearText(nearMisses(review, template))}`;
}

/** Strategies that a single turned answer would make fit, in the template's order. */
export function nearMisses(review: ReviewDocument, template: Template): readonly NearMiss[] {
  const section = sectionOf(template, 'strategy');
  if (!section) return [];
  return section.questions.flatMap((question) => {
    const { answer } = strategyAnswer(review, question.id);
    if (answer !== 'yes' && answer !== 'no') return [];
    const to = answer === 'yes' ? 'no' : 'yes';
    const turned = strategyFits(editStrategyAnswer(review, question.id, { answer: to }), template);
    return turned
      .filter(({ suitability }) => suitability === 'fits')
      .map(({ strategy }) => ({ strategy, question: question.name, to }) as const);
  });
}

function nearText(near: readonly NearMiss[]): string {
  if (near.length === 0) return 'More than one answer stands between each of them and this component.';
  const ways = near.map(
    ({ strategy, question, to }) => `“${strategy.name}” if “${question}” were ${ANSWER_WORDS[to].toLowerCase()}`,
  );
  return `One answer away: ${ways.join('; ')}.`;
}
