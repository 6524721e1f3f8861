import type { Template } from '#shared/template/template.ts';
import { blankSection } from './blank-section.ts';
import { emptyRows, front, grid, list, write, writeRow } from './blocks.ts';
import { HANDOUT_WORDS, type Handout } from './model.ts';
import { type HandedReview, headOf } from './run-sheet.ts';

/** All of a template to fill in with a pen. */
export function blankWorkbook(template: Template, review: HandedReview | null): Handout {
  return {
    kind: 'blank',
    name: HANDOUT_WORDS.blank,
    ...headOf(template, review),
    lead: [
      ...(review ? [] : [write('Title of the review', 1)]),
      writeRow(['Component', 'Candidate', 'Built with today'], [1, 1, 1]),
      writeRow(['Date', 'Facilitator'], [1, 2]),
    ],
    front: [
      front(
        'Who takes part',
        grid(
          [
            ['Name', 3],
            ['Role or team', 3],
            ['Part', 2],
            ['There on', 2],
          ],
          emptyRows(8, 4),
        ),
      ),
      front(
        'How to fill it in',
        list(
          'Tick or circle what the team agreed on, and write why. “Not sure” is an answer: note who finds out, and by when.',
          'Note who sees it differently, and what they would answer.',
          'Type it into Groundwork afterwards: everything stands there in the same order, with the same names and numbers.',
        ),
      ),
    ],
    sections: [
      ...template.sections.map((section) => ({ title: section.title, aside: '', blocks: blankSection(section) })),
      {
        title: 'Things to do',
        aside: '',
        blocks: [
          grid(
            [
              ['What', 6],
              ['Who', 2],
              ['By when', 1.6],
            ],
            emptyRows(10, 3),
          ),
        ],
      },
      { title: 'Parking lot', aside: '', blocks: [write('What came up and does not belong here', 8)] },
    ],
  };
}
