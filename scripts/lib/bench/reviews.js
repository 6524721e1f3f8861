import { readFile } from 'node:fs/promises';
import { inProject } from '../project.js';
import { load } from './load.js';

/**
 * @typedef {import('../../../shared/review/review.ts').ReviewDocument} ReviewDocument
 * @typedef {import('../../../shared/kinds/sign-off/answers.ts').Signature} Signature
 */

const SAMPLE = 'templates/samples/discord-read-states.json';

/** What makes a record of about so many pages: the sample, and so many risks and dependencies of its kind on top. */
const SIZES = {
  10: { template: 'quick-review', risks: 0, dependencies: 0 },
  100: { template: 'rust-adoption', risks: 385, dependencies: 340 },
};

/** @typedef {keyof typeof SIZES} Size */

/**
 * A review file whose record has about so many pages: a sample that ships with the program, with more of
 * what a long review has more of.
 * @param {Size} pages
 * @param {number} signers
 * @returns {Promise<{ readonly format: string, readonly schemaVersion: number, readonly document: ReviewDocument }>}
 */
export async function reviewOfSize(pages, signers) {
  const { template, risks, dependencies } = SIZES[pages];
  const file = JSON.parse(await readFile(inProject(SAMPLE), 'utf8'));
  /** @type {ReviewDocument} */
  const sample = file.document;
  const base = template === sample.template.id ? sample : withoutOtherSections(sample);
  const patterns = Object.values(sample.risks.assessments).filter(({ applicable }) => applicable === true);
  const own = Array.from({ length: risks }, (_, index) => ({
    id: `more-${index + 1}`,
    name: `Risk ${index + 1} of a long list`,
    description: patterns[index % patterns.length]?.note ?? '',
  }));
  const rows = sample.audit?.dependencies ?? [];
  const more = Array.from({ length: dependencies }, (_, index) => ({
    ...rows[index % rows.length],
    id: `more-${index + 1}`,
    name: `package-${index + 1}`,
  }));
  const assessments = Object.fromEntries(own.map(({ id }, index) => [id, patterns[index % patterns.length]]));
  const document = {
    ...base,
    // Any version of the library's own.
    template: { id: template },
    risks: {
      assessments: { ...base.risks.assessments, ...assessments },
      own: [...base.risks.own, ...own],
    },
    ...(base.audit && { audit: { ...base.audit, dependencies: [...rows, ...more] } }),
    signOff: { approvers: approvers(signers), signatures: [] },
  };
  return { format: file.format, schemaVersion: file.schemaVersion, document: /** @type {never} */ (document) };
}

/**
 * The model of the record that such a review gives, without signers.
 * @param {Size} pages
 */
export async function recordOfSize(pages) {
  const { document } = await reviewOfSize(pages, 0);
  const source = JSON.parse(await readFile(inProject(`templates/${document.template.id}.json`), 'utf8'));
  const { reviewDocumentSchema } = /** @type {typeof import('../../../shared/review/review.ts')} */ (
    await load('shared/review/review.ts')
  );
  const { templateSchema } = /** @type {typeof import('../../../shared/template/schema.ts')} */ (
    await load('shared/template/schema.ts')
  );
  const { buildRecord } = /** @type {typeof import('../../../shared/record/build.ts')} */ (
    await load('shared/record/build.ts')
  );
  const { id, version } = source;
  const contentSha256 = '0'.repeat(64);
  const review = reviewDocumentSchema.parse({ ...document, template: { id, version, sha256: contentSha256 } });
  const stored = { contentSha256, revision: 1, savedAt: '2026-01-01T00:00:00.000Z' };
  return buildRecord(review, templateSchema.parse(source), stored);
}

/**
 * What a small template asks for, too.
 * @param {ReviewDocument} sample
 * @returns {ReviewDocument}
 */
function withoutOtherSections({ id, createdAt, template, title, component, candidate, current, context, ...others }) {
  const { reconstruction, rule, decision, signOff } = others;
  const head = { id, createdAt, template, title, component, candidate, current, reconstruction };
  const nothing = {
    path: { wholesale: false, wholesaleReason: '', stages: {} },
    strategy: { chosen: null, reason: '' },
  };
  return { ...head, context, rule, decision, signOff, ...nothing, risks: { assessments: {}, own: [] } };
}

/** @param {number} count */
function approvers(count) {
  return Array.from({ length: count }, (_, index) => ({
    id: `approver-${index + 1}`,
    name: `Approver ${index + 1}`,
    role: 'Lead',
  }));
}

/**
 * The signatures of all approvers, each drawn by hand.
 * @param {ReviewDocument} document
 * @param {string} contentSha256
 * @returns {Signature[]}
 */
export function signaturesOf({ signOff }, contentSha256) {
  return signOff.approvers.map(({ id, name, role }, index) => ({
    id: `signature-${index + 1}`,
    approver: id,
    name,
    role,
    verdict: 'approve',
    comment: 'Agreed in the room, with the open points on the list of risks.',
    typedName: name,
    drawing: [loops(index)],
    signedAt: `2026-11-20T1${index}:00:00Z`,
    contentSha256,
  }));
}

/**
 * A stroke of loops from left to right, of as many points as a signature by mouse or pen has.
 * @param {number} seed
 * @returns {[number, number][]}
 */
function loops(seed) {
  return Array.from({ length: 240 }, (_, step) => [
    Math.round(60 + step * 3.6 + 30 * Math.cos(step / 5)),
    Math.round(200 + 120 * Math.sin(step / (4 + seed / 3))),
  ]);
}
