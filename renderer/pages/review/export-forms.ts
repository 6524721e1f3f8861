import type { ExportForm } from '#shared/contract/contract.ts';

/** What the dialog offers: a file of some form, a record for a folder of decision records, or files for a repository. */
export type ExportChoice = ExportForm | 'adr' | 'starter';

/** Whether a choice goes into a folder under names that are not for the person to choose. */
export function goesIntoFolder(form: ExportChoice): form is 'adr' | 'starter' {
  return form === 'adr' || form === 'starter';
}

/** Each form with what it is for, the most used first. */
export const EXPORT_FORMS: readonly {
  readonly form: ExportChoice;
  readonly name: string;
  readonly purpose: string;
}[] = [
  {
    form: 'pdf',
    name: 'PDF',
    purpose: 'The record to read, print and file. Carries the review, so it can be imported.',
  },
  { form: 'markdown', name: 'Markdown', purpose: 'The same record as one MADR file.' },
  {
    form: 'adr',
    name: 'ADR',
    purpose: 'MADR for a decision log, named as its records are and linked with what it supersedes.',
  },
  { form: 'csv', name: 'CSV', purpose: 'Risks, actions and conditions as a table for a tracker or spreadsheet.' },
  {
    form: 'issues',
    name: 'Issues',
    purpose: 'Stages, exit criteria, actions and gaps with their dates, as CSV for GitHub or Jira.',
  },
  { form: 'calendar', name: 'Calendar', purpose: 'What of these has a date, as an ICS file.' },
  {
    form: 'starter',
    name: 'Starter files',
    purpose: 'What the team committed itself to, for its repository: lints, CI, policies. Never replaces a file.',
  },
  { form: 'structurizr', name: 'Structurizr', purpose: 'The decision as JSON for a Structurizr workspace.' },
  { form: 'json', name: 'JSON', purpose: 'The whole review, to import again elsewhere.' },
];
