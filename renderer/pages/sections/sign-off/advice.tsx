import { Card } from '#renderer/components/card.tsx';
import { ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { ComboField } from '#renderer/components/combo-field.tsx';
import { ListEditor } from '#renderer/components/list-editor.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { knownPeople } from '#renderer/pages/sections/parts/known-people.ts';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { isBlank } from '#shared/base/limits.ts';
import type { Advice as GivenAdvice } from '#shared/kinds/sign-off/answers.ts';
import { newAdvice, setAdvice } from '#shared/kinds/sign-off/edit.ts';
import { MOST_ADVICE } from '#shared/kinds/sign-off/schema.ts';
import { FOLLOWED_WORDS } from '#shared/kinds/sign-off/words.ts';
import './sign-off-page.css';

const FOLLOWED = (['yes', 'in-part', 'no'] as const).map((value) => ({ value, text: FOLLOWED_WORDS[value] }));

/** Advice that was asked for and given: from whom, what, and whether it is followed. It is no approval. */
export function Advice({ editor, isClosed }: { readonly editor: ReviewEditor; readonly isClosed: boolean }) {
  const people = useDerived(editor, knownPeople);
  const advice = useDocument(editor, ({ signOff }) => signOff.advice ?? NONE);
  if (isClosed) return advice.length === 0 ? null : <GivenAdviceList advice={advice} />;
  return (
    <Card title="Advice">
      <p className="soft">Who was asked and does not approve. Say whether the decision follows the advice, and why.</p>
      <ListEditor<GivenAdvice>
        label="Advice"
        rows={advice}
        newRow={() => newAdvice(editor.newId())}
        addText="Add advice"
        noun="advice"
        most={MOST_ADVICE}
        nameOf={(row, index) => row.from || `advice ${index + 1}`}
        empty="None."
        onChange={(rows, key) => editor.update((all) => setAdvice(all, rows), key)}
      >
        {(row, change) => (
          <div className="advice">
            <ComboField
              label="From"
              value={row.from}
              suggestions={people}
              onChange={(from) => change({ ...row, from }, 'from')}
            />
            <ChoiceGroup
              label="Followed?"
              value={row.followed}
              choices={FOLLOWED}
              onChange={(followed) => change({ ...row, followed })}
            />
            <TextArea
              label="What they advise"
              rows={1}
              value={row.text}
              onChange={(text) => change({ ...row, text }, 'text')}
            />
            <TextArea label="Why" rows={1} value={row.why} onChange={(why) => change({ ...row, why }, 'why')} />
          </div>
        )}
      </ListEditor>
    </Card>
  );
}

const NONE: readonly GivenAdvice[] = [];

function GivenAdviceList({ advice }: { readonly advice: readonly GivenAdvice[] }) {
  return (
    <Card title="Advice">
      <ul className="signed-conditions">
        {advice.map(({ id, from, text, followed, why }) => (
          <li key={id} className="signed-condition">
            <div className="signed-condition__words">
              <p className="preserve-lines">
                <bdi>{from || 'Not named'}</bdi>: {text}
              </p>
              <p className="small soft preserve-lines">
                {[followed === null ? '' : FOLLOWED_WORDS[followed], why].filter((part) => !isBlank(part)).join(': ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
