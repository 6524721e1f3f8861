import { RESPONSE_WORDS } from '#shared/kinds/risks/words.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { circle, heading, tickOne, told, write, writeRow } from './blocks.ts';
import type { HandoutBlock } from './model.ts';

const STEPS = ['1', '2', '3', '4', '5'];
const OWN_RISKS = 3;

/** All risks, with the numbers that they keep, and room for some of the team's own. */
export function blankRisks({
  groups,
  risks,
  likelihoodWords,
  impactWords,
}: SectionOf<'risks'>): readonly HandoutBlock[] {
  const numbered = risks.map((risk, index) => ({ ...risk, number: index + 1 }));
  return [
    ...told(`Likelihood: ${scaleText(likelihoodWords)}.`),
    ...told(`Impact: ${scaleText(impactWords)}.`),
    ...groups.flatMap(({ id, name }) => [
      ...numbered
        .filter(({ group }) => group === id)
        .flatMap((risk, index) => [
          heading(`${index === 0 ? `${name}: ` : ''}${risk.number} ${risk.name}`, 1),
          ...told(risk.help),
          ...ratingLines(),
        ]),
    ]),
    ...Array.from({ length: OWN_RISKS }, () => [
      heading('A risk of our own', 1),
      write('What can go wrong', 1),
      ...ratingLines(),
    ]).flat(),
  ];
}

function ratingLines(): readonly HandoutBlock[] {
  return [
    tickOne('Applies', 'Yes', 'No', 'Not known'),
    circle(STEPS, 'Likelihood', 'Impact'),
    tickOne('Response', ...Object.values(RESPONSE_WORDS)),
    writeRow(['What is done, or why it does not apply', 'Who', 'By when'], [5, 2, 1.4]),
  ];
}

function scaleText(words: readonly string[]): string {
  return words.map((word, index) => `${index + 1} ${word.toLowerCase()}`).join(', ');
}
