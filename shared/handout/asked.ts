import { assertNever } from '#shared/base/assert-never.ts';
import type { RecordField } from '#shared/record/model.ts';
import type { SectionOf, TemplateSection } from '#shared/template/template.ts';

interface Named {
  readonly name: string;
}

/** What a section asks, as short as a facilitator needs it to lead through. */
export function askedOf(section: TemplateSection): readonly RecordField[] {
  switch (section.kind) {
    case 'context':
      return names('Fields', section.fields);
    case 'screening':
      return [
        ...names('Signals for it', section.fit),
        ...names('Signals against it', section.misfit),
        ...names('Motivations', section.motivations),
      ];
    case 'rule':
      return ruleAsked(section);
    case 'questions':
      return section.groups.flatMap(({ name, questions }) => names(name, questions));
    case 'options':
      return [
        ...names(
          'Candidates to begin with',
          section.candidates.filter(({ preselected }) => preselected),
        ),
        ...names('Criteria', section.criteria),
        ...names('Kinds of project', section.projectKinds),
      ];
    case 'path':
      return section.stages.flatMap(({ name, help, exitCriteria }) =>
        sentences(name, exitCriteria.length === 0 ? [help] : exitCriteria.map(({ text }) => text)),
      );
    case 'strategy':
      return [
        ...sentences(
          'Questions',
          section.questions.map(({ question }) => question),
        ),
        ...names('Ways', section.strategies),
        ...names('Rules', section.rules),
      ];
    case 'risks':
      return risksAsked(section);
    case 'evidence':
      return names('Measures', section.measures);
    case 'audit':
      return names('Tools', section.toolchain);
    case 'training':
      return names('Topics', section.topics);
    case 'commitments':
      return names('Commitments', section.commitments);
    case 'decision':
      return names('Choices', section.choices);
    case 'sign-off':
      return sentences('A signature means', [section.statement]);
    default:
      return assertNever(section);
  }
}

function ruleAsked({ questions, outcomes }: SectionOf<'rule'>): readonly RecordField[] {
  return [
    ...questions.flatMap(({ name, question, evidenceHint }) =>
      sentences(name, [question, ...(evidenceHint === '' ? [] : [`Evidence: ${evidenceHint}`])]),
    ),
    ...names('Outcomes', outcomes),
  ];
}

/** The risks of each group, with the numbers that they have in lists, heat maps and records. */
function risksAsked({ groups, risks }: SectionOf<'risks'>): readonly RecordField[] {
  const numbered = risks.map((risk, index) => ({ ...risk, name: `${index + 1} ${risk.name}` }));
  return groups.flatMap(({ id, name }) =>
    names(
      name,
      numbered.filter(({ group }) => group === id),
    ),
  );
}

/** Names in a line; nothing for none. */
function names(label: string, items: readonly Named[]): readonly RecordField[] {
  return sentences(label, items.length === 0 ? [] : [items.map(({ name }) => name).join(' · ')]);
}

/** Sentences one below the other; nothing for none. */
function sentences(label: string, texts: readonly string[]): readonly RecordField[] {
  return texts.length === 0 ? [] : [{ label, text: texts.join('\n') }];
}
