import { SearchX } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { useRowsDrawn } from '#renderer/base/use-later.ts';
import { useLatest } from '#renderer/base/use-latest.ts';
import { useReveal } from '#renderer/base/use-reveal.ts';
import { targetOf, useRoute, type Visit } from '#renderer/base/use-route.ts';
import { useShortcuts } from '#renderer/base/use-shortcuts.ts';
import { Button } from '#renderer/components/button.tsx';
import { EmptyState } from '#renderer/components/empty-state.tsx';
import { Tabs } from '#renderer/components/tabs.tsx';
import { useToast } from '#renderer/components/toast.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDerived } from '#renderer/review/use-document.ts';
import type { ChangeStep } from '#shared/base/json-change.ts';
import { assessmentOf } from '#shared/kinds/risks/answers.ts';
import { addOwnRisk, removeOwnRisk } from '#shared/kinds/risks/edit.ts';
import { type ReviewRisk, risksInCell, risksOf } from '#shared/kinds/risks/risks.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { type AppliesValue, setApplies } from './applies.ts';
import { ExposureView } from './exposure-view.tsx';
import { moveToRisk, type RiskFocus } from './move-to-risk.ts';
import type { RiskListActions } from './risk-form.tsx';
import { RiskRow } from './risk-row.tsx';
import { RiskTable } from './risk-table.tsx';
import { RiskToolbar, SEARCH_ID } from './risk-toolbar.tsx';
import { arrange, type Cell, type OpenRisk, type RiskGroup, type RiskView, WHOLE_LIST } from './risk-view.ts';
import './risk-list.css';

type TabId = 'list' | 'table' | 'exposure';

/** The risk checklist, worked through one by one, and where the risks stand before and after. */
export function RisksPage({
  editor,
  section,
}: {
  readonly editor: ReviewEditor;
  readonly section: SectionOf<'risks'>;
}) {
  const [tab, setTab] = useState<TabId>('list');
  const [view, setView] = useState<RiskView>(WHOLE_LIST);
  const [open, setOpen] = useState<OpenRisk | null>(null);
  const [focus, setFocus] = useState<RiskFocus | null>(null);
  const showToast = useToast();

  const risks = useDerived(editor, risksOf);
  const groups = arrange(risks, section, view, open);
  const drawn = useRowsDrawn(12);
  const shown = groups.flatMap((group) => group.risks);

  const openRisk = (id: string, scroll: RiskFocus['scroll']) => {
    setOpen({ id, assessment: assessmentOf(editor.now().document, id) });
    setFocus({ id, scroll });
  };
  /** Opens a risk wherever it is, even when the view hides it at the moment. */
  const jumpTo = (id: string, to: 'list' | 'table' = 'list') => {
    setTab(to);
    if (!shown.some((risk) => risk.id === id)) setView(WHOLE_LIST);
    if (to === 'list') openRisk(id, 'start');
  };
  const step = (by: -1 | 1) => {
    const at = shown.findIndex((risk) => risk.id === open?.id);
    const next = shown[at === -1 ? (by === 1 ? 0 : shown.length - 1) : at + by];
    if (tab === 'list' && next) openRisk(next.id, 'start');
  };
  const changeView = (changed: RiskView) => {
    setView(changed);
    setOpen(null);
  };
  const setAppliesHere = (id: string, applies: AppliesValue) => {
    setApplies(editor, id, applies);
    // A reason, or who finds out, is owed at once; a risk that applies is worked through when its turn comes.
    if (applies !== 'yes') openRisk(id, 'nearest');
  };
  const showCell = (cell: Cell) => {
    setTab('list');
    changeView({ ...WHOLE_LIST, order: cell.time, cell });
    const first = risksInCell(risks, cell.time, cell.likelihood, cell.impact)[0];
    if (first) setFocus({ id: first.id, scroll: 'nearest' });
  };
  const actions = useLatest<RiskListActions>({
    toggle: (id) => (open?.id === id ? setOpen(null) : openRisk(id, 'line')),
    setApplies: setAppliesHere,
    step,
    remove: (id, name) => removeRisk(id, name),
    open: (id) => jumpTo(id),
  });
  const addRisk = () => {
    const id = editor.newId();
    editor.update((document) => addOwnRisk(document, id));
    setTab('list');
    setView(WHOLE_LIST);
    openRisk(id, 'start');
  };
  const removeRisk = (id: string, name: string) => {
    const at = shown.findIndex((risk) => risk.id === id);
    const neighbour = shown[at + 1] ?? shown[at - 1];
    editor.update((document) => removeOwnRisk(document, id));
    setOpen(null);
    if (neighbour) setFocus({ id: neighbour.id, scroll: 'nearest' });
    showToast({ text: `“${name}” is removed. Undo brings it back.` });
  };

  useShortcuts({
    nextRisk: () => step(1),
    previousRisk: () => step(-1),
    findRisk: () => document.getElementById(SEARCH_ID)?.focus(),
  });
  const place = useRoute();
  const follow = useEffectEvent(({ route }: Visit) => {
    const wanted = targetOf(route);
    const risk = risks.find(({ id }) => anchor('risks', id) === wanted);
    if (risk) jumpTo(risk.id, tab === 'table' ? 'table' : 'list');
  });
  // Before the focus moves there.
  useLayoutEffect(() => follow(place), [place]);
  useReveal(([part, ...path]) => {
    const risk = part === 'risks' && risks.find(({ id }) => path.some((step) => isRow(step, id)));
    if (!risk || (tab === 'table' && isInTable(path))) return;
    setTab('list');
    if (!shown.some(({ id }) => id === risk.id)) setView(WHOLE_LIST);
    // Whether it applies stands in its line.
    if (open?.id !== risk.id && path.at(-1) !== 'applicable') setOpen({ id: risk.id, assessment: risk.assessment });
  });
  useEffect(() => {
    if (focus) moveToRisk(focus);
  }, [focus]);

  const head = (
    <>
      <RiskToolbar
        risks={risks}
        section={section}
        view={view}
        shown={shown.length}
        onView={changeView}
        onAdd={addRisk}
      />
      {shown.length === 0 && <NothingFound onShowAll={() => changeView(WHOLE_LIST)} />}
    </>
  );
  const list = (
    <div className="stack">
      {head}
      {firstRisks(groups, drawn).map(({ group, risks: some }) => (
        <RiskGroupSection key={group.id} group={group}>
          {some.map((risk) => {
            const at = shown.indexOf(risk);
            return (
              <RiskRow
                key={risk.id}
                editor={editor}
                section={section}
                risk={risk}
                name={lineName(risks, risk)}
                isOpen={open?.id === risk.id}
                isFirst={at === 0}
                isLast={at === shown.length - 1}
                actions={actions}
              />
            );
          })}
        </RiskGroupSection>
      ))}
    </div>
  );
  const table = (
    <div className="stack">
      {head}
      <RiskTable
        editor={editor}
        section={section}
        groups={groups}
        nameOf={(risk) => lineName(risks, risk)}
        onOpen={actions.open}
      />
    </div>
  );
  return (
    <Tabs<TabId>
      label="Views of the risks"
      selected={tab}
      onChange={setTab}
      tabs={[
        { id: 'list', title: 'Work through', content: list },
        { id: 'table', title: 'Table', content: table },
        {
          id: 'exposure',
          title: 'Heat map and exposure',
          content: <ExposureView editor={editor} risks={risks} section={section} onRisk={jumpTo} onCell={showCell} />,
        },
      ]}
    />
  );
}

function isRow(step: ChangeStep, id: string): boolean {
  return typeof step !== 'string' && step.row === id;
}

const IN_TABLE = new Set('applicable likelihood impact response owner reason notKnown'.split(' '));

/** Whether the table shows what a path in a risk leads to. */
function isInTable(path: readonly ChangeStep[]): boolean {
  return IN_TABLE.has(String(path.at(-1)));
}

/** The groups as far as so many risks fill them. */
function firstRisks(
  groups: readonly RiskGroup[],
  count: number,
): readonly { readonly group: RiskGroup; readonly risks: RiskGroup['risks'] }[] {
  let left = count;
  return groups.flatMap((group) => {
    const risks = group.risks.slice(0, left);
    left -= risks.length;
    return risks.length === 0 ? [] : [{ group, risks }];
  });
}

/** Names that two risks of one's own share, such as those of unnamed ones, are numbered. */
function lineName(risks: readonly ReviewRisk[], risk: ReviewRisk): string {
  if (risk.origin !== 'own') return risk.name;
  const same = risks.filter(({ origin, name }) => origin === 'own' && name === risk.name);
  return same.length === 1 ? risk.name : `${risk.name} ${same.indexOf(risk) + 1}`;
}

function RiskGroupSection({ group, children }: { readonly group: RiskGroup; readonly children: ReactNode }) {
  return (
    <section className="risk-group">
      <h3 className="risk-group__name">
        {group.name} <span className="soft small">{group.risks.length}</span>
      </h3>
      <ul className="risk-group__rows">{children}</ul>
    </section>
  );
}

function NothingFound({ onShowAll }: { readonly onShowAll: () => void }) {
  return (
    <EmptyState title="No risk matches" icon={SearchX}>
      <p>Nothing on the list fits what is chosen and searched for.</p>
      <Button onPress={onShowAll}>Show all risks</Button>
    </EmptyState>
  );
}
