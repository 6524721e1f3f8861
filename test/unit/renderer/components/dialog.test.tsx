import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useRef, useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { isDialogOpen } from '#renderer/base/leaving.ts';
import { ConfirmDialog, Dialog, DialogActions, DialogFor, type DialogProps } from '#renderer/components/dialog.tsx';
import { Menu } from '#renderer/components/menu.tsx';

/** A page with a button that opens a dialog, and a person's hands. */
function show(props: Partial<DialogProps> = {}) {
  const onClose = vi.fn<() => void>();
  function Page() {
    const [isOpen, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open
        </button>
        <Dialog
          title="Sign the review"
          isOpen={isOpen}
          onClose={() => {
            onClose();
            setOpen(false);
          }}
          {...props}
        >
          <input aria-label="Name" />
          <DialogActions>
            <button type="button">Sign</button>
          </DialogActions>
        </Dialog>
      </>
    );
  }
  render(<Page />);
  return { user: userEvent.setup(), onClose };
}

const opener = () => screen.getByText('Open');
const isOpen = () => screen.queryByRole('dialog') !== null;

/** At once, so that no machine is too slow to see what is still there after it. */
const pressEscape = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });

/** What has the focus at the moment in which something is taken out of the page. */
function focusWhenGone(element: Element): Promise<Element | null> {
  return new Promise((resolve) => {
    const observer = new MutationObserver(() => {
      if (element.isConnected) return;
      observer.disconnect();
      resolve(document.activeElement);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
}

describe('a dialog', () => {
  it('that leaves does not take the focus back, however late it looks where that went', async () => {
    const { user } = show();
    await user.click(opener());
    const sign = screen.getByText('Sign');
    pressEscape();
    expect(document.activeElement).toBe(opener());
    expect(sign.isConnected).toBe(true);
    // As what keeps the focus inside does in a frame that comes late.
    sign.focus();
    expect(document.activeElement).toBe(opener());
    await waitFor(() => expect(sign.isConnected).toBe(false));
    expect(document.activeElement).toBe(opener());
  });

  it('that is about something else begins anew, while the one before is still leaving', async () => {
    function Page() {
      const [item, setItem] = useState<string | null>(null);
      return (
        <>
          <button type="button" onClick={() => setItem('first')}>
            Open
          </button>
          <DialogFor subject={item}>
            {(about) => (
              <Dialog title={`Note on ${about}`} isOpen onClose={() => setItem(null)}>
                <input aria-label="Note" />
              </Dialog>
            )}
          </DialogFor>
        </>
      );
    }
    render(<Page />);
    const user = userEvent.setup();
    await user.click(opener());
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'Typed');
    pressEscape();
    fireEvent.click(opener());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Note' }).value).toBe('');
  });

  it('has its title for a name, takes the focus in and keeps it in', async () => {
    const { user } = show();
    await user.click(opener());
    const dialog = screen.getByRole('dialog', { name: 'Sign the review' });
    await waitFor(() => expect(dialog.contains(document.activeElement)).toBe(true));
    const seen = new Set<string | null>();
    for (let press = 0; press < 4; press += 1) {
      await user.tab();
      expect(dialog.contains(document.activeElement)).toBe(true);
      seen.add(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? null);
    }
    expect([...seen].toSorted()).toEqual(['Close', 'Name', 'Sign']);
  });

  it('leaves the focus where it is when it closes the page behind', async () => {
    const { user } = show();
    await user.click(opener());
    await user.click(screen.getByRole('textbox', { name: 'Name' }));
    await waitFor(() => expect(opener().closest('[inert], [aria-hidden="true"]')).not.toBeNull());
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' }));
  });

  it('closes with Escape and gives the focus back', async () => {
    const { user, onClose } = show();
    await user.click(opener());
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(opener());
    await waitFor(() => expect(isOpen()).toBe(false));
    expect(document.activeElement).toBe(opener());
  });

  it('is still in the page, unseen, when the focus is back: what goes with the focus in it silences a screen reader', async () => {
    const { user } = show();
    await user.click(opener());
    const field = screen.getByRole('textbox', { name: 'Name' });
    await user.click(field);
    await waitFor(() => expect(opener().closest('[inert]')).not.toBeNull());
    expect(isDialogOpen()).toBe(true);
    const hadIt = focusWhenGone(field);
    await user.keyboard('{Escape}');
    expect(opener().closest('[inert], [aria-hidden="true"]')).toBeNull();
    expect(field.closest('.overlay')?.hasAttribute('data-exiting')).toBe(true);
    expect(isDialogOpen(), 'keys are the page’s again').toBe(false);
    expect(field.closest('[aria-hidden="true"]'), 'it is still looked for').toBeNull();
    expect(screen.queryByRole('button', { name: 'Sign' }), 'nobody meets the rest').toBeNull();
    expect(await hadIt).toBe(opener());
  });

  it('opened again at once, is a new one', async () => {
    const { user } = show();
    await user.click(opener());
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Ada');
    await user.keyboard('{Escape}');
    await user.click(opener());
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('');
  });

  it('closes with its cross', async () => {
    const { user, onClose } = show();
    await user.click(opener());
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(isOpen()).toBe(false));
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('stays while something has to be decided', async () => {
    const { user, onClose } = show({ isDismissable: false });
    await user.click(opener());
    await user.keyboard('{Escape}');
    expect(isOpen()).toBe(true);
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  });

  it('closes the page behind it to assistive technology until it is gone, once the focus was followed', async () => {
    const { user } = show();
    const isReachable = () => opener().closest('[inert], [aria-hidden="true"]') === null;
    expect(isReachable()).toBe(true);
    await user.click(opener());
    // A screen reader whose place vanishes before it has heard of the new one says nothing of the dialog.
    expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true);
    expect(isReachable()).toBe(true);
    await waitFor(() => expect(isReachable()).toBe(false));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(isReachable()).toBe(true));
  });
});

describe('a dialog about something', () => {
  it('keeps what it is about until it has given the focus back', async () => {
    function Page() {
      const [person, setPerson] = useState<string | null>(null);
      return (
        <>
          <button type="button" onClick={() => setPerson('Ada')}>
            Open
          </button>
          <DialogFor subject={person}>
            {(name) => (
              <Dialog title={`Sign as ${name}`} isOpen onClose={() => setPerson(null)}>
                <input aria-label="Name" />
              </Dialog>
            )}
          </DialogFor>
        </>
      );
    }
    render(<Page />);
    const user = userEvent.setup();
    await user.click(opener());
    const field = screen.getByRole('textbox', { name: 'Name' });
    await user.click(field);
    const hadIt = focusWhenGone(field);
    pressEscape();
    expect(screen.getByRole('dialog', { name: 'Sign as Ada' })).not.toBeNull();
    expect(await hadIt).toBe(opener());
  });

  it('gives the focus back to the button of the menu that it was opened from', async () => {
    function Page() {
      const trigger = useRef<HTMLButtonElement>(null);
      const [isMenuOpen, setMenuOpen] = useState(false);
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <button type="button" ref={trigger} onClick={() => setMenuOpen(true)}>
            Open
          </button>
          <Menu
            label="Actions"
            isOpen={isMenuOpen}
            onClose={() => setMenuOpen(false)}
            triggerRef={trigger}
            // What can be done may be known only while it is open.
            actions={isMenuOpen ? [{ id: 'rename', text: 'Rename', onAction: () => setOpen(true) }] : []}
          />
          <Dialog title="Rename" isOpen={isOpen} onClose={() => setOpen(false)}>
            <input aria-label="Name" />
          </Dialog>
        </>
      );
    }
    render(<Page />);
    const user = userEvent.setup();
    await user.click(opener());
    const item = screen.getByRole('menuitem', { name: 'Rename' });
    await waitFor(() => expect(document.activeElement).toBe(item));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(item.isConnected).toBe(false));
    await waitFor(() => expect(document.activeElement?.closest('[role="dialog"]')).not.toBeNull());
    await user.keyboard('{Escape}');
    expect(document.activeElement).toBe(opener());
  });
});

describe('a menu', () => {
  it('is still in the page, unseen, when its button has the focus again', async () => {
    function Page() {
      const trigger = useRef<HTMLButtonElement>(null);
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <button type="button" ref={trigger} onClick={() => setOpen(true)}>
            Open
          </button>
          <Menu
            label="Actions"
            isOpen={isOpen}
            onClose={() => setOpen(false)}
            triggerRef={trigger}
            actions={[{ id: 'rename', text: 'Rename', onAction: () => undefined }]}
          />
        </>
      );
    }
    render(<Page />);
    const user = userEvent.setup();
    await user.click(opener());
    const item = screen.getByRole('menuitem', { name: 'Rename' });
    await waitFor(() => expect(document.activeElement).toBe(item));
    const hadIt = focusWhenGone(item);
    await user.keyboard('{Escape}');
    expect(await hadIt).toBe(opener());
  });
});

describe('a dialog over another one', () => {
  it('has its title read out first, and gives the focus back to the one below', async () => {
    function Both() {
      const [isOpen, setOpen] = useState(false);
      return (
        <>
          <p>The page</p>
          <Dialog title="New review" isOpen onClose={() => undefined}>
            <button type="button" onClick={() => setOpen(true)}>
              Print
            </button>
            <Dialog title="Print for the workshop" isOpen={isOpen} onClose={() => setOpen(false)}>
              <input aria-label="Folder" />
            </Dialog>
          </Dialog>
        </>
      );
    }
    render(<Both />);
    const user = userEvent.setup();
    const below = screen.getByRole('dialog', { name: 'New review' });
    const isClosed = (element: Element) => element.closest('[inert], [aria-hidden="true"]') !== null;
    await waitFor(() => expect(isClosed(screen.getByText('The page'))).toBe(true));
    expect(document.activeElement?.textContent).toBe('New review');
    await user.click(screen.getByRole('button', { name: 'Print' }));
    const title = screen.getByRole('heading', { name: 'Print for the workshop' });
    expect(document.activeElement).toBe(title);
    await waitFor(() => expect(isClosed(below)).toBe(true));
    expect(document.activeElement).toBe(title);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Print'));
  });
});

describe('a question', () => {
  function ask() {
    const calls: string[] = [];
    render(
      <ConfirmDialog
        title="Delete the review?"
        isOpen
        confirm="Delete review"
        cancel="Keep it"
        isDanger
        onClose={() => calls.push('close')}
        onConfirm={() => calls.push('confirm')}
      >
        It goes to the bin.
      </ConfirmDialog>,
    );
    return { user: userEvent.setup(), calls };
  }

  it('is done only when it is confirmed, once the dialog is gone', async () => {
    const { user, calls } = ask();
    expect(screen.getByRole('alertdialog', { name: 'Delete the review?' }).textContent).toContain(
      'It goes to the bin.',
    );
    await user.click(screen.getByRole('button', { name: 'Delete review' }));
    expect(calls).toEqual(['close', 'confirm']);
  });

  it.each(['Keep it', 'Close'])('is answered with no by “%s”', async (name) => {
    const { user, calls } = ask();
    await user.click(screen.getByRole('button', { name }));
    expect(calls).toEqual(['close']);
  });

  it('is answered with no by Escape', async () => {
    const { user, calls } = ask();
    await user.keyboard('{Escape}');
    expect(calls).toEqual(['close']);
  });
});
