import { LIST_LIMIT } from '#shared/fields.ts';
import {
  type Assessment,
  actionSchema,
  assessmentOf,
  assessmentSchema,
  type OwnRisk,
  ownRiskSchema,
  type ReviewDocument,
  type RiskAction,
} from '#shared/review.ts';
import { withEntry } from './keyed.ts';

const UNTOUCHED: Assessment = assessmentSchema.parse({});

/** Changes parts of a risk's assessment; everything else the team wrote stays. */
export function changeAssessment(document: ReviewDocument, risk: string, change: Partial<Assessment>): ReviewDocument {
  const assessment = { ...assessmentOf(document, risk), ...change };
  return withRisks(document, { assessments: withEntry(document.risks.assessments, risk, assessment, UNTOUCHED) });
}

/** Adds an empty action. A risk without a response is mitigated from now on: that is what an action says. */
export function addAction(document: ReviewDocument, risk: string, id: string): ReviewDocument {
  return appendAction(document, risk, actionSchema.parse({ id }));
}

/**
 * Takes a suggested mitigation over as an action, at most once. As with any action, a risk without
 * a response is mitigated from now on.
 */
export function takeMitigation(
  document: ReviewDocument,
  risk: string,
  mitigation: { readonly id: string; readonly text: string },
  id: string,
): ReviewDocument {
  if (takenMitigations(assessmentOf(document, risk)).has(mitigation.id)) return document;
  return appendAction(document, risk, actionSchema.parse({ id, text: mitigation.text, mitigation: mitigation.id }));
}

/** Ids of the suggested mitigations that are actions already. */
export function takenMitigations(assessment: Assessment): ReadonlySet<string> {
  return new Set(assessment.actions.flatMap((action) => action.mitigation ?? []));
}

/** Changes parts of one action of a risk. */
export function changeAction(
  document: ReviewDocument,
  risk: string,
  id: string,
  change: Partial<Omit<RiskAction, 'id'>>,
): ReviewDocument {
  const { actions } = assessmentOf(document, risk);
  return changeAssessment(document, risk, {
    actions: actions.map((action) => (action.id === id ? { ...action, ...change } : action)),
  });
}

/** Removes one action of a risk. */
export function removeAction(document: ReviewDocument, risk: string, id: string): ReviewDocument {
  const { actions } = assessmentOf(document, risk);
  return changeAssessment(document, risk, { actions: actions.filter((action) => action.id !== id) });
}

/** Adds a risk of the team's own. It applies from the start: nobody adds a risk that does not. */
export function addOwnRisk(document: ReviewDocument, id: string): ReviewDocument {
  const { own } = document.risks;
  if (own.length >= LIST_LIMIT) return document;
  const added = withRisks(document, { own: [...own, ownRiskSchema.parse({ id })] });
  return changeAssessment(added, id, { applicable: true });
}

/** Changes name or description of a risk of the team's own. */
export function changeOwnRisk(
  document: ReviewDocument,
  id: string,
  change: Partial<Omit<OwnRisk, 'id'>>,
): ReviewDocument {
  return withRisks(document, {
    own: document.risks.own.map((risk) => (risk.id === id ? { ...risk, ...change } : risk)),
  });
}

/** Removes a risk of the team's own together with its assessment. */
export function removeOwnRisk(document: ReviewDocument, id: string): ReviewDocument {
  if (!document.risks.own.some((risk) => risk.id === id)) return document;
  const { [id]: _, ...assessments } = document.risks.assessments;
  return withRisks(document, { assessments, own: document.risks.own.filter((risk) => risk.id !== id) });
}

function appendAction(document: ReviewDocument, risk: string, action: RiskAction): ReviewDocument {
  const { actions, response } = assessmentOf(document, risk);
  if (actions.length >= LIST_LIMIT) return document;
  return changeAssessment(document, risk, { response: response ?? 'mitigate', actions: [...actions, action] });
}

function withRisks(document: ReviewDocument, change: Partial<ReviewDocument['risks']>): ReviewDocument {
  return { ...document, risks: { ...document.risks, ...change } };
}
