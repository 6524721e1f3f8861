import type { SectionKind, TemplateSection } from '#shared/template/template.ts';

/** What a facilitator should know of a section. */
export interface Advice {
  readonly ask: readonly string[];
  readonly goesWrong: readonly string[];
  readonly stopWhen: string;
}

/** Advice for a section: the template's, and where it says nothing, what holds for sections of its kind. */
export function adviceFor({ kind, facilitation }: TemplateSection): Advice {
  const general = GENERAL[kind];
  return {
    ask: filled(facilitation?.ask) ?? general.ask,
    goesWrong: filled(facilitation?.goesWrong) ?? general.goesWrong,
    stopWhen: facilitation?.stopWhen || general.stopWhen,
  };
}

function filled(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 ? undefined : list;
}

const GENERAL: Readonly<Record<SectionKind, Advice>> = {
  context: {
    ask: [
      'Which single component is this about, and where does it end?',
      'What is wrong with it today, and how do you know?',
      'Who has to live with the result, and is one of them in the room?',
    ],
    goesWrong: [
      'The component grows while people talk. Write down where it ends, and park the rest.',
      'The problem is told as the missing solution (“we have no …”). Ask what happens to users or to the team because of it.',
    ],
    stopWhen:
      'All would tell component and problem in the same words. If they do not after these minutes, end here: somebody finds out first.',
  },
  screening: {
    ask: ['Is this true of our component, or only of the field?', 'How do we know?'],
    goesWrong: [
      'Signals are ticked because they sound right. No note, no tick.',
      'The motivation is chosen last, to fit. Have each person name theirs before anybody ticks.',
    ],
    stopWhen: 'Each tick has a note. A tendency decides nothing, so do not argue it out.',
  },
  rule: {
    ask: [
      'Read the question out word by word, then be silent for a minute.',
      'Yes, no, or not sure: all show their answer at once.',
      'Whoever is alone with an answer speaks first. What would have to be true for you to answer otherwise?',
      'For a yes: what can be checked by somebody who is not here?',
    ],
    goesWrong: [
      'The most senior person answers first and the others follow. Vote before you talk.',
      'A hope is taken for evidence. “It would be faster” is not a measurement.',
      '“Not sure” is talked away. It is an answer: write down who finds out, and by when.',
    ],
    stopWhen:
      'Each question has an answer that all heard the reasons for. After the second vote leave a split as it is, and note the views.',
  },
  questions: {
    ask: ['Which of these are done today, not planned?', 'Who has seen it work?'],
    goesWrong: [
      'Plans are ticked as if they were there. Ask when it was done last.',
      'One person answers for everybody. Ask those who are on call.',
    ],
    stopWhen: 'Each question is answered, or marked as not applicable with a reason.',
  },
  options: {
    ask: [
      'Which criteria would change what we do? Set the others to 0 before anybody scores.',
      'What do 1 and 5 mean here?',
      'Is staying as we are among the candidates, at its best?',
    ],
    goesWrong: [
      'Weights are turned until the favourite wins. Set them first, and say so when you change one.',
      'All scores are 3 or 4. Ask for the worst candidate of each row first.',
      'A close result is read as a winner. Look at what a single score would change.',
    ],
    stopWhen:
      'The ranking stays the same when the least certain score moves by one. If it does not, find that score out.',
  },
  path: {
    ask: [
      'What is the smallest piece of work that we could throw away?',
      'Who does it, and what do they stop doing for it?',
      'What has to be true before the next step?',
    ],
    goesWrong: [
      'The first step is the largest one, because it matters most. Begin with what may fail.',
      'A step is left out without a reason on paper.',
    ],
    stopWhen: 'The first step has a piece of work, a person and a date. Later steps may stay rough.',
  },
  strategy: {
    ask: ['Can both run side by side, and for how long?', 'How do we get back after a bad day?'],
    goesWrong: [
      'Everything is replaced at once because two of it are a nuisance.',
      'The seam is put where teams meet and not where data does.',
    ],
    stopWhen: 'One way is chosen and says why the next best one was not.',
  },
  risks: {
    ask: [
      'Does it apply to this component? If a whole group does not, one sentence is enough.',
      'How likely is it, and what would it cost? All show a number at once.',
      'What do we do about it, who, by when?',
    ],
    goesWrong: [
      'Each risk is discussed. Discuss only those on which the numbers lie two or more apart.',
      'Everything ends in the middle. Ask what would make it a 1 or a 5.',
      'A response has no person. Then it is a wish.',
      'The risk of staying as you are is left out.',
    ],
    stopWhen:
      'Each risk applies or not, and the five with the highest exposure have a person and a date. The rest may be rated after the workshop.',
  },
  evidence: {
    ask: ['Which two or three figures does the decision stand on?', 'What are they today, and who measured them?'],
    goesWrong: [
      'Gains of others are written as our targets.',
      'There is no baseline. Then nobody will know whether it helped.',
      'The gain comes from the redesign, and would come without the change as well.',
    ],
    stopWhen: 'Each measure has a figure of today, or a person who takes it and a day.',
  },
  audit: {
    ask: ['What does the component use that has no counterpart?', 'Who has tried the counterpart, with our data?'],
    goesWrong: [
      'A counterpart is called ready because it exists.',
      'Build, deployment and monitoring are forgotten: they are dependencies too.',
    ],
    stopWhen: 'Each row is ready, partial or missing. What nobody knows is looked up after the workshop.',
  },
  training: {
    ask: ['Who learns, and what do they not do meanwhile?', 'Who reviews the first code?'],
    goesWrong: [
      'Learning is planned beside full work. Then it does not happen.',
      'One person learns. Two are the least: one may be ill, or leave.',
    ],
    stopWhen: 'Each topic has a person and a date, and the time for it is set aside.',
  },
  commitments: {
    ask: ['What do we sign up to, and who would notice if we did not keep it?'],
    goesWrong: ['Everything is promised. Fewer promises that are kept are worth more.'],
    stopWhen: 'Each promise has a person; each no has a reason.',
  },
  decision: {
    ask: [
      'What do we decide, in one sentence that somebody who was not here understands in a year?',
      'What speaks against it? Whoever is against it says so in their own words.',
      'What would make us look at it again, and when?',
    ],
    goesWrong: [
      'The decision is put off because something is open. Ask which open thing would change it.',
      'Silence is taken for consent. Ask each person.',
      'Staying feels like no decision. It is one, and needs reasons like any other.',
    ],
    stopWhen:
      'The sentence is written, those against it are on record, and there is a day on which it is looked at again.',
  },
  'sign-off': {
    ask: ['Has each approver read the first page?', 'Approve, approve with conditions, live with it, or object?'],
    goesWrong: ['People sign for politeness. An objection with its reason is worth more than a signature without one.'],
    stopWhen: 'Those who are here have signed or objected. The others sign later; signing closes nothing.',
  },
};

/** What to see to before the workshop, whatever the template. */
export const BEFORE: readonly string[] = [
  'Invite those who build it, run it and pay for it: four to eight people. Name who decides.',
  'Send context and evidence two days before, and ask each person for one number they know.',
  'Have a screen that can be read from the back, a laptop for the facilitator, cards or fingers for votes, and paper.',
  'Say at the start how long it takes, when the breaks are, and that “not sure” is an answer.',
];

/** What holds in every section. */
export const THROUGHOUT: readonly string[] = [
  'Estimate, talk, estimate again: votes first, then the smaller side speaks.',
  'Park what does not belong here. It stays on the list and is not lost.',
  'When the minutes are over, ask whether more of them would change the answer. If not, go on.',
];
