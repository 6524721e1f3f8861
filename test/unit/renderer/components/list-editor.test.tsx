import { render, screen, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ListEditor, type ListEditorProps } from '#renderer/components/list-editor.tsx';
import { LIST_LIMIT } from '#shared/base/limits.ts';

interface Row {
  readonly id: string;
  readonly name: string;
}

const THREE = ['Ada', 'Bob', 'Cleo'];
const rowsOf = (names: readonly string[]): readonly Row[] => names.map((name, index) => ({ id: `row-${index}`, name }));

/** A list of names with a person's hands; `names` reads what the fields show. */
function show(names: readonly string[], props: Partial<ListEditorProps<Row>> = {}) {
  function List() {
    const [rows, setRows] = useState(rowsOf(names));
    return (
      <ListEditor<Row>
        label="People"
        rows={rows}
        onChange={setRows}
        newRow={() => ({ id: `new-${rows.length}`, name: '' })}
        nameOf={({ name }, index) => name || `person ${index + 1}`}
        empty="Nobody yet."
        {...props}
      >
        {props.children ??
          ((row, change) => (
            <input
              aria-label="Name"
              value={row.name}
              onChange={(event) => change({ ...row, name: event.target.value })}
            />
          ))}
      </ListEditor>
    );
  }
  render(<List />);
  return userEvent.setup();
}

const fields = () => screen.queryAllByRole<HTMLInputElement>('textbox', { name: 'Name' });
const field = (index: number) => fields()[index] ?? expect.fail(`There is no row ${index}`);
const shown = () => fields().map(({ value }) => value);
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

describe('removing a row', () => {
  it.each([
    ['Ada', ['Bob', 'Cleo'], 'Bob'],
    ['Bob', ['Ada', 'Cleo'], 'Cleo'],
    ['Cleo', ['Ada', 'Bob'], 'Bob'],
  ])('takes away %s and no other, and the focus goes on', async (name, left, next) => {
    const user = show(THREE);
    await user.click(button(`Remove ${name}`));
    expect(shown()).toEqual(left);
    expect(document.activeElement).toBe(field(left.indexOf(next)));
  });

  it('tells rows of the same name apart', async () => {
    const user = show(['Ada', 'Ada', 'Bob']);
    await user.type(field(1), ' the second');
    await user.click(button('Remove Ada'));
    expect(shown()).toEqual(['Ada the second', 'Bob']);
  });

  it('works with the keyboard, and the last one leaves the focus on what adds', async () => {
    const user = show(['Ada']);
    button('Remove Ada').focus();
    await user.keyboard('{Enter}');
    expect(shown()).toEqual([]);
    expect(screen.getByText('Nobody yet.')).toBeDefined();
    expect(document.activeElement).toBe(button('Add'));
  });

  it('is not possible where the row is locked, which the button says', async () => {
    const user = show(THREE, { lockedBecause: ({ name }) => (name === 'Bob' ? 'Bob has signed' : null) });
    expect(button('Bob has signed').getAttribute('aria-disabled')).toBe('true');
    await user.click(button('Bob has signed'));
    expect(shown()).toEqual(THREE);
    await user.click(button('Remove Cleo'));
    expect(shown()).toEqual(['Ada', 'Bob']);
  });

  it('is not offered where rows stay', () => {
    show(THREE, { canRemove: false });
    expect(screen.queryByRole('button', { name: /^Remove/ })).toBeNull();
  });
});

describe('moving a row', () => {
  it.each([
    ['Move up Bob', ['Bob', 'Ada', 'Cleo']],
    ['Move down Bob', ['Ada', 'Cleo', 'Bob']],
    ['Move up Cleo', ['Ada', 'Cleo', 'Bob']],
    ['Move down Ada', ['Bob', 'Ada', 'Cleo']],
  ])('%s', async (name, order) => {
    const user = show(THREE);
    await user.click(button(name));
    expect(shown()).toEqual(order);
  });

  it('ends at both ends', async () => {
    const user = show(THREE);
    expect(button('Move up Ada').getAttribute('aria-disabled')).toBe('true');
    expect(button('Move down Cleo').getAttribute('aria-disabled')).toBe('true');
    field(0).focus();
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    field(2).focus();
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(shown()).toEqual(THREE);
  });

  it('moves the one that has the focus with Alt+Shift and an arrow, and the focus goes along', async () => {
    const user = show(THREE);
    field(0).focus();
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(shown()).toEqual(['Bob', 'Ada', 'Cleo']);
    expect(document.activeElement).toBe(field(1));
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(shown()).toEqual(['Bob', 'Cleo', 'Ada']);
    await user.keyboard('{Alt>}{Shift>}{ArrowUp}{/Shift}{/Alt}');
    expect(shown()).toEqual(['Bob', 'Ada', 'Cleo']);
  });

  it('takes both keys beside the arrow', async () => {
    const user = show(THREE);
    field(0).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}{Shift>}{ArrowDown}{/Shift}{ArrowDown}');
    expect(shown()).toEqual(THREE);
  });

  it('is not offered for one row, nor where the order means nothing', async () => {
    show(['Ada']);
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
    const user = show(['Ada', 'Bob'], { canReorder: false, label: 'Others' });
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
    const others = within(screen.getByRole('list', { name: 'Others' })).getAllByRole<HTMLInputElement>('textbox');
    others[0]?.focus();
    await user.keyboard('{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(others.map(({ value }) => value)).toEqual(['Ada', 'Bob']);
  });
});

describe('adding a row', () => {
  it('puts it last and goes into its first field, so that letters typed right away are kept', async () => {
    const user = show(['Ada']);
    await user.click(button('Add'));
    await user.keyboard('Zoë');
    expect(shown()).toEqual(['Ada', 'Zoë']);
  });

  it('goes where one types, past radio buttons and checkboxes, whose keys the letters would be', async () => {
    const user = show([], {
      children: (row, change) => (
        <>
          <input type="radio" aria-label="Good" />
          <input type="checkbox" aria-label="Met" />
          <textarea
            aria-label="Name"
            value={row.name}
            onChange={(event) => change({ ...row, name: event.target.value })}
          />
        </>
      ),
    });
    await user.click(button('Add'));
    await user.keyboard('No more crashes');
    expect(shown()).toEqual(['No more crashes']);
  });

  it('goes to the first control where there is nothing to type', async () => {
    const user = show([], { children: () => <input type="checkbox" aria-label="Met" /> });
    await user.click(button('Add'));
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: 'Met' }));
  });

  it('ends at the most that a list holds', () => {
    show(
      Array.from({ length: LIST_LIMIT }, (_, index) => `Person ${index}`),
      { canReorder: false, canRemove: false },
    );
    expect(button('Add').getAttribute('aria-disabled')).toBe('true');
  });

  it('ends at the fewer that some lists hold', async () => {
    const user = show(['Ada'], { most: 2 });
    await user.click(button('Add'));
    expect(shown()).toHaveLength(2);
    expect(button('Add').getAttribute('aria-disabled')).toBe('true');
  });

  it('is not offered where rows come from elsewhere', () => {
    show(['Ada'], { newRow: undefined });
    expect(screen.queryByRole('button', { name: 'Add' })).toBeNull();
  });
});

it('changes the row that is typed into', async () => {
  const user = show(THREE);
  await user.type(field(1), '!');
  expect(shown()).toEqual(['Ada', 'Bob!', 'Cleo']);
});
