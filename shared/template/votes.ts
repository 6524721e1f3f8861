import { anchor } from '#shared/review/anchor.ts';
import type { Template, TemplateSection } from './template.ts';

/** Something of a template that can be put to the vote. */
export interface VotePlace {
  /** Anchor of the place, as the stage knows it. */
  readonly place: string;
  readonly name: string;
}

/** Everything of a template that can be put to the vote, in its order. */
export function votePlaces({ sections }: Pick<Template, 'sections'>): readonly VotePlace[] {
  return sections.flatMap(placesOf);
}

/** What is put to the vote by itself: what the template says, else the questions of the rule. */
export function votedPlaces(template: Pick<Template, 'sections' | 'votes'>): readonly VotePlace[] {
  const { votes } = template;
  return votePlaces(template).filter(({ place }) => votes?.includes(place) ?? place.startsWith('rule.'));
}

/** What is put to the vote in one section by itself. */
export function votedIn(template: Template, { kind }: TemplateSection): readonly VotePlace[] {
  return votedPlaces(template).filter(({ place }) => place.startsWith(`${kind}.`));
}

function placesOf(section: TemplateSection): readonly VotePlace[] {
  const { kind } = section;
  const places = (items: readonly { readonly id: string; readonly name: string }[]) =>
    items.map(({ id, name }): VotePlace => ({ place: anchor(kind, id), name }));
  switch (kind) {
    case 'rule':
      return places(section.questions);
    case 'screening':
      return places([...section.fit, ...section.misfit]);
    case 'options': {
      const projectKind = { id: 'project-kind', name: 'Kind of project' };
      return places([...(section.projectKinds.length > 0 ? [projectKind] : []), ...section.criteria]);
    }
    case 'risks':
      return places(section.risks);
    case 'decision':
      return places([{ id: 'choice', name: section.title }]);
    default:
      return [];
  }
}
