import { Hand, Keyboard, Users } from 'lucide-react';
import { useId, useState } from 'react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { useLingering } from '#renderer/base/taken-in.ts';
import { About } from '#renderer/components/about.tsx';
import { Button } from '#renderer/components/button.tsx';
import { Checkbox } from '#renderer/components/checkbox.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { NumberField } from '#renderer/components/number-field.tsx';
import { SelectField } from '#renderer/components/select-field.tsx';
import { TextField } from '#renderer/components/text-field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import { presentPeople } from '#shared/kinds/context/people.ts';
import { readKeyLine } from '#shared/rounds/at-once.ts';
import { changedVoters, type Round, withMovers } from '#shared/rounds/rounds.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import './vote.css';

export interface BeginVoteProps {
  readonly editor: ReviewEditor;
  /** What is voted on; null for a premortem, for which the keyboard is passed on. */
  readonly thing: StageThing | null;
  /** The round before on the same; null for the first. */
  readonly last: Round | null;
  readonly onKeyboard: (present: readonly string[]) => void;
  /** Votes that were seen by everybody, and so are revealed at once. */
  readonly onSeen: (votes: Pick<Round, 'way' | 'present' | 'ballots' | 'counts'>) => void;
}

/** Who votes, and how. */
export function BeginVote({ editor, thing, last, onKeyboard, onSeen }: BeginVoteProps) {
  const people = useDerived(editor, presentPeople);
  const names = people.filter(({ part }) => part !== 'observer').map(({ name }) => name.trim());
  const all = [...new Set(names)];
  const [left, setLeft] = useState<readonly string[]>([]);
  const [way, setWay] = useState<'ask' | 'at-once' | 'hands'>('ask');
  const present = all.filter((name) => !left.includes(name));
  const choose = (chosen: 'at-once' | 'hands') =>
    focusAfter(
      () => setWay(chosen),
      () => document.querySelector<HTMLElement>('.vote__form input'),
    );

  const isAsking = !thing || way === 'ask';
  const isThere = useLingering(isAsking);
  const Way = way === 'at-once' ? AtOnce : Hands;

  return (
    <>
      {!isAsking && <Way thing={thing} last={last} present={present} onSeen={onSeen} onBack={() => setWay('ask')} />}
      {isThere && (
        <div className={`vote__form stack ${isAsking ? '' : 'vote__form--going'}`}>
          {all.length === 0 && (
            <>
              <p>Nobody is listed yet. A show of hands needs no names; the other ways do.</p>
              <div>
                <LinkButton href={sectionHref(editor.id, 'context', 'context.participants')}>
                  List who takes part
                </LinkButton>
              </div>
            </>
          )}
          {all.length > 0 && (
            <fieldset>
              <legend className="vote__title">Who votes</legend>
              <div className="vote__checks">
                {all.map((name) => (
                  <Checkbox
                    key={name}
                    isSelected={!left.includes(name)}
                    onChange={(isIn) => setLeft(isIn ? left.filter((other) => other !== name) : [...left, name])}
                  >
                    {name}
                  </Checkbox>
                ))}
              </div>
            </fieldset>
          )}
          <div className="vote__keyboard row">
            <Button
              kind="primary"
              icon={Keyboard}
              autoFocus
              isDisabled={present.length === 0}
              onPress={() => onKeyboard(present)}
            >
              Pass the keyboard
            </Button>
            {thing && (
              <>
                <Button icon={Users} isDisabled={present.length === 0} onPress={() => choose('at-once')}>
                  All at once
                </Button>
                <Button icon={Hand} onPress={() => choose('hands')}>
                  Show of hands
                </Button>
              </>
            )}
          </div>
          <p className="vote__keyboard soft">
            {thing
              ? 'At the keyboard, each votes unseen, with a reason, and all is revealed together. All at once, cards or fingers are held up, and you type one key for each. A show of hands has numbers and no names, so nobody is asked there whose reason moved them.'
              : 'Each writes unseen why it failed, and all is revealed together. Ten minutes are usual.'}
          </p>
        </div>
      )}
    </>
  );
}

interface WayProps extends Pick<BeginVoteProps, 'last' | 'onSeen'> {
  readonly thing: StageThing;
  readonly present: readonly string[];
  readonly onBack: () => void;
}

function AtOnce({ thing, last, present, onSeen, onBack }: WayProps) {
  const problemId = useId();
  const [line, setLine] = useState('');
  const [moved, setMoved] = useState<Readonly<Record<string, string>>>({});
  const read = readKeyLine(line, present, thing.judgements);
  const ballots = read.kind === 'read' ? withMovers(last, read.ballots, moved) : [];
  const keys = thing.judgements[0]?.choices
    .filter(({ key }) => key !== null)
    .map(({ key, text }) => `${key?.toUpperCase()} ${text}`);
  return (
    <form
      className="vote__form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.kind === 'read') onSeen({ way: 'at-once', present, ballots, counts: [] });
      }}
    >
      <p>{present.join(' · ')}</p>
      <TextField
        label="One key for each, in this order"
        isName
        help={`${keys?.join(', ')}. A hyphen for somebody who holds up nothing.${thing.judgements.length > 1 ? ` ${thing.judgements.length} keys each: ${thing.judgements.map(({ name }) => name.toLowerCase()).join(', then ')}.` : ''}`}
        value={line}
        onChange={setLine}
      />
      {read.kind === 'read' ? (
        <ul className="vote__columns" aria-label="As read">
          {ballots.map(({ voter, answers }) => (
            <li key={voter}>
              <strong>{voter}</strong>
              {answers.map(({ judgement, answer }) => (
                <span key={judgement}>
                  {
                    thing.judgements.find(({ id }) => id === judgement)?.choices.find(({ value }) => value === answer)
                      ?.text
                  }
                </span>
              ))}
            </li>
          ))}
        </ul>
      ) : (
        line !== '' && (
          <p id={problemId} className="soft">
            {read.problem}
          </p>
        )
      )}
      {last && (
        <Movers
          last={last}
          voters={changedVoters(last, ballots)}
          moved={moved}
          onMoved={(voter, mover) => setMoved({ ...moved, [voter]: mover })}
        />
      )}
      <div className="vote__keyboard row">
        <Button
          kind="primary"
          type="submit"
          isDisabled={read.kind !== 'read'}
          describedBy={read.kind !== 'read' && line !== '' ? problemId : undefined}
        >
          Take the votes
        </Button>
        <Button onPress={onBack}>Back</Button>
      </div>
    </form>
  );
}

interface MoversProps {
  readonly last: Round;
  readonly voters: readonly string[];
  readonly moved: Readonly<Record<string, string>>;
  readonly onMoved: (voter: string, mover: string) => void;
}

/** Asks those who answer otherwise than in the round before whose reason moved them. */
function Movers({ last, voters, moved, onMoved }: MoversProps) {
  if (voters.length === 0) return null;
  return (
    <div className="vote__keyboard vote__movers">
      {voters.map((voter) => (
        <SelectField
          key={voter}
          label={`Whose reason moved ${voter}`}
          placeholder="Nobody’s"
          value={moved[voter] || null}
          options={last.ballots
            .filter((ballot) => ballot.voter !== voter)
            .map((ballot) => ({ value: ballot.voter, text: ballot.voter }))}
          onChange={(mover) => onMoved(voter, mover ?? '')}
        />
      ))}
    </div>
  );
}

function Hands({ thing, present, onSeen, onBack }: WayProps) {
  const [counts, setCounts] = useState<Readonly<Record<string, number | null>>>({});
  const given = thing.judgements.flatMap((judgement) =>
    judgement.choices.flatMap(({ value }) => {
      const count = counts[`${judgement.id} ${value}`] ?? 0;
      return count > 0 ? [{ judgement: judgement.id, answer: value, count }] : [];
    }),
  );
  return (
    <form
      className="vote__form stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (given.length > 0) onSeen({ way: 'hands', present, ballots: [], counts: given });
      }}
    >
      {thing.judgements.map((judgement) => (
        <fieldset key={judgement.id}>
          <legend className="vote__title">{judgement.name}</legend>
          <About subject={thing.judgements.length > 1 ? judgement.name : ''}>
            <div className="vote__checks">
              {judgement.choices.map(({ value, text }) => (
                <NumberField
                  key={value}
                  label={text}
                  limits={{ min: 0, max: 1000 }}
                  value={counts[`${judgement.id} ${value}`] ?? null}
                  onChange={(count) => setCounts((before) => ({ ...before, [`${judgement.id} ${value}`]: count }))}
                />
              ))}
            </div>
          </About>
        </fieldset>
      ))}
      <div className="vote__keyboard row">
        <Button kind="primary" type="submit" isDisabled={given.length === 0}>
          Take the votes
        </Button>
        <Button onPress={onBack}>Back</Button>
      </div>
    </form>
  );
}
