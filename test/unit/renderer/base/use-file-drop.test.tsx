import { fireEvent, render } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { useFileDrop } from '#renderer/base/use-file-drop.ts';

function Taker({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  useFileDrop(onFiles);
  return null;
}

it('gives dropped files to what was shown last, and to what is below once that is gone', () => {
  const [below, above] = [vi.fn(), vi.fn()];
  const drop = () => fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [new File(['x'], 'a.json')] } });
  const { rerender } = render(<Taker onFiles={below} key="below" />);
  const both = (
    <>
      <Taker onFiles={below} key="below" />
      <Taker onFiles={above} key="above" />
    </>
  );
  rerender(both);
  drop();
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([0, 1]);
  rerender(<Taker onFiles={below} key="below" />);
  drop();
  expect([below.mock.calls.length, above.mock.calls.length]).toEqual([1, 1]);
});
