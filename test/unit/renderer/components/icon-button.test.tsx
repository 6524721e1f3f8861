import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Undo2 } from 'lucide-react';
import { expect, it } from 'vitest';
import { IS_MAC, spokenKeys } from '#renderer/base/shortcuts.ts';
import { IconButton } from '#renderer/components/icon-button.tsx';

it('a button with an icon tells its key as a key, and its name once', async () => {
  render(<IconButton icon={Undo2} label="Undo" shortcut="Mod+Z" />);
  const button = screen.getByRole('button', { name: 'Undo' });
  expect(button.getAttribute('aria-keyshortcuts')).toBe(spokenKeys('Mod+Z', IS_MAC));
  await userEvent.setup().tab();
  const bubble = await screen.findByText('Undo', { selector: '.tooltip span' });
  expect(bubble.closest('[aria-hidden="true"]')).not.toBeNull();
  expect(screen.queryByRole('tooltip')).toBeNull();
});
