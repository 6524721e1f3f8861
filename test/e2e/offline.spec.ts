import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';
import { browserArguments } from '#main/loopback/app-window.ts';

/** A page on this computer, as the host serves it. */
async function servePage(): Promise<Server> {
  const server = createServer((_request, response) => response.end('<main>Here</main>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

test(
  'the browser of the window reaches 127.0.0.1 and nothing else',
  {
    tag: '@loopback',
  },
  async ({ playwright, launchOptions }, testInfo) => {
    const profile = testInfo.outputPath('profile');
    const server = await servePage();
    const { port } = server.address() as AddressInfo;
    // Playwright names the profile itself.
    const args = browserArguments(profile).filter((option) => !option.startsWith('--user-data-dir='));
    const context = await playwright.chromium.launchPersistentContext(profile, { ...launchOptions, args: [...args] });
    const page = await context.newPage();

    await page.goto(`http://127.0.0.1:${port}/`);
    await expect(page.getByText('Here')).toBeVisible();
    // A name that needs no network to be found, and an address that needs no name.
    await expect(page.goto(`http://localhost:${port}/`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');
    await expect(page.goto(`http://127.0.0.2:${port}/`)).rejects.toThrow('ERR_NAME_NOT_RESOLVED');

    await context.close();
    server.close();
  },
);
