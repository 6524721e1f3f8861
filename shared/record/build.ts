import { formatInstant } from '#shared/base/dates.ts';
import { isBlank } from '#shared/base/limits.ts';
import { followUpBlocks } from '#shared/follow-up/record.ts';
import { contentKinds, rulesOf } from '#shared/kinds/index.ts';
import { isDraft, signOffState } from '#shared/kinds/sign-off/closing.ts';
import { afterwardsText, recordConflict, signOffText } from '#shared/kinds/sign-off/record-sign-off-text.ts';
import { shortHash } from '#shared/kinds/sign-off/sign-off.ts';
import { reviewProgress, type SectionProgress } from '#shared/review/progress.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { editionName, editionText } from '#shared/review/revision.ts';
import { votesBlocks } from '#shared/rounds/record.ts';
import type { Template, TemplateSection } from '#shared/template/template.ts';
import { agendaBlocks } from './agenda.ts';
import { answersBlocks } from './answers.ts';
import { aboutBlocks, openPointBlocks, sourceBlocks } from './appendix.ts';
import { attendanceBlocks } from './attendance.ts';
import { changeLogBlocks } from './change-log.ts';
import { CHANGES_TITLE, changesBlocks } from './changes.ts';
import { leftOver } from './left-over.ts';
import { recordDecision } from './madr.ts';
import type { AppendixKind, RecordBlock, RecordModel, RecordReference, RecordSection } from './model.ts';
import { notAssessed, planNotAssessed } from './not-assessed.ts';
import { dissentRegister, evidenceRegister } from './registers.ts';
import type { RecordSource, StoredRevision } from './source.ts';
import { recordSummary } from './summary.ts';
import { toDoBlocks } from './to-do.ts';

/**
 * The decision record of one revision of a review. Pure, and without the clock: the same revision
 * always gives the same record.
 */
export function buildRecord(review: ReviewDocument, template: Template, stored: StoredRevision): RecordModel {
  const source: RecordSource = { review, template, ...stored };
  const { contentSha256, revision, savedAt } = stored;
  const state = signOffState(review, template, contentSha256);
  const progress = reviewProgress(review, template, contentSha256);
  const openPoints = progress.reduce((sum, section) => sum + section.openPoints.length, 0);
  return {
    title: review.title,
    subtitle: subtitle(review),
    supersedes: review.supersedes ? referenceOf(review.supersedes) : null,
    supersededBy: review.supersededBy ? referenceOf(review.supersededBy) : null,
    language: template.language,
    reconstruction: review.reconstruction,
    draft: isDraft(state),
    signOff: state,
    signOffText: [afterwardsText(review), signOffText(source, state)].filter(Boolean).join(' '),
    conflict: recordConflict(source, state),
    edition: { name: editionName(review), text: editionText(review) },
    contentSha256,
    shortHash: shortHash(contentSha256),
    revision,
    savedAt,
    savedAtText: formatInstant(savedAt),
    heldOn: review.context.heldOn,
    facilitator: review.context.facilitator,
    templateTitle: template.title,
    summary: recordSummary(source, openPoints),
    decision: recordDecision(source, state),
    sections: numbered([
      ...toDoPart(source),
      ...template.sections.map((section) => recordSection(source, section, progress)),
      ...(review.supersedes ? [part('changes', CHANGES_TITLE, changesBlocks(source))] : []),
      ...(review.followUp ? [part('follow-up', 'Follow-up', followUpBlocks(source))] : []),
      ...(review.rounds ? [part('votes', 'Votes', votesBlocks(source))] : []),
      part('attendance', 'Who took part', [...attendanceBlocks(source), ...agendaBlocks(source)]),
      part('answers', 'All answers with their reasons', answersBlocks(source)),
      part('dissent', 'Dissent', dissentRegister(source)),
      part('evidence-register', 'Evidence', evidenceRegister(source)),
      part('open-points', 'Open points', [...openPointBlocks(progress), ...unknownBlocks(source)]),
      part('log', 'Change log', changeLogBlocks(source)),
      part('sources', 'Sources of the template', sourceBlocks(source)),
      part('about', 'How to verify this document', [...aboutBlocks(source), ...outsideTemplate(source)]),
    ]),
  };
}

import { unknownBlocks } from './unknowns.ts';

/** A part of the record before it is known where it stands. */
type Part = Omit<RecordSection, 'number' | 'isAppendix'>;

/** Sections are counted in figures, what is in the appendix in letters. */
function numbered(parts: readonly Part[]): readonly RecordSection[] {
  const first = parts.findIndex(({ kind }) => kind === 'attendance');
  const before = parts.filter(({ kind }) => kind === 'to-do').length;
  return parts.map((entry, index) => {
    const isAppendix = index >= first;
    if (entry.kind === 'to-do') return { ...entry, number: '', isAppendix };
    const number = isAppendix ? String.fromCharCode('A'.charCodeAt(0) + index - first) : String(index + 1 - before);
    return { ...entry, number, isAppendix };
  });
}

function recordSection(source: RecordSource, section: TemplateSection, progress: readonly SectionProgress[]): Part {
  const open = progress.find((entry) => entry.kind === section.kind)?.openPoints.length ?? 0;
  const rules = rulesOf(section.kind);
  const isEmpty = rules.isUntouched(source.review);
  const nothing = rules.isPlan ? planNotAssessed(source) : notAssessed();
  const blocks = isEmpty ? [nothing] : rules.recordBlocks(source, section);
  return { kind: section.kind, title: section.title, openPoints: open, blocks };
}

/** What is to be done stands before the sections, for those who come to do it; nothing where there is nothing. */
function toDoPart(source: RecordSource): readonly Part[] {
  const blocks = toDoBlocks(source);
  return blocks.length === 0 ? [] : [part('to-do', 'Things to do', blocks)];
}

function part(
  kind: 'to-do' | 'changes' | 'follow-up' | 'votes' | AppendixKind,
  title: string,
  blocks: readonly RecordBlock[],
): Part {
  return { kind, title, openPoints: 0, blocks };
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
