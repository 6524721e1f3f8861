import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';
import { HostContext } from '#renderer/host/host.tsx';
import { Participants } from '#renderer/pages/sections/context/participants.tsx';
import { Conditions } from '#renderer/pages/sections/decision/conditions.tsx';
import { Consequences } from '#renderer/pages/sections/decision/consequences.tsx';
import { Options } from '#renderer/pages/sections/decision/options.tsx';
import { CandidatePicker } from '#renderer/pages/sections/options/candidate-picker.tsx';
import { OwnCriteria } from '#renderer/pages/sections/options/own-criteria.tsx';
import { DissentEditor } from '#renderer/pages/sections/parts/dissent-editor.tsx';
import { EvidenceEditor } from '#renderer/pages/sections/parts/evidence-editor.tsx';
import { Improvements } from '#renderer/pages/sections/questions/improvements.tsx';
import { RiskActions } from '#renderer/pages/sections/risks/risk-actions.tsx';
import { Advice } from '#renderer/pages/sections/sign-off/advice.tsx';
import { Predictions } from '#renderer/pages/sections/sign-off/predictions.tsx';
import { SignOffPage } from '#renderer/pages/sections/sign-off/sign-off-page.tsx';
import { Tripwires } from '#renderer/pages/sections/sign-off/tripwires.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived, useDocument } from '#renderer/review/use-document.ts';
import { questionAnswer } from '#shared/kinds/questions/answers.ts';
import { improvementsOf } from '#shared/kinds/questions/edit.ts';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';
import { sectionOf } from '#shared/template/template.ts';
import { kindsTemplate } from '#test/support/kinds-template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { dueToday } from '#test/support/slice.ts';
import { smallReview } from '#test/support/small-review.ts';

const NAMES = ['Ada', 'Bob', 'Cleo'];
const rows = (rest: (name: string) => Record<string, unknown>) =>
  NAMES.map((name) => ({ id: `id-${name.toLowerCase()}`, ...rest(name) }));
const named = rows((name) => ({ name }));
const told = rows((text) => ({ text }));
const found = <Found,>(value: Found | null | undefined): Found => value ?? expect.fail('It is not in the template');
const section = <Kind extends Parameters<typeof sectionOf>[1]>(kind: Kind) => found(sectionOf(kindsTemplate, kind));

interface List {
  /** File under renderer/pages/sections that shows it. */
  readonly file: string;
  /** Its name, as a screen reader says it. */
  readonly label: string;
  /** What the review holds at first. */
  readonly parts: Record<string, unknown>;
  readonly show: (editor: ReviewEditor) => ReactNode;
  readonly read: (review: ReviewDocument) => readonly { readonly id: string }[];
  readonly isOrdered?: false;
}

const option = (rest: Record<string, unknown> = {}) => ({ id: 'option', name: 'Stay', ...rest });
const question = section('questions').groups[0]?.questions[0];

/** Every list of the program that people add rows to and take them from. */
const LISTS: readonly List[] = [
  {
    file: 'context/participants.tsx',
    label: 'Participants',
    parts: { context: { participants: named } },
    show: (editor) => <Participants editor={editor} />,
    read: ({ context }) => context.participants,
  },
  {
    file: 'options/own-criteria.tsx',
    label: 'Criteria of your own',
    parts: { options: { ownCriteria: named } },
    show: (editor) => <OwnCriteria editor={editor} />,
    read: ({ options }) => options?.ownCriteria ?? [],
    isOrdered: false,
  },
  {
    file: 'decision/conditions.tsx',
    label: 'Conditions',
    parts: { decision: { conditions: told } },
    show: (editor) => <Conditions editor={editor} />,
    read: ({ decision }) => decision.conditions,
  },
  {
    file: 'decision/consequences.tsx',
    label: 'Consequences',
    parts: { decision: { consequences: told } },
    show: (editor) => <Consequences editor={editor} />,
    read: ({ decision }) => decision.consequences,
  },
  {
    file: 'decision/options.tsx',
    label: 'Options considered',
    parts: { decision: { options: named } },
    show: (editor) => <Options editor={editor} />,
    read: ({ decision }) => decision.options,
  },
  {
    file: 'decision/options.tsx',
    label: 'Speaks for it: Stay',
    parts: { decision: { options: [option({ pros: told, cons: told })] } },
    show: (editor) => <Options editor={editor} />,
    read: ({ decision }) => decision.options[0]?.pros ?? [],
    isOrdered: false,
  },
  {
    file: 'decision/options.tsx',
    label: 'Speaks against it: Stay',
    parts: { decision: { options: [option({ pros: told, cons: told })] } },
    show: (editor) => <Options editor={editor} />,
    read: ({ decision }) => decision.options[0]?.cons ?? [],
    isOrdered: false,
  },
  {
    file: 'options/candidate-picker.tsx',
    label: 'Candidates of your own',
    parts: { options: { own: named } },
    show: (editor) => <CandidatePicker editor={editor} section={section('options')} />,
    read: ({ options }) => options?.own ?? [],
    isOrdered: false,
  },
  {
    file: 'parts/dissent-editor.tsx',
    label: 'Differing views',
    parts: { decision: { dissent: named } },
    show: (editor) => (
      <DissentEditor
        editor={editor}
        thing="decision.choice"
        dissent={useDocument(editor, ({ decision }) => decision.dissent)}
        idPrefix="decision"
        onChange={(dissent) => editor.update((review) => ({ ...review, decision: { ...review.decision, dissent } }))}
      />
    ),
    read: ({ decision }) => decision.dissent,
  },
  {
    file: 'parts/evidence-editor.tsx',
    label: 'Evidence',
    parts: { context: { evidence: rows((text) => ({ kind: 'text', text })) } },
    show: (editor) => (
      <EvidenceEditor
        editor={editor}
        evidence={useDocument(editor, ({ context }) => context.evidence)}
        idPrefix="context"
        onChange={(evidence) => editor.update((review) => ({ ...review, context: { ...review.context, evidence } }))}
      />
    ),
    read: ({ context }) => context.evidence,
  },
  {
    file: 'questions/improvements.tsx',
    label: 'Actions for Alarms',
    parts: { questions: { actions: rows((text) => ({ text, question: 'alarms' })) } },
    show: (editor) => (
      <Improvements
        editor={editor}
        question={found(question)}
        answer={useDocument(editor, (review) => questionAnswer(review, 'alarms'))}
      />
    ),
    read: (review) => improvementsOf(review, 'alarms'),
  },
  {
    file: 'risks/risk-actions.tsx',
    label: 'Actions for Ramp-up',
    parts: { risks: { assessments: { ramp: { actions: told } } } },
    show: (editor) => (
      <RiskActions editor={editor} risk={found(useDerived(editor, risksOf).find(({ id }) => id === 'ramp'))} />
    ),
    read: (review) => assessmentOf(review, 'ramp').actions,
  },
  {
    file: 'sign-off/sign-off-page.tsx',
    label: 'Approvers',
    parts: { signOff: { approvers: named } },
    show: (editor) => <SignOff editor={editor} />,
    read: ({ signOff }) => signOff.approvers,
  },
  {
    file: 'sign-off/advice.tsx',
    label: 'Advice',
    parts: { signOff: { advice: rows((from) => ({ from })) } },
    show: (editor) => <Advice editor={editor} isClosed={false} />,
    read: ({ signOff }) => signOff.advice ?? [],
  },
  {
    file: 'sign-off/predictions.tsx',
    label: 'Predictions',
    parts: { predictions: { by: 'team', statements: told } },
    show: (editor) => (
      <HostContext value={{ client: {}, info: {} } as never}>
        <Predictions editor={editor} isClosed={false} />
      </HostContext>
    ),
    read: ({ predictions }) => predictions?.statements ?? [],
  },
  {
    file: 'sign-off/tripwires.tsx',
    label: 'Tripwires',
    parts: { tripwires: rows((sign) => ({ sign })) },
    show: (editor) => <Tripwires editor={editor} />,
    read: ({ tripwires }) => tripwires ?? [],
  },
];

function SignOff({ editor }: { readonly editor: ReviewEditor }) {
  const nothing = () => undefined;
  const seal = {
    view: { kind: 'unknown' },
    progress: null,
    run: nothing,
    cancel: nothing,
    runWithout: nothing,
  } as const;
  const client = new Proxy({}, { get: (_, call) => expect.fail(`${String(call)} was called`) });
  return (
    <HostContext value={{ client, info: { paper: 'a4' } } as never}>
      <SignOffPage editor={editor} section={section('sign-off')} seal={seal} />
    </HostContext>
  );
}

/** A list with three rows, read as the ids in the review and by what its buttons are called. */
function open({ label, parts, show, read }: List) {
  const review = reviewDocumentSchema.parse({ ...smallReview(), ...parts });
  const { user, current } = reviewing({ review, template: kindsTemplate }, show);
  const list = () => screen.queryByLabelText(label, { selector: 'ul' });
  const press = (name: string) => user.click(within(found(list())).getByLabelText(new RegExp(`^${name}(,|$)`)));
  const names = () =>
    within(list() ?? document.createElement('ul'))
      .queryAllByLabelText(/^Remove /)
      .map((button) => button.getAttribute('aria-label')?.replace(/^Remove |,.*$/g, ''));
  return { press, names, left: () => read(current()).map(({ id }) => id.replace('id-', '')) };
}

const inSections = (file: string) => join('pages/sections', file);

it('knows every list of the program', () => {
  const files = readdirSync('renderer', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.tsx') && /<ListEditor\b/.test(readFileSync(join('renderer', file), 'utf8')),
  );
  // Sittings have no names but their days; `context/people.test.tsx` takes one away.
  // A signer's own conditions are in their dialog only, and in no review before the signature.
  const others = ['context/sittings.tsx', 'sign-off/own-conditions.tsx'];
  const known = new Set([...LISTS.map(({ file }) => file), ...others].map(inSections));
  expect(files.toSorted()).toEqual([...known].toSorted());
});

describe.each(dueToday(LISTS, 6).map((list) => [`${list.label} (${list.file})`, list] as const))('%s', (_, list) => {
  it.each([
    ['Ada', ['bob', 'cleo']],
    ['Bob', ['ada', 'cleo']],
    ['Cleo', ['ada', 'bob']],
  ])('removes %s and no other', async (name, left) => {
    const opened = open(list);
    expect(opened.names()).toEqual(NAMES);
    await opened.press(`Remove ${name}`);
    expect(opened.left()).toEqual(left);
    expect(opened.names().map((shown) => shown?.toLowerCase())).toEqual(left);
  });

  it('removes them all, one after the other', async () => {
    const opened = open(list);
    for (const name of ['Bob', 'Ada', 'Cleo']) await opened.press(`Remove ${name}`);
    expect(opened.left()).toEqual([]);
  });
});

it.each(
  LISTS.filter(({ isOrdered }) => isOrdered !== false).map((list) => [`${list.label} (${list.file})`, list] as const),
)('%s moves a row where it is told to', async (_, list) => {
  const opened = open(list);
  await opened.press('Move down Ada');
  expect(opened.left()).toEqual(['bob', 'ada', 'cleo']);
  await opened.press('Move up Cleo');
  expect(opened.left()).toEqual(['bob', 'cleo', 'ada']);
});

it('arguments for an option leave those against it alone', async () => {
  const list = found(LISTS.find(({ label }) => label === 'Speaks for it: Stay'));
  const review = reviewDocumentSchema.parse({ ...smallReview(), ...list.parts });
  const { user, current } = reviewing({ review, template: kindsTemplate }, list.show);
  await user.click(within(screen.getByLabelText(list.label, { selector: 'ul' })).getByLabelText(/^Remove Bob/));
  expect(current().decision.options[0]?.cons).toHaveLength(3);
});
