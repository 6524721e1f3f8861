import type { Client } from '#shared/contract/contract.ts';

/** A host that takes every save. */
export function takingHost(): Client {
  let revision = 1;
  const save = async () => ({
    kind: 'saved',
    revision: ++revision,
    savedAt: '2026-01-05T00:00:00Z',
    contentSha256: '0'.repeat(64),
  });
  const people = async () => ({ kind: 'people', people: [] });
  return { 'review.save': save, 'people.known': people } as unknown as Client;
}
