import type { OfferedForm } from '#renderer/components/form-choice.tsx';
import type { ExportForm } from '#shared/contract/contract.ts';

/** What the dialog offers: a file of some form, a record for a folder of decision records, or files for a repository. */
export type ExportChoice = ExportForm | 'adr' | 'starter';

/** Whether a choice goes into a folder under names that are not for the person to choose. */
export function goesIntoFolder(form: ExportChoice): form is 'adr' | 'starter' {
  return form === 'adr' || form === 'starter';
}

/** Each form with what it is for, the most used first. */
export const EXPORT_FORMS: readonly OfferedForm<ExportChoice>[] = [
  {
    form: 'pdf',
    name: 'PDF',
    purpose: 'The record to read, print and file. Carries the review, so it can be imported.',
  },
  { form: 'markdown', name: 'Markdown', purpose: 'The same record as one MADR file.' },
  {
    form: 'adr',
    name: 'ADR',
    purpose: 'MADR for a decision log, named and linked as its other records are.',
  },
  { form: 'csv', name: 'CSV', purpose: 'Risks and things to do as a table for a tracker or spreadsheet.' },
  {
    form: 'issues',
    name: 'Issues',
    purpose: 'What is to be done, with its dates, as CSV for GitHub or Jira.',
  },
  { form: 'calendar', name: 'Calendar', purpose: 'What is to be done by a day, as an ICS file.' },
  {
    form: 'starter',
    name: 'Starter files',
    purpose: 'Commitments as files for a repository; it replaces none.',
  },
  { form: 'structurizr', name: 'Structurizr', purpose: 'The decision as JSON for a Structurizr workspace.' },
  { form: 'json', name: 'Review file', purpose: 'The whole review, to open in another Groundwork. It is JSON.' },
];
