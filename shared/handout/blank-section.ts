import { assertNever } from '#shared/base/assert-never.ts';
import { DEPENDENCY_STATUS_WORDS } from '#shared/kinds/audit/words.ts';
import { STAGE_STATE_WORDS } from '#shared/kinds/path/words.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import type { SectionOf, TemplateSection } from '#shared/template/template.ts';
import { blankDecision, blankSignOff } from './blank-decision.ts';
import { blankOptions } from './blank-options.ts';
import { blankRisks } from './blank-risks.ts';
import { apart, emptyRows, grid, heading, said, tickOne, ticks, told, write, writeRow } from './blocks.ts';
import type { HandoutBlock } from './model.ts';

/** A section of a template with room for its answers. */
export function blankSection(section: TemplateSection): readonly HandoutBlock[] {
  return [...told(section.intro), ...answersOf(section)];
}

function answersOf(section: TemplateSection): readonly HandoutBlock[] {
  switch (section.kind) {
    case 'context':
      return [
        ...section.fields.flatMap(({ name, help, size }) => [
          heading(name),
          ...told(help),
          write('', size === 'line' ? 1 : 4),
        ]),
        write('What backs it', 3),
      ];
    case 'screening':
      return blankScreening(section);
    case 'rule':
      return blankRule(section);
    case 'questions':
      return section.groups.flatMap((group) => [
        heading(group.name, 1),
        ...told(group.help),
        ...group.questions.flatMap(({ name, help, choices }) => [
          heading(name),
          ...told(help),
          ...ticks(choices),
          write('Does not apply, because; or what else to say', 1),
        ]),
      ]);
    case 'options':
      return blankOptions(section);
    case 'path':
      return blankPath(section);
    case 'strategy':
      return blankStrategy(section);
    case 'risks':
      return blankRisks(section);
    case 'evidence':
      return [...section.measures.flatMap(blankMeasure), heading('A measure of your own'), ...measureLines()];
    case 'audit':
      return [
        grid(
          [
            ['Used today', 3],
            ['Counterpart', 3],
            ['How far', 3.2],
            ['Days', 1],
            ['Who', 1.6],
          ],
          Array.from({ length: 12 }, () => [
            '',
            '',
            apart(...Object.values(DEPENDENCY_STATUS_WORDS).map(firstWord)),
            '',
            '',
          ]),
        ),
        ...(section.toolchain.length === 0 ? [] : [heading('Tools that the team can work with')]),
        ...ticks(section.toolchain.map(({ name, from, to }) => ({ name: `${name}: ${from} → ${to}` }))),
      ];
    case 'training':
      return [
        writeRow(['First day', 'Time set aside, and who guards it'], [1, 3]),
        grid(
          [
            ['Topic', 4],
            ['Who learns it', 2.5],
            ['By when', 1.5],
            ['Done', 0.8],
          ],
          named(section.topics, 4),
        ),
      ];
    case 'commitments':
      return [
        grid(
          [
            ['Commitment', 5],
            ['Made', 1.4],
            ['Who sees to it', 2.4],
            ['Why not', 2.4],
          ],
          section.commitments.map(({ name }) => [name, apart('Yes', 'No'), '', '']),
        ),
      ];
    case 'decision':
      return blankDecision(section);
    case 'sign-off':
      return blankSignOff(section);
    default:
      return assertNever(section);
  }
}

function blankScreening({ fit, misfit, motivations }: SectionOf<'screening'>): readonly HandoutBlock[] {
  const signals = (title: string, items: typeof fit): readonly HandoutBlock[] => [
    heading(title),
    grid(
      [
        ['Signal', 4],
        ['There?', 1.2],
        ['How we know', 5],
      ],
      items.map(({ name }) => [name, apart('Yes', 'No'), '']),
    ),
  ];
  return [
    ...signals('What speaks for it', fit),
    ...signals('What speaks against it', misfit),
    heading('The motivation that comes nearest'),
    ...ticks(motivations),
    write('In our own words', 2),
  ];
}

function blankRule({ questions, outcomes }: SectionOf<'rule'>): readonly HandoutBlock[] {
  const prompts = outcomes.flatMap(({ prompt }) => prompt ?? []);
  return [
    ...questions.flatMap(({ name, question, help, evidenceHint }) => [
      heading(name, 1),
      said(question),
      ...told(help),
      tickOne('Answer', ...Object.values(ANSWER_WORDS)),
      write('Why', 3),
      write(evidenceHint === '' ? 'Evidence' : `Evidence (${evidenceHint})`, 2),
      writeRow(['Not sure: who finds out', 'By when'], [3, 1]),
      writeRow(['Who sees it differently', 'Would answer', 'Why'], [2, 1, 4]),
    ]),
    heading('Outcome', 1),
    ...ticks(outcomes),
    ...prompts.map((prompt) => write(prompt, 3)),
  ];
}

function blankPath({ stages, wholesale }: SectionOf<'path'>): readonly HandoutBlock[] {
  const { open: _, ...states } = STAGE_STATE_WORDS;
  return [
    ...stages.flatMap(({ name, help, exitCriteria }) => [
      heading(name, 1),
      ...told(help),
      tickOne('State', ...Object.values(states)),
      write('The piece of work', 2),
      writeRow(['Who', 'By when', 'Skipped, because'], [2, 1, 3]),
      ...(exitCriteria.length === 0 ? [] : [heading('Before the next stage')]),
      ...ticks(exitCriteria.map(({ text }) => ({ name: text }))),
    ]),
    ...(wholesale
      ? [heading(wholesale.name, 1), ...told(wholesale.help), tickOne('Planned', 'Yes', 'No'), write('Why', 2)]
      : []),
  ];
}

function blankStrategy({ questions, strategies, rules }: SectionOf<'strategy'>): readonly HandoutBlock[] {
  return [
    ...questions.flatMap(({ question }) => [said(question), tickOne('', ...Object.values(ANSWER_WORDS)), write('', 1)]),
    heading('The way we choose', 1),
    ...ticks(strategies.map(({ name, when, cost }) => ({ name, help: `${when} ${cost}` }))),
    write('Why this one, and not the next best', 3),
    ...(rules.length === 0 ? [] : [heading('Rules that the plan keeps')]),
    ...ticks(rules),
  ];
}

function blankMeasure({ name, help, rangeText }: SectionOf<'evidence'>['measures'][number]): readonly HandoutBlock[] {
  return [heading(name, 1), ...told(help, rangeText === '' ? '' : `Others gained: ${rangeText}`), ...measureLines()];
}

function measureLines(): readonly HandoutBlock[] {
  return [writeRow(['Today', 'Target', 'Unit', 'Measured by, on'], [1, 1, 1, 2]), write('How it is measured', 1)];
}

function named(items: readonly { readonly name: string }[], columns: number): readonly (readonly string[])[] {
  return items.map(({ name }) => [name, ...(emptyRows(1, columns - 1)[0] ?? [])]);
}

function firstWord(text: string): string {
  return text.split(/[ :]/)[0] ?? text;
}
