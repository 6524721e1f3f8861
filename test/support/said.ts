import { waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { openVoice } from '#renderer/base/voice.ts';

/** Waits until a sentence was said; several at once are said one after another. */
export async function expectSaid(sentence: string): Promise<void> {
  const lines = () => [...openVoice().children].map((line) => line.textContent);
  await waitFor(() => expect(lines()).toContain(sentence), { timeout: 10_000 });
}
