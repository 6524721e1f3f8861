import { describe, expect, it } from 'vitest';
import { planMinutes } from '#shared/agenda/agenda.ts';
import { adviceFor } from '#shared/handout/advice.ts';
import { blankWorkbook } from '#shared/handout/blank.ts';
import type { Handout } from '#shared/handout/model.ts';
import { handedReview, runSheet } from '#shared/handout/run-sheet.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const templates = [...shippedTemplates.values(), kindsTemplate];

function wordsOf(handout: Handout): string {
  return JSON.stringify(handout);
}

/** Names of everything that a template asks, but for tables that only fill in answers. */
function namesIn(value: unknown, key = ''): readonly string[] {
  if (['counterparts', 'packages', 'sources', 'starter', 'candidates', 'phases', 'parts'].includes(key)) return [];
  if (Array.isArray(value)) return value.flatMap((entry) => namesIn(entry, key));
  if (typeof value !== 'object' || value === null) return [];
  const { name, question = name } = value as { readonly name?: unknown; readonly question?: unknown };
  return [
    ...(typeof question === 'string' ? [question] : []),
    ...Object.entries(value).flatMap(([inner, entry]) =>
      ['skipRisk', 'mitigations', 'split', 'wholesale', 'protectedTime', 'design', 'payback'].includes(inner)
        ? []
        : namesIn(entry, inner),
    ),
  ];
}

describe.each(templates.map((template) => [template.id, template] as const))('handouts of %s', (_, template) => {
  it.each([
    ['run sheet', runSheet],
    ['blank workbook', blankWorkbook],
  ] as const)('have everything that the template asks in the %s', (__, make) => {
    const words = wordsOf(make(template, null));
    // A facilitator reads the choices of a questionnaire on the screen.
    const choices = template.sections.flatMap((section) =>
      section.kind === 'questions'
        ? section.groups.flatMap((group) =>
            group.questions.flatMap((question) => question.choices.map(({ name }) => name)),
          )
        : [],
    );
    const missing = namesIn(template.sections).filter(
      (name) => !words.includes(JSON.stringify(name).slice(1, -1)) && !(make === runSheet && choices.includes(name)),
    );
    expect(missing).toEqual([]);
  });

  it('say for each section what to ask, what goes wrong and when to stop', () => {
    const sheet = runSheet(template, null);
    expect(sheet.sections.map(({ title }) => title)).toEqual(template.sections.map(({ title }) => title));
    for (const [index, section] of template.sections.entries()) {
      const words = JSON.stringify(sheet.sections[index]?.blocks);
      const { ask, goesWrong, stopWhen } = adviceFor(section);
      expect([ask.length, goesWrong.length, stopWhen.length].every((length) => length > 0)).toBe(true);
      for (const text of [...ask, ...goesWrong, stopWhen]) expect(words).toContain(JSON.stringify(text).slice(1, -1));
    }
  });
});

describe('a run sheet', () => {
  it('takes the texts of the template where it has some, and general ones for the rest', () => {
    const advised = {
      ...smallTemplate,
      sections: smallTemplate.sections.map((section) =>
        section.kind === 'rule'
          ? { ...section, facilitation: { ask: ['Ask so.'], goesWrong: [], stopWhen: 'Stop so.' } }
          : section,
      ),
    };
    const [own, general] = [advised, smallTemplate].map((template) => {
      const section = template.sections.find(({ kind }) => kind === 'rule') ?? expect.fail('no rule');
      return adviceFor(section);
    });
    expect(own).toEqual({ ask: ['Ask so.'], goesWrong: general?.goesWrong, stopWhen: 'Stop so.' });
  });

  it('has the minutes that the review plans, its title, and no more of it', () => {
    const review = planMinutes(smallReview({ title: 'Gateway', component: 'Gateway 2' }), 'rule', 47);
    const sheet = runSheet(smallTemplate, handedReview(review));
    expect(sheet.title).toBe('Gateway');
    expect(sheet.subtitle).toContain('Gateway 2');
    expect(sheet.sections.map(({ aside }) => aside)).toContain('47 minutes');
    expect(wordsOf(runSheet(smallTemplate, null))).not.toContain('47 minutes');
  });

  it('names what the template puts to the vote: the questions of the rule unless it says so', () => {
    const votes = (template: typeof smallTemplate) =>
      runSheet(template, null).sections.flatMap(({ blocks }) => {
        const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Put to the vote');
        const list = blocks[at + 1];
        return at >= 0 && list?.kind === 'list' ? list.items : [];
      });
    const risk = smallTemplate.sections.flatMap((section) => (section.kind === 'risks' ? section.risks : []))[0];
    const rule = smallTemplate.sections.flatMap((section) => (section.kind === 'rule' ? section.questions : []));
    expect(votes(smallTemplate)).toEqual(rule.map(({ name }) => name));
    expect(votes({ ...smallTemplate, votes: [`risks.${risk?.id}`] })).toEqual([risk?.name]);
    expect(votes({ ...smallTemplate, votes: [] })).toEqual([]);
  });
});
