import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {import('../../../shared/review/review.ts').ReviewDocument} ReviewDocument
 * @typedef {import('../../../shared/template/template.ts').Template} Template
 * @typedef {'sample' | 'long'} UiReview
 */

/** The largest sample that ships with the program. */
const SAMPLE = 'discord-read-states';
/** Risks of the team's own in the long review, and scores in its comparison. */
const RISKS = 100;
const CELLS = 60;
/** People who vote. */
const VOTERS = 12;

/**
 * The review files that are opened: the largest sample, and one with more risks and scores than anybody had yet.
 * @param {string} program the checkout whose samples and templates are used
 * @param {boolean} [knowsVotes] whether the reviews have a vote in them, which earlier programs do not know
 * @returns {Promise<Readonly<Record<UiReview, string>>>} as texts to import
 */
export async function uiReviews(program, knowsVotes = true) {
  const read = async (/** @type {string} */ file) =>
    JSON.parse(await readFile(path.join(program, 'templates', file), 'utf8'));
  // Without the checksum, which one of the two would not match.
  const { sha256: _, ...file } = await read(`samples/${SAMPLE}.json`);
  /** @type {Template} */
  const template = await read(`${file.document.template.id}.json`);
  /** @param {ReviewDocument} document */
  const print = (document) => JSON.stringify({ ...file, document: knowsVotes ? voted(document) : document });
  return { sample: print(file.document), long: print(lengthened(file.document, template)) };
}

/**
 * @param {ReviewDocument} document
 * @param {Template} template
 * @returns {ReviewDocument}
 */
function lengthened(document, template) {
  const patterns = Object.values(document.risks.assessments).filter(({ applicable }) => applicable === true);
  const own = Array.from({ length: RISKS }, (_, index) => ({
    id: `own-${index + 1}`,
    name: `Risk ${index + 1} of a long list`,
    description: patterns[index % patterns.length]?.note ?? '',
  }));
  const assessed = own.map(({ id }, index) => [id, patterns[index % patterns.length]]);
  return {
    ...document,
    title: `${document.title}, long`,
    risks: { own, assessments: { ...document.risks.assessments, ...Object.fromEntries(assessed) } },
    ...(document.options && { options: { ...document.options, cells: scored(template) } }),
  };
}

/**
 * As many people as a room holds, and what they voted on the first question.
 * @param {ReviewDocument} document
 * @returns {ReviewDocument}
 */
function voted(document) {
  const present = Array.from({ length: VOTERS }, (_, index) => `Voter ${index + 1}`);
  const ballots = present.map((voter, index) => ({
    voter,
    answers: [{ judgement: 'rule.safety', answer: index % 3 === 0 ? 'no' : 'yes' }],
    confidence: /** @type {const} */ ('high'),
    reason: 'It was so the last two times, and nothing has changed since.',
  }));
  const round = {
    ...{ id: 'round-1', subject: 'rule.safety', question: 'Is memory safety what decides?', way: 'keyboard', present },
    ...{ openedAt: '2026-01-05T09:00:00.000Z', revealedAt: '2026-01-05T09:05:00.000Z', closedBecause: '', ballots },
  };
  const participants = present.map((name, index) => ({ id: `voter-${index + 1}`, name }));
  // Read as a file is, which fills in what is left out.
  return /** @type {ReviewDocument} */ (
    /** @type {unknown} */ ({ ...document, rounds: [round], context: { ...document.context, participants } })
  );
}

/**
 * Scores with reasons, criterion by criterion, for the first candidates of the template.
 * @param {Template} template
 */
function scored(template) {
  const section = template.sections.find(({ kind }) => kind === 'options');
  if (section?.kind !== 'options') return {};
  const { criteria, candidates } = section;
  const width = Math.ceil(CELLS / criteria.length);
  const cell = (/** @type {number} */ place) => ({ score: 1 + (place % 5), reason: 'Measured on a copy of the load.' });
  const rows = criteria.map(({ id }, row) => [
    id,
    Object.fromEntries(candidates.slice(0, width).map((candidate, column) => [candidate.id, cell(row + column)])),
  ]);
  return Object.fromEntries(rows);
}
