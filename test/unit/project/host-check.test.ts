import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';

/** What tells one host from the other: the bridge of the preload script, their names, and what the browser says it is. */
const HOST_CHECK = /groundworkHost|['"`](?:electron|loopback)['"`]|userAgent/;

it('has one place in the renderer that looks which host it runs in (ADR 1)', () => {
  const files = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(100);
  const checking = files.filter((file) => HOST_CHECK.test(readFileSync(inProject('renderer', file), 'utf8')));
  expect(checking).toEqual(['host/transport.ts']);
});
