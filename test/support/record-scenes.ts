import type { Signature } from '#shared/kinds/sign-off/answers.ts';
import { withSealFingerprints } from '#shared/kinds/sign-off/record-seal-fingerprints.ts';
import { buildRecord } from '#shared/record/build.ts';
import type { RecordModel } from '#shared/record/model.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { nextRevision } from '#shared/review/revision.ts';
import { sectionOf, type Template } from '#shared/template/template.ts';
import { contentSha256 } from './pdf.ts';
import { shippedTemplates, shippedText } from './shipped.ts';

const SAVED_AT = '2026-03-03T14:05:06.789Z';

/** A review with the template it is printed by. */
export interface Scene {
  readonly review: ReviewDocument;
  readonly template: Template;
}

/** A sample that ships with the program. */
export function sampleScene(name: string): Scene {
  const { document } = JSON.parse(shippedText(`templates/samples/${name}.json`));
  const review = reviewDocumentSchema.parse(document);
  return { review, template: templateNamed(review.template.id) };
}

/** A review that nobody has filled in. */
export function emptyScene(template = 'rust-adoption'): Scene {
  const review = reviewDocumentSchema.parse({
    id: '0f8fad5b-d9cb-469f-a165-70867728950e',
    createdAt: '2026-01-02T03:04:05Z',
    template: { id: template, version: templateNamed(template).version, sha256: '0'.repeat(64) },
    title: 'A review that has just begun',
  });
  return { review, template: templateNamed(template) };
}

/** A sample that five people signed: one objects, one can live with it, and three make the quorum. */
export function signedScene(name = 'discord-read-states'): Scene {
  const { review, template } = sampleScene(name);
  const signOff = sectionOf(template, 'sign-off');
  const withQuorum = {
    ...template,
    sections: template.sections.map((section) =>
      section === signOff ? { ...signOff, quorum: 3, requiredRoles: ['Service owner'] } : section,
    ),
  };
  const approvers = SIGNERS.map(({ name, role }, index) => ({ id: `approver-${index + 1}`, name, role }));
  return { review: signed({ ...review, signOff: { approvers, signatures: [] } }), template: withQuorum };
}

/** The next revision of the signed sample, with some of it changed, not signed yet. */
export function revisedScene(): Scene {
  const { review, template } = signedScene();
  const next = nextRevision(review, contentSha256(review), {
    id: '7c9e6679-7425-40de-944b-e07fc1f90ae7',
    createdAt: '2026-06-01T08:00:00Z',
  });
  const [first, ...others] = next.decision.conditions;
  return {
    template,
    review: {
      ...next,
      title: `${next.title}, after half a year`,
      decision: {
        ...next.decision,
        reviewOn: '2027-06-01',
        statement: `${next.decision.statement} The cache stays as large as it was set in June.`,
        conditions: [
          ...others,
          ...(first ? [{ ...first, id: 'k-new', text: 'A second region runs it.', met: false }] : []),
        ],
      },
      rule: {
        ...next.rule,
        answers: Object.fromEntries(
          Object.entries(next.rule.answers).map(([id, answer], index) =>
            index === 0
              ? [id, { ...answer, answer: 'unsure', rationale: 'Half a year on, nobody is certain any more.' }]
              : [id, answer],
          ),
        ),
      },
    },
  };
}

/** The record of a scene, as an export makes it. */
export function sceneRecord({ review, template }: Scene): RecordModel {
  return buildRecord(review, template, { contentSha256: contentSha256(review), revision: 12, savedAt: SAVED_AT });
}

/** The record of a scene with the fingerprint of the key that is to seal it. */
export function sealedSceneRecord(scene: Scene): RecordModel {
  return withSealFingerprints(sceneRecord(scene), ['5f'.repeat(32)]);
}

const SIGNERS = [
  { name: 'Żaneta Źrebiec', role: 'Service owner', verdict: 'approve', comment: '' },
  { name: '王小明', role: 'Platform', verdict: 'approve-with-conditions', comment: 'Only with the canary in place.' },
  { name: 'Ольга Петренко', role: 'Reliability', verdict: 'approve', comment: '' },
  {
    name: 'Maximilian von und zu Hohenlohe-Bartenstein',
    role: 'Security and data protection',
    verdict: 'can-live-with-it',
    comment: 'I would have measured for longer.',
  },
  {
    name: 'Ada Byron',
    role: 'Finance',
    verdict: 'object',
    comment: 'Two rewrites in two years are one too many for a service that makes no money of its own.',
  },
] as const;

function signed(review: ReviewDocument): ReviewDocument {
  const sha256 = contentSha256(review);
  const signatures = SIGNERS.map(
    ({ name, role, verdict, comment }, index): Signature => ({
      id: `signature-${index + 1}`,
      approver: `approver-${index + 1}`,
      name,
      role,
      verdict,
      comment,
      typedName: name,
      drawing: index === 1 ? [] : [scribble(index + 2)],
      signedAt: `2026-03-02T1${index}:20:00Z`,
      contentSha256: sha256,
    }),
  );
  return { ...review, signOff: { ...review.signOff, signatures } };
}

/** A stroke as a pen might leave it, in the box of a drawn signature. */
function scribble(waves: number): Signature['drawing'][number] {
  return Array.from({ length: 60 }, (_, index) => {
    const along = index / 59;
    const height = 150 * Math.sin(along * waves * Math.PI * 1.7) * (1 - along * 0.6);
    return [Math.round(60 + 860 * along), Math.round(210 - height)];
  });
}

function templateNamed(id: string): Template {
  const template = shippedTemplates.get(id);
  if (!template) throw new Error(`No template ${id} ships with the program`);
  return template;
}
