import { REACH_WORDS, UNDO_WORDS } from '#shared/kinds/decision/words.ts';
import { VERDICT_WORDS } from '#shared/kinds/sign-off/words.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { emptyRows, grid, heading, said, tickOne, ticks, write, writeRow } from './blocks.ts';
import type { HandoutBlock } from './model.ts';

/** Approvers with room to sign; more can use another sheet. */
const APPROVERS = 4;

/** The decision, what speaks for and against it, and when it is looked at again. */
export function blankDecision({ choices, wayBack }: SectionOf<'decision'>): readonly HandoutBlock[] {
  return [
    ...ticks(choices),
    write('The decision in a sentence or two', 3),
    grid(
      [
        ['Options considered', 2],
        ['What speaks for it', 3],
        ['What speaks against it', 3],
      ],
      emptyRows(4, 3),
    ),
    write('What follows from it, good and bad', 4),
    grid(
      [
        ['It holds only if', 5],
        ['Who', 2],
        ['By when', 1.4],
      ],
      emptyRows(4, 3),
    ),
    ...(wayBack
      ? [
          heading('The way back'),
          tickOne('Undo', ...Object.values(UNDO_WORDS)),
          writeRow(['At what price', 'Until when'], [3, 1]),
          tickOne('Reach', ...Object.values(REACH_WORDS)),
        ]
      : []),
    grid(
      [
        ['Who sees it differently', 2],
        ['Would decide', 2],
        ['Why', 5],
      ],
      emptyRows(3, 3),
    ),
    writeRow(['Looked at again on', 'Or as soon as'], [1, 3]),
  ];
}

/** What a signature means, and lines to sign on. */
export function blankSignOff({ statement, roles }: SectionOf<'sign-off'>): readonly HandoutBlock[] {
  return [
    said(statement),
    ...Array.from({ length: APPROVERS }, (_, index) => [
      heading(roles[index] ?? `Approver ${index + 1}`, 1),
      tickOne('', ...Object.values(VERDICT_WORDS)),
      writeRow(['Name', 'Signature', 'Date'], [3, 4, 1.4]),
      write('Conditions, or the objection', 1),
    ]).flat(),
  ];
}
