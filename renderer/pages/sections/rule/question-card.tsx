import { Card } from '#renderer/components/card.tsx';
import { type Choice, ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { RequiredMark } from '#renderer/components/field.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DissentEditor } from '#renderer/pages/sections/parts/dissent-editor.tsx';
import { EvidenceEditor } from '#renderer/pages/sections/parts/evidence-editor.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import { PutToVote } from '#renderer/pages/sections/parts/put-to-vote.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import { isBlankEvidence } from '#shared/kinds/evidence/evidence.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import { type Answer, type RuleAnswer, ruleAnswer } from '#shared/kinds/rule/answers.ts';
import { editAnswer } from '#shared/kinds/rule/edit.ts';
import { ANSWER_WORDS } from '#shared/kinds/rule/words.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { RuleQuestion } from '#shared/template/template.ts';

const CHOICES: readonly Choice<Answer>[] = [
  { value: 'yes', text: ANSWER_WORDS.yes, key: 'y' },
  { value: 'no', text: ANSWER_WORDS.no, key: 'n' },
  { value: 'unsure', text: ANSWER_WORDS.unsure, key: 'u', tone: 'open' },
];

/** One question of the rule: its wording, the answer, and what the answer rests on. */
export function QuestionCard({
  editor,
  question,
  place,
}: {
  readonly editor: ReviewEditor;
  readonly question: RuleQuestion;
  /** Where the question stands, such as “Question 1 of 3”. */
  readonly place: string;
}) {
  const id = anchor('rule', question.id);
  const {
    answer,
    rationale,
    evidence,
    dissent,
    notKnown = UNASSIGNED,
  } = useDocument(editor, (review) => ruleAnswer(review, question.id));
  const edit = (change: Partial<RuleAnswer>, key?: string) =>
    editor.update((review) => editAnswer(review, question.id, change), key);

  return (
    <Card id={id} title={question.name} about={question.name} aside={<span className="soft small">{place}</span>}>
      <p className="lead" id={`${id}.question`}>
        {question.question}
      </p>
      <div className="stack stack--tight" data-owed={answer === null || undefined}>
        <ChoiceGroup
          label="Answer"
          describedBy={`${id}.question`}
          isLabelHidden
          size="large"
          value={answer}
          choices={CHOICES}
          onChange={(chosen) => edit({ answer: chosen })}
        />
        {answer === 'unsure' && (
          <NotKnownFields
            editor={editor}
            value={notKnown}
            onChange={(changed, key) => edit({ notKnown: changed }, key && `${id}.not-known.${key}`)}
          />
        )}
        <Help
          texts={[
            question.help,
            isBlank(question.evidenceHint) ? '' : `What would count as evidence: ${question.evidenceHint}`,
          ]}
          sources={question.sources}
          template={editor.template}
          openLink={editor.openLink}
        />
        <PutToVote review={editor.id} thing={id} name={question.name} />
      </div>
      <TextArea
        label="Why this answer"
        isRequired={answer === 'yes' || answer === 'no'}
        rows={2}
        value={rationale}
        onChange={(text) => edit({ rationale: text }, `${id}.rationale`)}
      />
      <div
        className="stack stack--tight"
        data-owed={(answer === 'yes' && evidence.every(isBlankEvidence)) || undefined}
      >
        <h4>
          Evidence
          {answer === 'yes' && <RequiredMark isHidden={!evidence.every(isBlankEvidence)} />}
        </h4>
        <EvidenceEditor
          editor={editor}
          evidence={evidence}
          idPrefix={id}
          isOwed={answer === 'yes'}
          onChange={(entries, key) => edit({ evidence: entries }, key)}
        />
      </div>
      <div className="stack stack--tight">
        <h4>Differing views</h4>
        <DissentEditor
          editor={editor}
          thing={id}
          dissent={dissent}
          idPrefix={id}
          onChange={(entries, key) => edit({ dissent: entries }, key)}
        />
      </div>
    </Card>
  );
}
