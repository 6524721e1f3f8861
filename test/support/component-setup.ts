import './watch-renders.ts';
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

/** What a test put on the page goes before the next one, and with it what held the focus, waited for a timer or was said. */
afterEach(() => {
  cleanup();
  document.querySelector('[data-live-announcer]')?.remove();
});
