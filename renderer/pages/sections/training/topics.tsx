import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { About } from '#renderer/components/about.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Help } from '#renderer/components/help.tsx';
import { Note } from '#renderer/components/note.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { type TopicState, topicState } from '#shared/kinds/training/answers.ts';
import { editTopic } from '#shared/kinds/training/edit.ts';
import type { TrainingTopic } from '#shared/kinds/training/training.ts';
import { anchor } from '#shared/review/anchor.ts';
import './training-page.css';

/** The curriculum in its order: who learns each topic, by when, and whether it is done. */
export function Topics({
  editor,
  topics,
}: {
  readonly editor: ReviewEditor;
  readonly topics: readonly TrainingTopic[];
}) {
  const people = useDerived(editor, knownPeople);
  const drawn = useRowsDrawn(2);
  return (
    <ol className="topics">
      {topics.slice(0, drawn).map((topic) => (
        <Topic key={topic.id} editor={editor} topic={topic} people={people} />
      ))}
    </ol>
  );
}

function Topic({
  editor,
  topic,
  people,
}: {
  readonly editor: ReviewEditor;
  readonly topic: TrainingTopic;
  readonly people: readonly string[];
}) {
  const id = anchor('training', topic.id);
  const { who, due, done, note } = useDocument(editor, (review) => topicState(review, topic.id));
  const edit = (change: Partial<TopicState>, key?: string) =>
    editor.update((document) => editTopic(document, topic.id, change), key);
  return (
    <li className={`topic ${done ? 'topic--done' : ''}`} id={id} aria-label={topic.name}>
      <About subject={topic.name}>
        <p className="topic__name">{topic.name}</p>
        <div className="topic__who">
          <ComboField
            label="Who"
            isRequired={!done && isBlank(who)}
            value={who}
            suggestions={people}
            onChange={(name) => edit({ who: name }, `${id}.who`)}
          />
        </div>
        <div className="topic__due">
          <DateField label="Due" value={due} onChange={(date) => edit({ due: date })} />
        </div>
        <div className="topic__done">
          <Checkbox isOneOfMany isSelected={done} onChange={(isDone) => edit({ done: isDone })}>
            Done
          </Checkbox>
        </div>
        <div className="topic__more">
          <Help texts={[topic.help]} sources={topic.sources} template={editor.template} openLink={editor.openLink} />
          <Note label="Note" value={note} onChange={(text) => edit({ note: text }, `${id}.note`)} />
        </div>
      </About>
    </li>
  );
}
