import { screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { focusAnchor } from '#renderer/base/focus-anchor.ts';
import { ChoiceCards } from '#renderer/components/choice-cards.tsx';
import { ToastProvider } from '#renderer/components/toast.tsx';
import { HostContext } from '#renderer/host/host.tsx';
import { TopBar } from '#renderer/pages/review/top-bar.tsx';
import { DecisionChoices } from '#renderer/pages/sections/decision/decision-choices.tsx';
import { Options } from '#renderer/pages/sections/decision/options.tsx';
import { RiskActions } from '#renderer/pages/sections/risks/risk-actions.tsx';
import { RiskToolbar } from '#renderer/pages/sections/risks/risk-toolbar.tsx';
import { type RiskView, WHOLE_LIST } from '#renderer/pages/sections/risks/risk-view.ts';
import { SignOffPage } from '#renderer/pages/sections/sign-off/sign-off-page.tsx';
import { useDocument } from '#renderer/review/use-document.ts';
import { changeDecision } from '#shared/kinds/decision/edit.ts';
import { risksOf } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import { type SectionOf, sectionOf } from '#shared/template/template.ts';
import { reviewing } from '#test/support/reviewing.tsx';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const nothing = () => undefined;
const focused = () => document.activeElement;
const section = <Kind extends Parameters<typeof sectionOf>[1]>(kind: Kind) =>
  (sectionOf(smallTemplate, kind) ?? expect.fail(`There is no ${kind}`)) as SectionOf<Kind>;

describe('the focus is handed on when what was pressed goes', () => {
  it('taking the decision back leads to the first decision', async () => {
    const decision = section('decision');
    const review = smallReview({ decision: { choice: decision.choices[1]?.id ?? '' } });
    const { user } = reviewing({ review, template: smallTemplate }, (editor) => {
      const chosen = useDocument(editor, (all) => all.decision.choice);
      const onChange = (choice: string | null) => editor.update((all) => changeDecision(all, { choice }));
      return <DecisionChoices section={decision} chosen={chosen} id="choice" onChange={onChange} />;
    });
    await user.click(screen.getByRole('button', { name: 'Take the decision back' }));
    expect(screen.queryByRole('button', { name: 'Take the decision back' })).toBeNull();
    expect(focused()).toBe(screen.getAllByRole('radio')[0]);
  });

  it('making an action of a suggestion leads to what is done', async () => {
    const id = section('risks').risks.find(({ mitigations }) => mitigations.length > 0)?.id ?? '';
    const { user } = reviewing({ review: smallReview({}), template: smallTemplate }, (editor) => {
      const risk = useDocument(editor, (all) => risksOf(all, smallTemplate).find((entry) => entry.id === id));
      return risk ? <RiskActions editor={editor} risk={risk} /> : null;
    });
    const [suggestion] = screen.getAllByRole('button', { name: /^Make it an action: / });
    const text = suggestion?.getAttribute('aria-label')?.replace('Make it an action: ', '');
    await user.click(suggestion ?? expect.fail('Nothing is suggested'));
    expect(suggestion?.isConnected).toBe(false);
    expect(focused()).toHaveProperty('value', text);
  });

  it('starting with the candidate and what there is leads to the name of the first option', async () => {
    const review = smallReview({ candidate: 'Rust', current: 'Go' });
    const { user } = reviewing({ review, template: smallTemplate }, (editor) => <Options editor={editor} />);
    const button = screen.getByRole('button', { name: /^Start with/ });
    await user.click(button);
    expect(button.isConnected).toBe(false);
    expect(focused()?.closest('li')).toBe(screen.getAllByRole('listitem')[0]);
    expect(focused()).toHaveProperty('value', 'Rust');
  });

  it('showing all cells again leads to the search', async () => {
    const cell = { time: 'before', likelihood: 2, impact: 3 } as const;
    const { user } = reviewing({ review: smallReview({}), template: smallTemplate }, () => {
      const [view, setView] = useState<RiskView>({ ...WHOLE_LIST, cell });
      return (
        <RiskToolbar section={section('risks')} risks={[]} shown={0} view={view} onView={setView} onAdd={nothing} />
      );
    });
    const button = screen.getByRole('button', { name: /^Before: .* × .*\. Show all cells again$/ });
    await user.click(button);
    expect(button.isConnected).toBe(false);
    expect(focused()).toBe(screen.getByRole('searchbox', { name: 'Find' }));
  });

  it('signing leads to the signature', async () => {
    const approvers = [{ id: 'ada', name: 'Ada', role: '' }];
    const decision = { choice: 'defer', statement: 'So it is.', contradictionReason: 'It is.', reviewOn: '2027-01-01' };
    const review = smallReview({ decision, signOff: { approvers, signatures: [] } });
    const seal = { view: { kind: 'open' }, progress: null, run: nothing, runWithout: nothing } as never;
    const { user } = reviewing({ review, template: smallTemplate }, (editor) => (
      <HostContext value={{ client: {}, info: { paper: 'a4', features: [] } } as never}>
        <ToastProvider>
          <SignOffPage editor={editor} section={section('sign-off')} seal={seal} />
        </ToastProvider>
      </HostContext>
    ));
    const button = screen.getByRole('button', { name: 'Sign as Ada' });
    // As Alt+O does, which leads to who has not signed yet.
    expect(focusAnchor(anchor('sign-off', 'ada'))).toBe(true);
    expect(focused()).toBe(button);
    await user.click(button);
    const dialog = within(screen.getByRole('dialog', { name: 'Sign as Ada' }));
    await user.click(dialog.getByRole('radio', { name: 'Approves' }));
    await user.type(dialog.getByRole('textbox', { name: /^Your name/ }), 'Ada');
    await user.click(dialog.getByRole('button', { name: 'Sign' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(focused()?.id).toBe(anchor('sign-off', 'ada'));
  });

  it('signing as the one approver among the people leads to a dialog, and back to the button in the row', async () => {
    const decision = { choice: 'defer', statement: 'So it is.', contradictionReason: 'It is.', reviewOn: '2027-01-01' };
    const participants = [{ id: 'a', name: 'Ada', role: 'Lead', part: 'approver' }];
    const review = smallReview({ decision, context: { participants } });
    const seal = { view: { kind: 'open' }, progress: null, run: nothing, runWithout: nothing } as never;
    const { user, current } = reviewing({ review, template: smallTemplate }, (editor) => (
      <HostContext value={{ client: {}, info: { paper: 'a4', features: [] } } as never}>
        <ToastProvider>
          <SignOffPage editor={editor} section={section('sign-off')} seal={seal} />
        </ToastProvider>
      </HostContext>
    ));
    const button = screen.getByRole('button', { name: 'Sign as Ada…' });
    await user.click(button);
    expect(current().signOff.approvers).toMatchObject([{ name: 'Ada', role: 'Lead' }]);
    expect(screen.getByRole('dialog', { name: 'Sign as Ada' })).toBeTruthy();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(button.isConnected).toBe(false);
    expect(focused()).toBe(screen.getByRole('button', { name: 'Sign as Ada' }));
    expect(current().signOff.signatures).toEqual([]);
  });
});

describe('what can do nothing more under the finger keeps the focus', () => {
  it('taking a choice back', async () => {
    const choices = [{ id: 'tool', name: 'Tool' }];
    const { user } = reviewing({ review: smallReview({}), template: smallTemplate }, () => {
      const [value, setValue] = useState<string | null>('tool');
      return <ChoiceCards label="Kind" value={value} choices={choices} onChange={setValue} />;
    });
    const button = screen.getByRole('button', { name: 'Take the choice back: Kind' });
    await user.click(button);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(button.hasAttribute('disabled')).toBe(false);
    expect(focused()).toBe(button);
  });

  it('undoing until nothing is left', async () => {
    const { user, session } = reviewing({ review: smallReview({}), template: smallTemplate }, (editor) => (
      <TopBar
        editor={editor}
        onUndo={() => session.undo()}
        onRedo={nothing}
        onExport={nothing}
        onPresent={nothing}
        onNextOpenPoint={nothing}
        onOpenRoom={nothing}
        onShowShortcuts={nothing}
      />
    ));
    for (const component of ['Gateway', 'Ingress']) {
      session.update((all) => ({ ...all, component }), component);
    }
    const undo = await screen.findByRole('button', { name: 'Undo' });
    await waitFor(() => expect(undo.hasAttribute('aria-disabled')).toBe(false));
    await user.click(undo);
    await user.click(undo);
    await waitFor(() => expect(undo.getAttribute('aria-disabled')).toBe('true'));
    expect(undo.hasAttribute('disabled')).toBe(false);
    expect(focused()).toBe(undo);
  });
});
