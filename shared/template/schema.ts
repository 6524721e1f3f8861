import { templateProblems } from './problems.ts';
import { templateShape } from './shape.ts';

/** A review template. Templates are data: the screens and the record follow them. */
export const templateSchema = templateShape.superRefine((template, context) => {
  for (const problem of templateProblems(template)) {
    context.addIssue({ code: 'custom', path: [...problem.path], message: problem.message });
  }
});
