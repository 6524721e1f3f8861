import { optionRanking, type RankedOption, reviewedCandidate, splitOption } from '#shared/kinds/options/options.ts';
import { anchor } from '#shared/review/anchor.ts';
import { partOf } from '#shared/review/part-of.ts';
import { sectionOf } from '#shared/template/template.ts';
import { type Departure, quoted, type Reviewed, reasonOf } from './departure.ts';

/** A decision that the comparison or the kind of project does not bear out. */
export function optionDepartures(source: Reviewed): readonly Departure[] {
  const section = sectionOf(source.template, 'options');
  const candidate = section ? reviewedCandidate(source.review, section) : null;
  if (!candidate) return [];
  return [...rankingDepartures(source, candidate), ...projectKindDepartures(source, candidate)];
}

function rankingDepartures({ review, template, choice }: Reviewed, candidate: string): readonly Departure[] {
  const ranking = optionRanking(review, template);
  if (!ranking || !choice || choice.lean === 'open') return [];
  const own = ranking.options.find((option) => option.candidate.id === candidate);
  const [leader] = ranking.leaders;
  if (!leader || own?.mean == null || splitOption(review, template)?.chosen) return [];
  const leads = ranking.leaders.includes(own);
  if (choice.lean === 'for' ? leads : !leads || ranking.leaders.length > 1) return [];
  const against = choice.lean === 'for' ? ranking.leaders : [own];
  const close = ranking.close === '' ? '' : ` Only closely: ${ranking.close}.`;
  return [
    {
      id: 'ranking',
      text: `The decision is “${choice.name}”, but the comparison is led by ${quoted(against.map((option) => option.candidate.name))} with ${meanText(leader)} of 5${leads ? '' : `, and “${own.candidate.name}” has ${meanText(own)}`}.${close}`,
      rests: [...against, ...(leads ? [] : [own])].map((option) => ({
        place: anchor('options', 'candidates'),
        text: `“${option.candidate.name}” ${meanText(option)} of 5`,
      })),
      place: anchor('options', 'candidates'),
      ...reasonOf(review, 'ranking'),
    },
  ];
}

function meanText({ mean }: RankedOption): string {
  return mean?.toFixed(2) ?? '–';
}

function projectKindDepartures({ review, template, choice }: Reviewed, candidate: string): readonly Departure[] {
  const { projectKind } = partOf(review, 'options');
  const kind = sectionOf(template, 'options')?.projectKinds.find(({ id }) => id === projectKind);
  if (!kind || !choice || choice.lean === 'open') return [];
  const isNamed = kind.candidates.includes(candidate);
  const departs = choice.lean === 'for' ? !isNamed : isNamed && kind.candidates.length === 1;
  const place = anchor('options', 'project-kind');
  return departs
    ? [
        {
          id: 'project-kind',
          text: `The decision is “${choice.name}”, but for “${kind.name}” the sources ${isNamed ? 'name the candidate alone' : 'name others'}.`,
          rests: [{ place, text: `Kind of project: “${kind.name}”` }],
          place,
          ...reasonOf(review, 'project-kind'),
        },
      ]
    : [];
}
