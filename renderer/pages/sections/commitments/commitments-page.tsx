import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { say } from '#renderer/base/voice.ts';
import { About } from '#renderer/components/about.tsx';
import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { AnsweredRisk } from '#renderer/pages/sections/parts/answered-risk.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import { OneForAll } from '#renderer/pages/sections/parts/one-for-all.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { type CommitmentState, commitmentState } from '#shared/kinds/commitments/answers.ts';
import { editCommitment, makeNoneOf } from '#shared/kinds/commitments/edit.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import './commitments-page.css';

type Commitment = SectionOf<'commitments'>['commitments'][number];

/** What the team signs up to, line by line: yes or no, who sees to it, and how. */
export function CommitmentsPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'commitments'>;
}) {
  const drawn = useRowsDrawn(5);
  const commitments = useDocument(editor, (review) => review.commitments);
  const states = section.commitments.map(({ id }) => commitments?.commitments[id]?.made ?? null);
  const made = states.filter((state) => state === true).length;
  const open = states.filter((state) => state === null).length;
  return (
    <div className="commitments-page">
      <Card
        title="What we sign up to"
        aside={
          <span className="small soft">
            {made} of {states.length} made{open > 0 && `, ${open} open`}
          </span>
        }
      >
        {open > 1 && (
          <div>
            <OneForAll
              words={open === states.length ? 'None of these is promised…' : `None of the other ${open} is promised…`}
              field="Why none of them is promised"
              placeholder="Why none of them is promised"
              submit="None is promised"
              onSubmit={(reason) => {
                const ids = section.commitments.map(({ id }) => id);
                editor.update((review) => makeNoneOf(review, ids, reason));
                say(`${open} are not promised.`);
              }}
            />
          </div>
        )}
        <ol className="commitments">
          {section.commitments.slice(0, drawn).map((commitment) => (
            <CommitmentLine key={commitment.id} editor={editor} commitment={commitment} />
          ))}
        </ol>
      </Card>
    </div>
  );
}

function CommitmentLine({ editor, commitment }: { readonly editor: ReviewEditor; readonly commitment: Commitment }) {
  const id = anchor('commitments', commitment.id);
  const { made, owner, note } = useDocument(editor, (review) => commitmentState(review, commitment.id));
  const people = useDerived(editor, knownPeople);
  const edit = (change: Partial<CommitmentState>, key?: string) =>
    editor.update((document) => editCommitment(document, commitment.id, change), key);
  return (
    <li className="commitment" id={id} aria-label={commitment.name}>
      <About subject={commitment.name}>
        <div className="commitment__words">
          <p className="commitment__name">{commitment.name}</p>
          <p>{commitment.help}</p>
          <AnsweredRisk editor={editor} risk={commitment.risk} lead="Answers the risk" />
          <Help
            summary="Sources"
            texts={[]}
            sources={commitment.sources}
            template={editor.template}
            openLink={editor.openLink}
          />
        </div>
        <div className="commitment__answer">
          <ChoiceGroup
            label="Do we commit ourselves"
            isLabelHidden
            value={made}
            choices={[
              { value: true, text: 'Yes', key: 'y', tone: 'for' },
              { value: false, text: 'No', key: 'n', tone: 'open' },
            ]}
            onChange={(isMade) => edit({ made: isMade })}
          />
          {(made === true || owner !== '') && (
            <ComboField
              label="Who sees to it"
              value={owner}
              suggestions={people}
              onChange={(name) => edit({ owner: name }, `${id}.owner`)}
            />
          )}
          {(made !== null || note !== '') && (
            <TextArea
              label={made === false ? 'Why not' : 'How it is kept'}
              isRequired={made === false && isBlank(note)}
              rows={1}
              value={note}
              onChange={(text) => edit({ note: text }, `${id}.note`)}
            />
          )}
        </div>
      </About>
    </li>
  );
}
