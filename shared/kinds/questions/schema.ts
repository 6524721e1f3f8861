import * as z from 'zod';
import { dateSchema, idSchema, keyed, lineSchema, list, textSchema } from '#shared/base/fields.ts';
import { items, name, section, sources } from '#shared/template/item.ts';

/** Absent when nothing is foreign, so that templates without it keep their address. */
const foreign = z
  .record(z.string(), z.json())
  .optional()
  .describe('What the questionnaire this was imported from says here and Groundwork does not know.');

const linkShape = z.strictObject({
  text: textSchema.default('').describe('What to read.'),
  url: textSchema.max(2048).default('').describe('Address, https or http; empty for none.'),
  foreign,
});
const link = linkShape.nullable().default(null);

/** Ids of foreign questionnaires may hold capitals and underscores, which our own do not. */
const foreignId = lineSchema
  .default('')
  .describe('Id in the questionnaire this was imported from; empty for one of your own.');

/** A questionnaire: groups of multiple-choice questions, each with rules that name its risk. */
export const questionsSection = z.strictObject({
  kind: z.literal('questions').describe('Multiple-choice questions whose answers give a risk each.'),
  ...section,
  foreign,
  groups: items(
    z.strictObject({
      id: idSchema.describe('Key of the group.'),
      foreignId,
      foreign,
      name,
      help: textSchema.default('').describe('What the group is about.'),
      questions: items(
        z.strictObject({
          id: idSchema.describe('Key of the question, unique in the section.'),
          foreignId,
          foreign,
          name,
          help: textSchema.default('').describe('Help in plain words.'),
          resource: link.describe('Where to read more.'),
          sources,
          choices: items(
            z.strictObject({
              id: idSchema.describe('Key of the choice, unique in its question; conditions use it.'),
              foreignId,
              foreign,
              name,
              help: textSchema.default('').describe('What the choice means.'),
              resource: link.describe('Where to read more.'),
              improvement: link.describe('What to do when the choice is not taken.'),
              more: z
                .array(
                  z.strictObject({
                    kind: z.enum(['resource', 'improvement']).describe('More to read, or more to do.'),
                    links: z.array(linkShape).max(20).describe('The further entries.'),
                    foreign,
                  }),
                )
                .max(10)
                .default([])
                .describe('Further entries beside `resource` and `improvement`.'),
              none: z
                .boolean()
                .default(false)
                .describe('Whether the choice says “none of these”: taking it leaves all others.'),
            }),
          )
            .max(40)
            .describe('Choices, of which any number may be taken.'),
          rules: z
            .array(
              z.strictObject({
                when: textSchema.nullable().default(null).describe('Condition over choice ids; null always holds.'),
                unread: textSchema
                  .nullable()
                  .default(null)
                  .describe(
                    'Condition of the questionnaire this was imported from, when Groundwork cannot read it: the question has no rating unless an earlier rule holds.',
                  ),
                risk: z.enum(['none', 'medium', 'high']).describe('Risk of the question when the rule holds.'),
                foreign,
              }),
            )
            .max(40)
            .default([])
            .describe('Risk of the question: the first rule that holds.'),
        }),
      ).describe('Questions of the group.'),
    }),
  )
    .max(50)
    .describe('Groups of questions, in the order shown.'),
});

export const questionAnswerSchema = z.strictObject({
  choices: z.array(idSchema).max(40).default([]).describe('Ids of the choices taken.'),
  answered: z.boolean().default(false).describe('Whether the team has answered; no choice can be an answer too.'),
  notApplicable: z.boolean().default(false).describe('Whether the question does not apply here.'),
  reason: textSchema.default('').describe('Why the question does not apply, or what else to say.'),
});

export const improvementSchema = z.strictObject({
  id: idSchema.describe('Key of the action, unique in the list.'),
  question: idSchema.describe('Id of the question whose risk the action lowers.'),
  choice: idSchema.nullable().default(null).describe('Id of the choice whose improvement this was taken from.'),
  text: textSchema.default('').describe('What is to be done.'),
  owner: lineSchema.default('').describe('Who does it.'),
  due: dateSchema.nullable().default(null).describe('By when, YYYY-MM-DD.'),
  status: z.enum(['open', 'in-progress', 'done', 'dropped']).default('open').describe('How the action stands.'),
});

export const questionsAnswers = z.strictObject({
  answers: keyed(questionAnswerSchema).describe('Answers, by question id.'),
  actions: list(improvementSchema).describe('What is done to lower the risks of the questions.'),
});
