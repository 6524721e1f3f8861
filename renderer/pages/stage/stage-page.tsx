import { useEffect, useRef, useState } from 'react';
import { focusFromTop } from '#renderer/base/focus-from-top.ts';
import { useFullScreenLeft } from '#renderer/base/full-screen.ts';
import { AGENDA, agendaHref, type Route, sectionHref, stageHref, voteHref } from '#renderer/base/routes.ts';
import { navigate, navigateInstead } from '#renderer/base/use-route.ts';
import { useSaid } from '#renderer/base/use-said.ts';
import { useTitle } from '#renderer/base/use-title.ts';
import type { ReviewSession } from '#renderer/review/review-session.ts';
import type { SectionTime } from '#renderer/review/use-clock.ts';
import { useDerived, useDocument, useSession } from '#renderer/review/use-document.ts';
import { useEditor } from '#renderer/review/use-review.ts';
import { useRoomView } from '#renderer/review/use-room.ts';
import type { ToDoKind } from '#shared/review/to-do.ts';
import { giveAnswer } from '#shared/stage/give-answer.ts';
import type { Judgement, StageThing } from '#shared/stage/judgement.ts';
import { stageThings, thingAt } from '#shared/stage/stage-things.ts';
import { AgendaView } from './agenda-view.tsx';
import { StageControls } from './stage-controls.tsx';
import { useStageKeys } from './stage-keys.ts';
import { StageView } from './stage-view.tsx';
import './stage.css';

export interface StagePageProps {
  readonly session: ReviewSession;
  readonly route: Extract<Route, { readonly page: 'stage' }>;
  readonly clock: SectionTime;
  readonly onAdd: (kind: ToDoKind) => void;
}

const BLANK = 'The stage is blank. The full stop shows it again.';

/** One thing of the review at a time, for the room to read and answer. */
export function StagePage({ session, route, clock, onAdd }: StagePageProps) {
  const editor = useEditor(session);
  const things = useDerived(editor, stageThings);
  const title = useDocument(editor, (review) => review.title);
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  /** Whether the agenda came for the break, and goes with it. */
  const [isForBreak, setForBreak] = useState(false);
  const [isBlank, setBlank] = useState(false);
  /** Which answer of the thing the keys are for; of another thing it is the first. */
  const [at, setAt] = useState({ thing: '', answer: 0 });
  const { turns } = useRoomView(session);
  const stage = useRef<HTMLElement>(null);
  const { isAgenda, thing, before } = useShown(things, route.thing);
  useTitle(isAgenda ? 'Agenda' : (thing?.name ?? 'Stage'), title);
  useEffect(() => focusFromTop(stage.current), []);

  const current = thing && at.thing === thing.id ? Math.min(at.answer, thing.judgements.length - 1) : 0;
  const leave = () => navigate(isAgenda ? agendaHref(editor.id) : hrefBehind(editor.id, thing));
  useFullScreenLeft(leave);
  useSaid(isBlank ? BLANK : '', 0);
  const shown = isAgenda ? AGENDA : (thing?.id ?? null);
  useEffect(() => session.room.show({ place: shown, isBlank }), [session, shown, isBlank]);

  const show = (wanted: StageThing | undefined) => {
    if (!wanted || wanted === thing) return;
    // What had the focus goes with the thing.
    focusFromTop(stage.current);
    navigateInstead(stageHref(editor.id, wanted.id));
  };
  const showAgenda = () => {
    focusFromTop(stage.current);
    navigateInstead(stageHref(editor.id, AGENDA));
  };
  // The agenda stands before all things.
  const index = thing ? things.indexOf(thing) : -1;
  const stepAnswer = (direction: 1 | -1) => {
    const wanted = current + direction;
    if (!thing || thing.judgements.length < 2 || wanted < 0 || wanted >= thing.judgements.length) return false;
    setAt({ thing: thing.id, answer: wanted });
    return true;
  };
  const give = (judgement: Judgement, value: string | null) => {
    if (!isSealed) editor.update((review) => giveAnswer(review, judgement.place, value));
  };
  const actions = {
    leave,
    next: () => show(things[index + 1]),
    previous: () => (index === 0 ? showAgenda() : show(things[index - 1])),
    first: () => show(things[0]),
    last: () => show(things.at(-1)),
    stepAnswer,
    answer: (key: string) => {
      const judgement = thing?.judgements[current];
      const chosen = judgement?.choices.find((choice) => choice.key === key);
      if (!judgement || !chosen) return false;
      give(judgement, chosen.value);
      stepAnswer(1);
      return true;
    },
    takeBack: () => {
      const judgement = thing?.judgements[current];
      if (judgement) give(judgement, null);
    },
    turnList: () => session.room.show({ turns: turns + 1 }),
    toggleBlank: () => setBlank(!isBlank),
    toggleAgenda: () => (isAgenda ? show(thingAt(things, before) ?? undefined) : showAgenda()),
    vote: () => {
      if (thing && thing.judgements.length > 0) navigate(voteHref(editor.id, thing.id));
    },
  };
  /** The room sees how long the break is; after it, what was there before. */
  const turnBreak = () => {
    clock.turnBreak();
    if (!clock.isBreak) setForBreak(!isAgenda);
    const isDue = clock.isBreak ? isForBreak && isAgenda : !isAgenda;
    if (isDue) actions.toggleAgenda();
  };
  useStageKeys(actions, isBlank);

  return (
    <main ref={stage} className={`stage-page ${isBlank ? 'stage-page--blank' : ''}`} tabIndex={-1} aria-label="Stage">
      {isBlank && <p className="visually-hidden">{BLANK}</p>}
      {!isBlank && isAgenda && <AgendaView editor={editor} clock={clock} />}
      {!isBlank && thing && (
        <StageView
          editor={editor}
          things={things}
          thing={thing}
          current={current}
          isReadOnly={isSealed}
          turns={turns}
          onTurn={actions.turnList}
          onAnswer={(answer, value) => {
            setAt({ thing: thing.id, answer });
            const judgement = thing.judgements[answer];
            if (judgement) give(judgement, value);
          }}
        />
      )}
      <StageControls
        {...actions}
        add={onAdd}
        turnBreak={turnBreak}
        isBreak={clock.isBreak}
        isBlank={isBlank}
        isFirst={isAgenda}
        isLast={index === things.length - 1}
      />
    </main>
  );
}

/** What the address names: the agenda or a thing, and the thing that was shown last, to come back to from the agenda. */
function useShown(things: readonly StageThing[], place: string | null) {
  const isAgenda = place === AGENDA;
  const thing = isAgenda ? null : thingAt(things, place);
  const [before, setBefore] = useState(thing?.id ?? null);
  if (thing && thing.id !== before) setBefore(thing.id);
  return { isAgenda, thing, before };
}

/** The page of what is shown; the first section where nothing is. */
function hrefBehind(review: string, thing: StageThing | null): string {
  return thing ? sectionHref(review, thing.section, anchorToGoTo(thing)) : sectionHref(review, 'context');
}

/** Where one arrives on the page of the section: a section by itself has no place in it. */
function anchorToGoTo({ id, kind }: StageThing): string | undefined {
  return kind === 'section' ? undefined : id;
}
