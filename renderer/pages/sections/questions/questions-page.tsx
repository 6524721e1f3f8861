import { sectionHref } from '#renderer/base/routes.ts';
import { useRowsDrawn } from '#renderer/base/use-later.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { questionSummaries } from '#shared/kinds/questions/questions.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { ChoiceQuestionCard } from './choice-question-card.tsx';
import './questions-page.css';
import '#renderer/components/wide-columns.css';

/** A questionnaire: what holds is ticked, and each question says at once what risk that leaves. */
export function QuestionsPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'questions'>;
}) {
  const summaries = useDerived(editor, questionSummaries);
  const groups = useRowsDrawn(1);
  const questions = useRowsDrawn(2);
  return (
    <div className="stack stack--loose questions-page">
      {summaries.length > 1 && (
        <nav className="questions-overview" aria-label="Groups of questions">
          <ul>
            {summaries.map(({ group, text }) => (
              <li key={group.id}>
                <a href={sectionHref(editor.id, 'questions', groupAnchor(group.id))}>{group.name}</a>
                <span className="small soft">{text}</span>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {section.groups.slice(0, groups).map((group) => (
        <section
          key={group.id}
          className="stack wide-columns"
          id={groupAnchor(group.id)}
          aria-labelledby={`group-${group.id}`}
        >
          <header className="questions-group wide-columns__whole">
            <h3 id={`group-${group.id}`}>{group.name}</h3>
            {group.help !== '' && <p className="soft preserve-lines">{group.help}</p>}
          </header>
          {group.questions.slice(0, questions).map((question, index) => (
            <ChoiceQuestionCard
              key={question.id}
              editor={editor}
              question={question}
              place={`${index + 1} of ${group.questions.length}`}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

function groupAnchor(group: string): string {
  return anchor('questions', 'group', group);
}
