import { formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { followUpBlocks, lookAgainBlocks } from '#shared/follow-up/record.ts';
import { contentKinds, rulesOf } from '#shared/kinds/index.ts';
import { isDraft, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { afterwardsText, recordConflict, signOffText } from '#shared/kinds/sign-off/record-sign-off-text.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { reviewProgress, type SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { editionName, editionText } from '#shared/review/revision.ts';
import { votesBlocks } from '#shared/rounds/record.ts';
import type { Template, TemplateSection } from '#shared/template/template.ts';
import { ACTIONS_TITLE, actionBlocks, openActionBlocks, sectionActions } from './actions.ts';
import { agendaBlocks } from './agenda.ts';
import { aboutBlocks, openPointBlocks, sourceBlocks, subjectRows } from './appendix.ts';
import { attendanceBlocks } from './attendance.ts';
import { DISSENT_TITLE, heading } from './blocks.ts';
import { CHANGES_TITLE, changesBlocks } from './changes.ts';
import { dissentRegister } from './dissent-register.ts';
import { leftOver } from './left-over.ts';
import { recordDecision } from './madr.ts';
import type { AppendixKind, RecordBlock, RecordLength, RecordModel, RecordReference, RecordSection } from './model.ts';
import { notAssessed, planNotAssessed } from './not-assessed.ts';
import type { RecordSource, StoredRevision } from './source.ts';
import { decidedOn, recordSummary } from './summary.ts';
import { unknownBlocks } from './unknowns.ts';

/** What the first page says of a decision whose question is open again; which sign it was stands in the follow-up. */
const LOOK_AGAIN = 'To be looked at again: a tripwire has fired.';

/**
 * The decision record of one revision of a review. Pure, and without the clock: the same revision
 * always gives the same record.
 * @param length what of it is printed; all of the review in a full one
 */
export function buildRecord(
  review: ReviewDocument,
  template: Template,
  stored: StoredRevision,
  length: RecordLength = 'full',
): RecordModel {
  const source: RecordSource = { review, template, ...stored };
  const { contentSha256, revision, savedAt } = stored;
  const state = signOffState(review, template, contentSha256);
  const progress = reviewProgress(review, template, contentSha256);
  const conflict = recordConflict(source, state);
  const again = lookAgainBlocks(source);
  return {
    title: review.title,
    subtitle: subtitle(review),
    supersedes: review.supersedes ? referenceOf(review.supersedes) : null,
    supersededBy: review.supersededBy ? referenceOf(review.supersededBy) : null,
    language: template.language,
    reconstruction: review.reconstruction,
    length,
    draft: isDraft(state),
    signOff: state,
    signOffText: [afterwardsText(review), again.length > 0 ? LOOK_AGAIN : '', signOffText(source, state)]
      .filter(Boolean)
      .join(' '),
    conflict,
    edition: { name: editionName(review), text: editionText(review) },
    contentSha256,
    shortHash: shortHash(contentSha256),
    revision,
    savedAt,
    savedAtText: formatInstant(savedAt),
    decidedOn: decidedOn(source, isDraft(state)),
    heldOn: review.context.heldOn,
    facilitator: review.context.facilitator,
    templateTitle: template.title,
    summary: recordSummary(source, progress, conflict),
    decision: recordDecision(source, state),
    sections: lettered(length === 'full' ? allSections(source, progress) : shortSections(source, progress)),
  };
}

/** A section by itself, with what of it stands among the actions of the whole record. */
export function sectionAlone(source: RecordSource, section: TemplateSection): readonly RecordBlock[] {
  return [...sectionBlocks(source, section), ...sectionActions(source, section.kind)];
}

/** A part of the record before it is known where it stands. */
type Part = Omit<RecordSection, 'number' | 'isAppendix'> & { readonly number: number | 'letter' | null };

/** The whole review: what is to be done, each section that somebody touched, and what else belongs to it. */
function allSections(source: RecordSource, progress: readonly SectionProgress[]): readonly Part[] {
  const { review, template } = source;
  const sections = template.sections.filter((section) => !rulesOf(section.kind).isUntouched(review));
  const printed = [
    part('actions', null, ACTIONS_TITLE, actionBlocks(source)),
    ...sections.map((section) => recordSection(source, section, progress)),
    ...partsBeside(source),
  ];
  const cited = sourceBlocks(source, printed);
  return [
    ...printed,
    part('attendance', 'letter', 'Who took part', [...attendanceBlocks(source), ...agendaBlocks(source)]),
    part('open-points', 'letter', 'What is open', [...openPointBlocks(source, progress), ...unknownBlocks(source)]),
    ...(cited.length === 0 ? [] : [part('sources', 'letter', 'Sources of the template', cited)]),
    part('about', 'letter', 'How to verify this document', [...aboutBlocks(source), ...outsideTemplate(source)]),
  ];
}

/** What belongs to the review and to no section of its template, numbered after those. */
function partsBeside(source: RecordSource): readonly Part[] {
  const { review, template } = source;
  const parts = [
    ...(review.supersedes ? [{ kind: 'changes', title: CHANGES_TITLE, blocks: changesBlocks(source) } as const] : []),
    ...(review.followUp ? [{ kind: 'follow-up', title: 'Follow-up', blocks: followUpBlocks(source) } as const] : []),
    ...(review.rounds ? [{ kind: 'votes', title: 'Votes', blocks: votesBlocks(source) } as const] : []),
  ];
  return parts.map(({ kind, title, blocks }, index) => part(kind, template.sections.length + 1 + index, title, blocks));
}

/** What is to be done, the decision with what speaks against it, who signed, and how to check that. */
function shortSections(source: RecordSource, progress: readonly SectionProgress[]): readonly Part[] {
  const sections = source.template.sections.flatMap((section) =>
    section.kind === 'decision' || section.kind === 'sign-off' ? [recordSection(source, section, progress)] : [],
  );
  const printed = [
    part('actions', null, ACTIONS_TITLE, openActionBlocks(source)),
    ...sections.map((section) =>
      section.kind === 'decision'
        ? { ...section, blocks: [...aboutWhat(source), ...withAllDissent(section.blocks, dissentRegister(source))] }
        : section,
    ),
  ];
  const cited = sourceBlocks(source, printed);
  const again = lookAgainBlocks(source);
  return [
    ...printed,
    ...(again.length === 0 ? [] : [part('follow-up', null, 'Follow-up', again)]),
    ...(cited.length === 0 ? [] : [part('sources', null, 'Sources of the template', cited)]),
    part('about', null, 'How to verify this document', aboutBlocks(source, 'short')),
  ];
}

function aboutWhat(source: RecordSource): readonly RecordBlock[] {
  const rows = subjectRows(source);
  return rows.length === 0 ? [] : [{ kind: 'fields', rows }];
}

/** The decision with every other view in one table at its end, where those on the decision would stand. */
function withAllDissent(blocks: readonly RecordBlock[], dissent: readonly RecordBlock[]): readonly RecordBlock[] {
  const own = blocks.findIndex((block) => block.kind === 'heading' && block.text === DISSENT_TITLE);
  const others = own < 0 ? blocks : blocks.toSpliced(own, 2);
  return dissent.length === 0 ? others : [...others, heading(1, DISSENT_TITLE), ...dissent];
}

/** Sections keep the numbers that they have in the template; what is in the appendix gets letters. */
function lettered(parts: readonly Part[]): readonly RecordSection[] {
  const first = parts.findIndex(({ number }) => number === 'letter');
  return parts.map(({ number, ...entry }, index) => ({
    ...entry,
    number: number === 'letter' ? String.fromCharCode('A'.charCodeAt(0) + index - first) : String(number ?? ''),
    isAppendix: number === 'letter',
  }));
}

function recordSection(source: RecordSource, section: TemplateSection, progress: readonly SectionProgress[]): Part {
  return {
    kind: section.kind,
    number: source.template.sections.indexOf(section) + 1,
    title: section.title,
    openPoints: progress.find((entry) => entry.kind === section.kind)?.openPoints.length ?? 0,
    blocks: sectionBlocks(source, section),
  };
}

function sectionBlocks(source: RecordSource, section: TemplateSection): readonly RecordBlock[] {
  const rules = rulesOf(section.kind);
  if (!rules.isUntouched(source.review)) return rules.recordBlocks(source, section);
  return [rules.isPlan ? planNotAssessed(source) : notAssessed()];
}

function part(
  kind: 'actions' | 'changes' | 'follow-up' | 'votes' | AppendixKind,
  number: Part['number'],
  title: string,
  blocks: readonly RecordBlock[],
): Part {
  return { kind, number, title, openPoints: 0, blocks };
}

/** What the review holds for sections that its template does not have. */
function outsideTemplate({ review, template }: RecordSource): readonly RecordBlock[] {
  const { signOff, closed, closings, predictions, tripwires, witnessedInstead, supersededBy, deprecated } = review;
  const content = Object.fromEntries(contentKinds.map((kind) => [kind, review[kind]]));
  const parts = {
    ...content,
    'sign-off': { ...signOff, closed, closings, predictions, tripwires, witnessedInstead, supersededBy, deprecated },
  };
  return leftOver(parts, new Set<string>(template.sections.map((section) => section.kind)));
}

/** Another record, as this one names it. */
function referenceOf({ id, title, contentSha256 }: RecordReference): RecordReference {
  return { id, title, contentSha256 };
}

/** What the review is about, in a line. */
function subtitle({ component, candidate, current }: ReviewDocument): string {
  const change = [
    isBlank(candidate) ? '' : `candidate ${candidate}`,
    isBlank(current) ? '' : `built with ${current} today`,
  ];
  return [component, ...change].filter((part) => !isBlank(part)).join(', ');
}
