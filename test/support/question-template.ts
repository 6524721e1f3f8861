import { templateSchema } from '#shared/template/schema.ts';
import { type SectionOf, sectionOf, type Template } from '#shared/template/template.ts';

/** A template of multiple-choice questions. */
export const questionTemplate: Template = templateSchema.parse({
  format: 'groundwork-template',
  formatVersion: 1,
  id: 'ops',
  version: '1.0.0',
  title: 'Operations check',
  summary: 'Questions about running a service.',
  sections: [
    {
      kind: 'questions',
      title: 'Questions',
      groups: [
        {
          id: 'reliability',
          name: 'Reliability',
          questions: [
            {
              id: 'backup',
              name: 'How do you back up?',
              choices: [
                { id: 'auto', name: 'By itself', improvement: { text: 'Schedule it' } },
                { id: 'tested', name: 'Restoring is tried', improvement: { url: 'https://example.org/drill' } },
                { id: 'elsewhere', name: 'A copy is elsewhere' },
                { id: 'neither', name: 'None of these', none: true },
              ],
              rules: [
                { when: 'auto && tested', risk: 'none' },
                { when: 'auto', risk: 'medium' },
                { when: null, risk: 'high' },
              ],
            },
            { id: 'alerts', name: 'Who hears?', choices: [{ id: 'oncall', name: 'Somebody on call' }] },
          ],
        },
      ],
    },
  ],
});

export const questionsOfTemplate: SectionOf<'questions'>['groups'][number]['questions'] =
  sectionOf(questionTemplate, 'questions')?.groups.flatMap((group) => group.questions) ?? [];
