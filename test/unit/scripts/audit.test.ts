import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readAudit } from '../../../scripts/lib/audit.js';

it('names each package of which something is known', () => {
  const weak = { name: 'left', severity: 'high', range: '<2.0.0' };
  expect(readAudit(JSON.stringify({ vulnerabilities: { left: weak } }))).toEqual({
    status: 1,
    lines: ['high: left <2.0.0', '1 of the packages have known weaknesses.'],
  });
  expect(readAudit(JSON.stringify({ vulnerabilities: {} }))).toMatchObject({ status: 0 });
});

it.each([
  [
    JSON.stringify({ message: '405 Method Not Allowed - POST https://registry.example/audit' }),
    '405 Method Not Allowed',
  ],
  [JSON.stringify({ error: { code: 'ENOLOCK', summary: 'This command requires a lockfile' } }), 'requires a lockfile'],
  ['', 'it gave no answer'],
])('never takes a registry without an audit for one that knows of nothing: %s', (answer, why) => {
  const { status, lines } = readAudit(answer);
  expect(status).toBe(2);
  expect(lines.join()).toContain(why);
  expect(lines.join()).not.toContain('https:');
});

it('is not the only guard: no package runs a script when it is installed', () => {
  expect(readFileSync('.npmrc', 'utf8').split(/\r?\n/)).toContain('ignore-scripts=true');
});
