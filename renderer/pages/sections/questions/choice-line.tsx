import { Checkbox } from '#renderer/components/checkbox.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { isBlank } from '#shared/base/limits.ts';
import { setChoice } from '#shared/kinds/questions/edit.ts';
import type { ChoiceQuestion, QuestionChoice } from '#shared/kinds/questions/questions.ts';
import { hasContent, ResourceLink } from './resource-link.tsx';
import './questions-page.css';

export interface ChoiceLineProps {
  readonly editor: ReviewEditor;
  readonly question: ChoiceQuestion;
  readonly choice: QuestionChoice;
  readonly isTaken: boolean;
  readonly isDisabled: boolean;
}

/** A choice to tick, with what it means and where to read more on demand. */
export function ChoiceLine({ editor, question, choice, isTaken, isDisabled }: ChoiceLineProps) {
  const { help, name } = choice;
  const resources = linksOf(choice, 'resource');
  const hasMore = !isBlank(help) || resources.length > 0;
  return (
    <li className="choices__line">
      <Checkbox
        isSelected={isTaken}
        isDisabled={isDisabled}
        onChange={(taken) => editor.update((document) => setChoice(document, question, choice, taken))}
      >
        {name}
      </Checkbox>
      {hasMore && (
        <Disclosure
          summary={
            <span className="small">
              What it means<span className="visually-hidden">: {name}</span>
            </span>
          }
        >
          <div className="choices__more">
            {!isBlank(help) && <p className="preserve-lines">{help}</p>}
            {resources.map((link) => (
              <ResourceLink key={`${link.text} ${link.url}`} link={link} openLink={editor.openLink} />
            ))}
          </div>
        </Disclosure>
      )}
    </li>
  );
}

type Link = NonNullable<QuestionChoice['resource']>;

/** Everything a choice says of one kind: to read, or to improve. */
export function linksOf(choice: QuestionChoice, kind: 'resource' | 'improvement'): readonly Link[] {
  const first = choice[kind];
  const further = choice.more.filter((entry) => entry.kind === kind).flatMap((entry) => entry.links);
  return [...(first ? [first] : []), ...further].filter(hasContent);
}
