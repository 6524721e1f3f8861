import { rulesOf } from '#shared/kinds/index.ts';
import { clip, empty, heading } from './blocks.ts';
import type { GivenAnswer } from './given-answer.ts';
import type { RecordBlock } from './model.ts';
import type { RecordSource } from './source.ts';

/** Longest question and reason of the register, in UTF-16 code units; the sections print them whole. */
const LONGEST = 200;

/** Every answer with its reason, section by section, for those who look for one. */
export function answersBlocks({ review, template }: RecordSource): readonly RecordBlock[] {
  const found = template.sections.flatMap((section): readonly RecordBlock[] => {
    const given = rulesOf(section.kind).givenAnswers(review, section);
    return given.length === 0 ? [] : [heading(1, section.title), answerTable(given)];
  });
  if (found.length === 0) return [empty('Nothing has been answered. What was asked is among the open points.')];
  const note = 'Long reasons are cut here; the sections print them whole. What has no answer is among the open points.';
  return [{ kind: 'paragraph', voice: 'team', text: note }, ...found];
}

function answerTable(given: readonly GivenAnswer[]): RecordBlock {
  return {
    kind: 'table',
    columns: [
      { title: 'Question', weight: 4 },
      { title: 'Answer', weight: 2.2 },
      { title: 'Reason', weight: 5 },
    ],
    rows: given.map(({ question, answer, reason }) => [
      { text: clip(question, LONGEST) },
      answer,
      { text: clip(reason, LONGEST) },
    ]),
  };
}
