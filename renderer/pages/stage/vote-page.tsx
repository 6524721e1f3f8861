import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { focusFromTop } from '#renderer/base/focus-from-top.ts';
import { fillScreen, useFullScreenLeft } from '#renderer/base/full-screen.ts';
import { type Route, sectionHref, stageHref, voteHref, votesHref } from '#renderer/base/routes.ts';
import { navigate } from '#renderer/base/use-route.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import { FaultText } from '#renderer/components/fault-text.tsx';
import { IconButton } from '#renderer/components/icon-button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { LINE_LIMIT } from '#shared/base/limits.ts';
import type { ToDoKind } from '#shared/review/to-do.ts';
import { addRound, PREMORTEM, type Round, votesOf } from '#shared/rounds/rounds.ts';
import { roundSpreadWords } from '#shared/rounds/words.ts';
import { canDiffer } from '#shared/stage/differing-views.ts';
import { giveAnswer } from '#shared/stage/give-answer.ts';
import type { StageThing } from '#shared/stage/judgement.ts';
import { stageThings, thingAt } from '#shared/stage/stage-things.ts';
import { AddControls } from './add-controls.tsx';
import { BeginVote } from './begin-vote.tsx';
import { KeepViews } from './keep-views.tsx';
import { OpenVote, votedText } from './open-vote.tsx';
import { PremortemResults } from './premortem-results.tsx';
import { SilentClock } from './silent-clock.tsx';
import { StageJudgement } from './stage-judgement.tsx';
import { type RoundControl, useRound } from './use-round.ts';
import { VoteResults } from './vote-results.tsx';
import './vote.css';
import './stage.css';

export interface VotePageProps {
  readonly session: ReviewSession;
  readonly route: Extract<Route, { readonly page: 'vote' }>;
  readonly onAdd: (kind: ToDoKind) => void;
}

/** What is put to the vote; `thing` null: a premortem, which is about the whole review. */
interface Subject {
  readonly id: string;
  readonly name: string;
  readonly question: string;
  readonly thing: StageThing | null;
}

const THE_PREMORTEM: Subject = {
  id: PREMORTEM,
  name: 'Premortem',
  question: 'It is the review date, and it failed. Why?',
  thing: null,
};

function subjectOf(things: readonly StageThing[], wanted: string): Subject | null {
  if (wanted === PREMORTEM) return THE_PREMORTEM;
  const thing = thingAt(things, wanted);
  if (!thing || thing.judgements.length === 0) return null;
  const { id, name, text } = thing;
  return { id, name, question: text.slice(0, LINE_LIMIT).toWellFormed(), thing };
}

/** One thing put to the vote: who votes and how, the ballots, and what came of it. */
export function VotePage({ session, route, onAdd }: VotePageProps) {
  const editor = useEditor(session);
  const things = useDerived(editor, stageThings);
  const title = useDocument(editor, (review) => review.title);
  const page = useRef<HTMLElement>(null);
  const subject = subjectOf(things, route.thing);
  useTitle(subject ? `Vote: ${subject.name}` : 'Vote', title);
  useEffect(() => focusFromTop(page.current), []);
  const thing = subject?.thing;
  const leave = () => navigate(thing ? sectionHref(editor.id, thing.section, thing.id) : votesHref(editor.id));
  useFullScreenLeft(leave);
  return (
    <main ref={page} className="stage-page stage-page--vote" tabIndex={-1} aria-label="Vote">
      {subject ? (
        <Vote session={session} editor={editor} subject={subject} />
      ) : (
        <h1 className="stage-page__name">This cannot be put to the vote.</h1>
      )}
      <div className="stage-page__controls stage-page__controls--shown">
        <AddControls add={onAdd} />
        <IconButton icon={X} label="Leave the vote" onPress={leave} />
      </div>
    </main>
  );
}

type Phase =
  /** Whether a round is open is not known yet. */
  | 'asking'
  /** A round on something else is open. */
  | 'elsewhere'
  | 'begin'
  | 'open'
  | 'revealed';

interface VoteProps {
  readonly session: ReviewSession;
  readonly editor: ReviewEditor;
  readonly subject: Subject;
}

function Vote({ session, editor, subject }: VoteProps) {
  const rounds = useDocument(editor, (review) => review.rounds);
  const control = useRound(editor);
  const [isAgain, setAgain] = useState(false);
  const own = (rounds ?? []).filter((round) => round.subject === subject.id);
  const phase = phaseOf(control, subject, own.length > 0 && !isAgain);
  const note = phase === 'open' && control.open ? votedText(control.open) : '';
  const view = phase === 'revealed' ? 'revealed' : 'open';
  useEffect(() => {
    // The silent minutes are over once everybody reads what was written in them.
    const change = view === 'revealed' ? { timer: null } : {};
    session.room.show({ place: subject.id, isBlank: false, vote: { view, note }, ...change });
  }, [session, subject.id, view, note]);
  useEffect(() => () => session.room.show({ vote: null, scrolled: 0 }), [session]);
  useEffect(() => {
    const tell = () => session.room.show({ scrolled: scrollY / innerHeight });
    addEventListener('scroll', tell, { passive: true });
    return () => removeEventListener('scroll', tell);
  }, [session]);
  useSaid(phase === 'revealed' ? spokenResult(subject, own) : '', 0);

  return (
    <>
      <div className="stage-page__thing">
        <p className="stage-page__place">{phase === 'revealed' ? 'The votes' : 'Vote'}</p>
        <h1 className="stage-page__name">{subject.name}</h1>
        <p
          className={`stage-page__text stage-page__text--short ${phase === 'revealed' && subject.thing ? 'stage-page__text--known' : ''}`}
        >
          {subject.question}
        </p>
        {!subject.thing && (phase === 'begin' || phase === 'open') && <SilentClock session={session} />}
        {control.fault && (
          <Callout tone="warning" title="That did not work" role="alert">
            <FaultText fault={control.fault} />
          </Callout>
        )}
        <VotePhase
          editor={editor}
          subject={subject}
          control={control}
          phase={phase}
          rounds={own}
          onBegun={() => setAgain(false)}
        />
      </div>
      {phase === 'revealed' && subject.thing && (
        // Begun anew with each round: what was about to be kept was of the one before.
        <TeamAnswer key={own.length} editor={editor} thing={subject.thing} onAgain={() => setAgain(true)} />
      )}
    </>
  );
}

function phaseOf({ open }: RoundControl, subject: Subject, isRevealed: boolean): Phase {
  if (open) return open.subject === subject.id ? 'open' : 'elsewhere';
  if (isRevealed) return 'revealed';
  return open === undefined ? 'asking' : 'begin';
}

function spokenResult({ thing }: Subject, rounds: readonly Round[]): string {
  const last = rounds.at(-1);
  const words = thing && last ? roundSpreadWords(votesOf(last, thing)) : '';
  return words === '' ? 'Revealed.' : `Revealed: ${words.charAt(0).toLowerCase()}${words.slice(1)}.`;
}

interface VotePhaseProps {
  readonly editor: ReviewEditor;
  readonly subject: Subject;
  readonly control: RoundControl;
  readonly phase: Phase;
  /** The revealed rounds on the subject. */
  readonly rounds: readonly Round[];
  readonly onBegun: () => void;
}

function VotePhase({ editor, subject, control, phase, rounds, onBegun }: VotePhaseProps) {
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  const { open } = control;
  const { thing } = subject;
  if (open && phase === 'elsewhere') {
    return (
      <p className="vote__form">
        Another vote is open: “{open.question}”. Finish it first.{' '}
        <LinkButton href={voteHref(editor.id, open.subject)}>Go to it</LinkButton>
      </p>
    );
  }
  if (open && phase === 'open') {
    const others = rounds.at(-1)?.ballots.map(({ voter }) => voter) ?? [];
    return <OpenVote key={open.id} control={control} round={open} thing={thing} others={others} />;
  }
  if (phase === 'revealed') {
    if (thing) return <VoteResults thing={thing} rounds={rounds} />;
    return <PremortemResults editor={editor} rounds={rounds} isReadOnly={isSealed} />;
  }
  if (phase !== 'begin' || isSealed) return null;
  return (
    <BeginVote
      editor={editor}
      thing={thing}
      last={rounds.at(-1) ?? null}
      onKeyboard={(present) => {
        onBegun();
        void control.begin({ subject: subject.id, question: subject.question, present: [...present] });
      }}
      onSeen={(votes) => {
        const at = editor.moment();
        const round = { id: editor.newId(), subject: subject.id, question: subject.question, ...votes };
        editor.commit((review) => addRound(review, { ...round, openedAt: at, revealedAt: at, closedBecause: '' }));
        onBegun();
      }}
    />
  );
}

interface TeamAnswerProps {
  readonly editor: ReviewEditor;
  readonly thing: StageThing;
  readonly onAgain: () => void;
}

/** What the team answers after all that, which whoever leads sets. */
function TeamAnswer({ editor, thing, onAgain }: TeamAnswerProps) {
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  return (
    <aside className="stage-page__follows" aria-label="The team’s answer">
      <h2 className="stage-page__title">The team’s answer</h2>
      {thing.judgements.map((judgement) => (
        <StageJudgement
          key={judgement.id}
          judgement={judgement}
          isNameHidden={thing.judgements.length === 1}
          isCurrent={false}
          isOneOfMany={false}
          isReadOnly={isSealed}
          onChange={(value) => editor.update((review) => giveAnswer(review, judgement.place, value))}
        />
      ))}
      <div className="vote__form vote__keyboard row">
        {!isSealed && <Button onPress={onAgain}>Vote again</Button>}
        {!isSealed && canDiffer(thing) && <KeepViews editor={editor} thing={thing} />}
        <LinkButton href={votesHref(editor.id)}>All votes</LinkButton>
        <Button
          onPress={() => {
            fillScreen();
            navigate(stageHref(editor.id, thing.id));
          }}
        >
          On the stage
        </Button>
      </div>
    </aside>
  );
}
