import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { say } from '#renderer/base/voice.ts';
import { About } from '#renderer/components/about.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { DateField } from '#renderer/components/date-field.tsx';
import { Help } from '#renderer/components/help.tsx';
import { Note } from '#renderer/components/note.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import { OneForAll } from '#renderer/pages/sections/parts/one-for-all.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { owesLearner, type TopicState, topicState } from '#shared/kinds/training/answers.ts';
import { editTopic, setRestLearner } from '#shared/kinds/training/edit.ts';
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
    <>
      <RestOfTopics editor={editor} topics={topics} />
      <ol className="topics">
        {topics.slice(0, drawn).map((topic) => (
          <Topic key={topic.id} editor={editor} topic={topic} people={people} />
        ))}
      </ol>
    </>
  );
}

/** One name for all topics that nobody learns yet. */
function RestOfTopics({
  editor,
  topics,
}: {
  readonly editor: ReviewEditor;
  readonly topics: readonly TrainingTopic[];
}) {
  const ids = topics.map(({ id }) => id);
  const open = useDocument(editor, (review) => ids.filter((id) => owesLearner(topicState(review, id))).length);
  if (open < 2) return null;
  const words = open === ids.length ? 'One name for all of them…' : `One name for the other ${open}…`;
  return (
    <div>
      <OneForAll
        words={words}
        field="Who learns what nobody has yet"
        placeholder="Who learns them"
        submit="They learn them"
        onSubmit={(who) => {
          editor.update((review) => setRestLearner(review, ids, who));
          say(`${who} learns ${open} topics.`);
        }}
      />
    </div>
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
            isRequired={owesLearner({ done, who })}
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
