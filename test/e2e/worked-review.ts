/** Somebody twice, and somebody whose name says nothing yet. */
const PARTICIPANTS = [
  { id: 'ada', name: 'Ada Lovelace', role: 'Architect', part: 'facilitator' },
  { id: 'ben', name: 'Ben Okoye', role: 'Lead', team: 'Core' },
  { id: 'cleo', name: 'Cleo Sand', role: 'Operations' },
];

const ROUND = {
  subject: 'rule.latency',
  question: 'Is latency what decides?',
  way: 'keyboard',
  present: ['Ada Lovelace', 'Ben Okoye', 'Cleo Sand'],
  openedAt: '2026-11-02T09:00:00.000Z',
  revealedAt: '2026-11-02T09:05:00.000Z',
  closedBecause: '',
};

const ballot = (voter: string, answer: string, reason: string) => ({
  voter,
  answers: [{ judgement: 'rule.latency', answer }],
  confidence: 'high',
  reason,
});

/** A review in the middle of its workshop: people, votes, work, time and what is expected, with what repeats on purpose. */
export function workedReview(template: string) {
  return {
    template: { id: template },
    title: 'Gateway',
    component: 'Edge gateway',
    candidate: 'Rust',
    current: 'Go',
    context: {
      facilitator: 'Ada Lovelace',
      participants: PARTICIPANTS,
      sittings: [{ id: 'sitting-1', heldOn: '2026-11-02', present: ['ada', 'ben', 'cleo'] }],
    },
    agenda: { minutes: { rule: 20 }, breaks: 10, used: { context: 300, rule: 1100 } },
    toDo: [
      { id: 'todo-1', text: 'Ask the platform team', owner: 'Ada Lovelace', due: '2026-11-20', place: 'rule.latency' },
      { id: 'todo-2', text: 'Ask the platform team', owner: 'Ben Okoye' },
      { id: 'todo-3', text: '' },
      { id: 'todo-4', text: '' },
      { id: 'parked-1', kind: 'parked', text: 'Who pays for it?', place: 'rule.latency' },
      { id: 'parked-2', kind: 'parked', text: 'Who pays for it?' },
    ],
    rounds: [
      {
        ...ROUND,
        id: 'round-1',
        ballots: [
          ballot('Ada Lovelace', 'yes', 'The budget is gone.'),
          ballot('Ben Okoye', 'no', 'It is the database.'),
          ballot('Cleo Sand', 'no', ''),
        ],
      },
      {
        ...ROUND,
        id: 'round-2',
        ballots: [ballot('Ada Lovelace', 'yes', ''), ballot('Ben Okoye', 'yes', ''), ballot('Cleo Sand', 'no', '')],
      },
      {
        ...ROUND,
        id: 'round-3',
        subject: 'premortem',
        question: 'It is the review date, and it failed. Why?',
        present: ['Ada Lovelace', 'Ben Okoye'],
        ballots: [
          { voter: 'Ada Lovelace', reason: 'Nobody could review it\nThe build took an hour' },
          { voter: 'Ben Okoye', reason: 'Nobody could review it' },
        ],
      },
    ],
    risks: {
      own: [
        { id: 'own-1', name: 'The library loses its maintainer' },
        { id: 'own-2', name: '' },
      ],
      assessments: {
        'compile-times': {
          applicable: true,
          actions: [{ id: 'a-1', text: 'Split the workspace', owner: 'Ada Lovelace', due: '2026-11-20' }],
        },
      },
    },
    decision: {
      choice: 'stay',
      statement: 'We stay with Go.',
      contradictionReason: 'Nobody has asked for more speed.',
      reviewOn: '2026-11-25',
      conditions: [{ id: 'c-1', text: 'The budget is granted', owner: 'Ben Okoye', due: '2026-11-28' }],
    },
    signOff: {
      approvers: [
        { id: 's-1', name: 'Ada Lovelace', role: 'Architect' },
        { id: 's-2', name: 'Ben Okoye', role: 'Lead' },
      ],
      advice: [{ id: 'v-1', from: 'Cleo Sand' }],
    },
    predictions: {
      statements: [
        { id: 'p-1', text: 'The tail stays below 50 ms', on: '2026-11-21' },
        { id: 'p-2', text: 'The tail stays below 50 ms', on: '2027-06-01' },
      ],
    },
    tripwires: [
      {
        id: 't-1',
        sign: 'The tail rises',
        threshold: '50 ms for a week',
        where: 'The dashboard',
        owner: 'Ben Okoye',
        due: '2026-11-22',
      },
      { id: 't-2', sign: 'The tail rises', threshold: '', where: '', owner: '', due: null },
    ],
  };
}
