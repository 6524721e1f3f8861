import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'playwright/test';
import * as z from 'zod';
import { browserArguments, NOBODY } from '#main/loopback/app-window.ts';
import { findBrowser } from '#main/loopback/find-browser.ts';

/** A page on this computer, as the host serves it. */
async function servePage(): Promise<Server> {
  const server = createServer((_request, response) => response.end('<main>Here</main>'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const netLogSchema = z.object({
  constants: z.object({ logEventTypes: z.record(z.string(), z.number()) }),
  events: z.array(z.object({ type: z.number(), params: z.object({ address: z.string().optional() }).optional() })),
});

/** What the browser itself notes of the network: the addresses it connected to, and how often it asked for a name. */
function readNetLog(file: string): { readonly connected: ReadonlySet<string>; readonly lookups: number } {
  const { constants, events } = netLogSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  const of = (name: string) => events.filter(({ type }) => type === constants.logEventTypes[name]);
  return {
    connected: new Set(of('TCP_CONNECT_ATTEMPT').flatMap(({ params }) => params?.address ?? [])),
    lookups: of('HOST_RESOLVER_DNS_TASK').length + of('HOST_RESOLVER_SYSTEM_TASK').length,
  };
}

test(
  'the browser of the window reaches the host and nothing else',
  {
    tag: '@loopback',
  },
  async ({ playwright, launchOptions }, testInfo) => {
    const profile = testInfo.outputPath('profile');
    const log = testInfo.outputPath('net.json');
    const [server, other] = await Promise.all([servePage(), servePage()]);
    const { port } = server.address() as AddressInfo;
    // Playwright names the profile itself.
    const own = browserArguments(profile, port).filter((option) => !option.startsWith('--user-data-dir='));
    const args = [...own, `--log-net-log=${log}`];
    // The whole browser, as `npm start` opens it: its shell without windows asks nobody for anything.
    const executablePath = findBrowser() ?? playwright.chromium.executablePath();
    const context = await playwright.chromium.launchPersistentContext(profile, {
      ...launchOptions,
      executablePath,
      args,
    });
    const page = await context.newPage();

    await page.goto(`http://127.0.0.1:${port}/`);
    await expect(page.getByText('Here')).toBeVisible();
    // A name that needs no network to be found, an address that needs no name, another program of this computer, and the world.
    const otherPort = (other.address() as AddressInfo).port;
    for (const place of [`localhost:${port}`, `127.0.0.2:${port}`, `127.0.0.1:${otherPort}`, 'www.example.org']) {
      await expect(page.goto(`http://${place}/`)).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED');
    }

    await context.close();
    server.close();
    other.close();
    const { connected, lookups } = readNetLog(log);
    expect([...connected].sort()).toEqual([NOBODY, `127.0.0.1:${port}`].sort());
    expect(lookups).toBe(0);
  },
);
