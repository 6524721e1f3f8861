import { isBlank, LIST_LIMIT } from '#shared/base/limits.ts';
import { actionSchema, type NotKnown, type RiskAction } from '#shared/kinds/parts.ts';
import { withEntry } from '#shared/review/edit-keyed.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { type Assessment, assessmentOf, type OwnRisk } from './answers.ts';
import { assessmentSchema, ownRiskSchema } from './schema.ts';

const UNTOUCHED: Assessment = assessmentSchema.parse({});

/** Changes parts of a risk's assessment; everything else the team wrote stays. */
export function changeAssessment(document: ReviewDocument, risk: string, change: Partial<Assessment>): ReviewDocument {
  const { notKnown, ...known } = { ...assessmentOf(document, risk), ...change };
  // Whoever answers knows.
  const isStillUnknown = notKnown && !ANSWERS.some((answer) => answer in change);
  const assessment: Assessment = isStillUnknown ? { ...known, notKnown } : known;
  return withRisks(document, { assessments: withEntry(document.risks.assessments, risk, assessment, UNTOUCHED) });
}

/** Fields of an assessment that answer what was not known. */
const ANSWERS = ['applicable', 'likelihood', 'impact', 'response'] as const;

/** Says that the team does not know yet what a risk means, and who finds out; null takes that back. */
export function setRiskNotKnown(document: ReviewDocument, risk: string, notKnown: NotKnown | null): ReviewDocument {
  if (notKnown === null) return changeAssessment(document, risk, { applicable: null });
  const open = { ...assessmentOf(document, risk), applicable: null, notKnown };
  return withRisks(document, { assessments: withEntry(document.risks.assessments, risk, open, UNTOUCHED) });
}

/**
 * Says of each risk of a list that nobody has decided on that it does not apply, all for one reason. What was
 * decided or rated stays, and so does a blank reason's document.
 */
export function setNoneApply(document: ReviewDocument, risks: readonly string[], reason: string): ReviewDocument {
  if (isBlank(reason)) return document;
  return risks
    .filter((risk) => assessmentOf(document, risk).applicable === null)
    .reduce((review, risk) => changeAssessment(review, risk, { applicable: false, reason }), document);
}

/**
 * Gives the answer to a risk an owner: of the first action there is, or of a new one with the first suggested
 * mitigation, as an owner has to own something.
 */
export function setRiskOwner(
  document: ReviewDocument,
  risk: { readonly id: string; readonly mitigations: readonly { readonly id: string; readonly text: string }[] },
  owner: string,
  newId: string,
): ReviewDocument {
  const { actions } = assessmentOf(document, risk.id);
  const [first, ...others] = actions;
  if (first) return setActions(document, risk.id, [{ ...first, owner }, ...others]);
  const [suggested] = risk.mitigations;
  const taken = suggested
    ? takeMitigation(document, risk.id, suggested, newId)
    : setActions(document, risk.id, [newAction(newId)]);
  return changeAction(taken, risk.id, newId, { owner });
}

/** An empty action. */
export function newAction(id: string): RiskAction {
  return actionSchema.parse({ id });
}

/**
 * Replaces the actions of a risk. The first action chooses “mitigate” where no response is chosen
 * yet, because that is what an action says.
 */
export function setActions(document: ReviewDocument, risk: string, actions: readonly RiskAction[]): ReviewDocument {
  const { response } = assessmentOf(document, risk);
  return changeAssessment(document, risk, { actions, response: response ?? (actions.length > 0 ? 'mitigate' : null) });
}

/** Takes a suggested mitigation over as an action, at most once. */
export function takeMitigation(
  document: ReviewDocument,
  risk: string,
  mitigation: { readonly id: string; readonly text: string },
  id: string,
): ReviewDocument {
  const { actions } = assessmentOf(document, risk);
  if (actions.length >= LIST_LIMIT || takenMitigations(assessmentOf(document, risk)).has(mitigation.id))
    return document;
  return setActions(document, risk, [
    ...actions,
    { ...newAction(id), text: mitigation.text, mitigation: mitigation.id },
  ]);
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

function withRisks(document: ReviewDocument, change: Partial<ReviewDocument['risks']>): ReviewDocument {
  return { ...document, risks: { ...document.risks, ...change } };
}
