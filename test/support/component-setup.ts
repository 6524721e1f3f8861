import './watch-renders.ts';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/**
 * happy-dom's document is no `Document` of its own window, so that React Aria never finds the focus within a dialog, and
 * takes it from the field that has it.
 */
Object.defineProperty(Document, Symbol.hasInstance, {
  configurable: true,
  value: (value: unknown) => value instanceof Node && value.nodeType === Node.DOCUMENT_NODE,
});

/** What a test put on the page goes before the next one, and with it what held the focus, waited for a timer or was said. */
afterEach(() => {
  cleanup();
  document.querySelector('[data-live-announcer]')?.remove();
});
