import type { ExportForm } from '#shared/contract/contract.ts';

/** What the dialog offers: a file of some form, or a record for a folder of decision records. */
export type ExportChoice = ExportForm | 'adr';

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
  { form: 'structurizr', name: 'Structurizr', purpose: 'The decision as JSON for a Structurizr workspace.' },
  { form: 'json', name: 'JSON', purpose: 'The whole review, to import again elsewhere.' },
];
