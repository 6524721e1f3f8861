import { randomUUID } from 'node:crypto';
import { copyFile, readdir, readFile, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { constants, deflateSync, inflateSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { contract, type Input, type Method } from '#shared/contract/contract.ts';
import { createForTests, openForTests, reopenForTests } from '#test/support/open-data-folder.ts';
import { pageTexts } from '#test/support/pdf.ts';

/** In every form in which a text could be lying about: as it is, in capitals, Base64, UTF-16, percent signs. */
const SECRETS = ['Quagga on the roof again', 'Axolotl in the bathtub', 'Okapi behind the curtain'];
const FORMS = SECRETS.flatMap((secret) => [
  Buffer.from(secret),
  Buffer.from(secret, 'utf16le'),
  ...[0, 1, 2].map((shift) => {
    // Base64 looks different by where in three bytes the text begins; what is whole within is always the same.
    const text = Buffer.from(`${' '.repeat(shift)}${secret}`).toString('base64');
    return Buffer.from(text.slice(shift === 0 ? 0 : 4, -4));
  }),
]);

function tells(bytes: Buffer): boolean {
  return FORMS.some((form) => bytes.includes(form)) || /quagga|axolotl|okapi/i.test(bytes.toString('latin1'));
}

/** The bytes of a file, and all that is packed in it: the files of a ZIP, the streams of a PDF, and what is packed in those. */
function unpacked(bytes: Buffer): readonly Buffer[] {
  return [bytes, ...packedIn(bytes).flatMap(unpacked)];
}

function packedIn(bytes: Buffer): readonly Buffer[] {
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') {
    return Object.values(unzipSync(bytes)).map((file) => Buffer.from(file));
  }
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) return [];
  const text = bytes.toString('latin1');
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: lead }) => {
    if (text.slice(index - 3, index) === 'end') return [];
    const start = index + lead.length;
    const packed = bytes.subarray(start, text.indexOf('endstream', start));
    try {
      return [inflateSync(packed, { finishFlush: constants.Z_SYNC_FLUSH })];
    } catch {
      // Not deflated: it lies in the file as it is.
      return [];
    }
  });
}

async function filesBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true });
  const paths = names.map((name) => join(folder, name));
  const stats = await Promise.all(paths.map((path) => stat(path)));
  return paths.filter((_path, index) => stats[index]?.isFile());
}

/** No file says anything, packed or not; and what is packed was really opened. */
async function expectSilent(paths: readonly string[]): Promise<void> {
  /** How much was found in a file of each kind, at most. */
  const layersOf = new Map<string, number>();
  for (const path of paths) {
    const layers = unpacked(await readFile(path));
    layersOf.set(extname(path), Math.max(layersOf.get(extname(path)) ?? 0, layers.length));
    for (const layer of layers) expect(tells(layer), path).toBe(false);
  }
  // The backup with its files, the record with its pages and its review.
  for (const kind of ['.zip', '.pdf']) expect(layersOf.get(kind), kind).toBeGreaterThan(5);
}

it('no answer, file, export or log says anything of a ballot until the reveal', { timeout: 120_000 }, async () => {
  const first = await openForTests();
  const { document, revision } = await createForTests(first);
  const review = document.id;
  const opened = await first.api['round.open']({
    ...{ review, subject: 'rule.one', question: 'One?', present: ['Ada', 'Ben', 'Cleo'] },
  });
  if (opened.kind !== 'round') throw new Error('The round is open');
  const round = opened.round.id;
  const ballotOf = (voter: string, reason: string) => ({
    ...{ voter, reason, moved: '', confidence: 'low' as const },
    answers: [{ judgement: 'rule.one', answer: reason }],
  });
  const answers: unknown[] = [];
  for (const [index, voter] of ['Ada', 'Ben'].entries()) {
    answers.push(
      await first.api['round.vote']({ review, round, ballot: ballotOf(voter, SECRETS[index] ?? '') }),
      // A ballot that is refused says nothing either, to the caller or to the log.
      await first.api['round.vote']({ review, round, ballot: ballotOf('Nobody', SECRETS[2] ?? '') }),
      await first.api['round.vote']({ review, round: randomUUID(), ballot: ballotOf(voter, SECRETS[2] ?? '') }),
      await first.api['round.vote']({
        ...{ review, round },
        ballot: {
          ...ballotOf(voter, SECRETS[2] ?? ''),
          confidence: SECRETS[2],
        } as unknown as Input<'round.vote'>['ballot'],
      }),
    );
  }

  const { api, exportFolder, layout, log } = await reopenForTests(first);
  const kept = await api['milestone.keep']({ id: review, revision, name: 'During the vote' });
  const milestone = kept.kind === 'kept' ? kept.milestone.id : '';
  const named = (fileName: string) => ({ kind: 'named', folder: exportFolder, fileName, replace: false }) as const;
  const noKey = Buffer.from('no key').toString('base64');
  const passphrase = 'a long enough one';
  const pdf = Buffer.from('%PDF-1.7').toString('base64');
  const exported = { id: review, revision } as const;
  const sha256 = document.template.sha256;
  const person = { id: review, approver: 'nobody' };

  const copies = [`${review} (1).json`, `${review} (2).json`] as const;
  await Promise.all(copies.map((copy) => copyFile(join(layout.reviews, `${review}.json`), join(layout.reviews, copy))));

  /** Each call of the contract with something to answer; null for those that are made before or after the others. */
  const inputs: { readonly [M in Method]: readonly Input<M>[] | null } = {
    'app.info': [{}],
    'arrival.take': [{}],
    'review.recent': [{}],
    'review.reveal': [{ id: review }],
    'app.set': [{ singleKeys: true }],
    'spelling.show': [{}],
    'spelling.choose': [{ languages: ['de'] }],
    'spelling.add': [{ word: 'Groundwork' }],
    'spelling.forget': [{ word: 'Groundwork' }],
    'review.list': [{}, { goOn: true }],
    'review.search': ['review', ...SECRETS].map((text) => ({ text, most: 100 })),
    'review.open': [{ id: review }],
    'review.templateOffer': [{ id: review }],
    'review.duplicate': [{ id: review }],
    'review.import': [{ text: '{}' }],
    'review.create': [{ templateSha256: sha256, title: 'Another', component: '', candidate: '', current: '' }],
    'review.supersede': [{ id: review, revision }],
    'review.trash': null,
    'review.restore': null,
    'people.known': [{ except: randomUUID() }],
    'sample.open': [{ id: 'example' }],
    'template.list': [{}],
    'template.get': [{ sha256 }],
    'template.preview': [{ text: '{}' }],
    'template.import': [{ text: '{}', file: 'x.json' }],
    'template.remove': [{ sha256: '0'.repeat(64) }],
    'template.export': [{ sha256, form: 'template', target: named('template.json') }],
    'template.print': [{ sha256, handout: 'run-sheet', review, target: named('run-sheet.pdf') }],
    'record.export': (['pdf', 'markdown', 'json', 'csv', 'structurizr', 'issues', 'calendar'] as const).map((form) => ({
      ...exported,
      form,
      target: named(`record-${form}.${form}`),
    })),
    'record.exportAdr': [
      { ...exported, target: { kind: 'folder', folder: exportFolder }, replace: false, name: '0001-record.md' },
    ],
    'record.exportStarter': [{ ...exported, target: { kind: 'folder', folder: exportFolder } }],
    'record.import': [{ pdf }],
    'record.verify': [{ pdf }],
    'record.verifySealed': [{ id: review }],
    'review.mend': [{ id: review }],
    'version.list': null,
    'version.open': null,
    'version.restore': null,
    'trash.list': null,
    'trash.keepFor': [{ days: 30 }, { days: null }],
    'trash.open': null,
    'trash.restore': null,
    'trash.delete': null,
    'review.putBack': [{ document, baseRevision: revision }],
    'copy.list': [{}],
    'merge.look': [
      { document, other: { kind: 'copy', file: copies[0] }, choices: {} },
      { document, other: { kind: 'disk', base: document }, choices: {} },
    ],
    'copy.keep': [{ file: copies[0] }],
    'copy.clear': [{ file: copies[1] }],
    'record.seal': [{ ...exported }],
    'seal.state': [{ id: review }],
    'due.file': [{ form: 'csv', owner: '', kind: '' }],
    'radar.file': [{ form: 'json', tag: '', withReconstructions: true }],
    'prediction.state': [{ id: review }],
    'prediction.give': [{ id: review, by: 'nobody', at: '2026-01-01T00:00:00Z', chances: {} }],
    'milestone.keep': null,
    'milestone.list': [{ id: review }],
    'milestone.open': [{ id: review, milestone }],
    'milestone.restore': [{ id: review, milestone }],
    'certificate.read': [{ ...person, file: noKey, passphrase }],
    'certificate.forget': [person],
    'key.show': [{}],
    'key.exportCertificates': [{ which: 'all', target: named('keys.pem') }],
    'key.export': [{ passphrase, target: named('keys.p12') }],
    'key.renew': [{ counts: true }],
    'key.keep': [{}],
    'key.restore': [{ file: noKey, passphrase }],
    'key.request': [{ target: named('request.pem') }],
    'key.adopt': [{ file: noKey }],
    'authority.make': [{ name: 'X', passphrase, target: named('authority.p12') }],
    'authority.issue': [{ authority: noKey, passphrase, request: noKey, target: named('issued.pem') }],
    'job.progress': [{ job: randomUUID() }],
    'job.cancel': [{ job: randomUUID() }],
    'file.reveal': [{ path: join(layout.root, 'groundwork.log') }],
    'file.open': [{ path: join(layout.root, 'groundwork.log') }],
    'record.print': [exported],
    'backup.state': [{}],
    'backup.choose': [{ folder: exportFolder }],
    'backup.schedule': [{ every: 'day' }],
    'backup.make': [{}],
    'backup.look': [{ file: 'none.zip' }],
    'backup.restore': [{ file: 'none.zip', replace: false }],
    'link.open': [{ url: 'https://example.org/' }],
    // From here on the review is of a later revision.
    'review.save': [{ document: { ...document, title: 'Saved during the vote' }, baseRevision: revision }],
    'review.applyTemplate': [{ id: review, baseRevision: revision + 1, templateSha256: sha256 }],
    'review.file': [{ id: review, tags: ['a'], isArchived: false }],
    'round.now': [{ review }],
    'round.open': [{ review, subject: 'rule.two', question: '', present: ['Ada'] }],
    // Not everybody has voted, so it is refused.
    'round.reveal': [{ review, round, because: '' }],
    'round.vote': null,
    'round.discard': [{ review, round: randomUUID() }],
  };
  expect(Object.keys(inputs).toSorted()).toEqual(Object.keys(contract).toSorted());
  for (const [method, calls] of Object.entries(inputs)) {
    for (const input of calls ?? []) {
      answers.push([method, await (api[method as Method] as (given: unknown) => Promise<unknown>)(input)]);
    }
  }
  // What is still there is not put back.
  const doesNotFit = answers.filter((answer) => JSON.stringify(answer).includes('"kind":"stale"'));
  expect(doesNotFit.map((answer) => (answer as readonly unknown[])[0])).toEqual(['review.putBack']);
  const reached = answers.flatMap((answer) => (Array.isArray(answer) ? [`${answer[0]} ${answer[1].kind}`] : []));
  expect(reached).toEqual(
    expect.arrayContaining(['copy.keep imported', 'copy.clear cleared', 'merge.look merge', 'review.putBack stale']),
  );

  const versions = await api['version.list']({ id: review });
  const version = versions.kind === 'listed' ? (versions.versions[0]?.name ?? '') : '';
  const file = `${review}.json`;
  const found = [
    await api['version.open']({ id: review, version }),
    await api['version.restore']({ id: review, version }),
    // Last, as there would be nothing to ask for afterwards.
    await api['review.trash']({ id: review }),
    await api['trash.list']({}),
    await api['trash.open']({ file }),
    await api['trash.restore']({ file }),
    await api['review.trash']({ id: review }),
    await api['review.restore']({ id: review }),
    await api['trash.delete']({ file }),
  ];
  expect(found.map(({ kind }) => kind)).toEqual([
    ...['version', 'imported', 'trashed', 'list', 'opened', 'restored', 'trashed', 'restored'],
    // It is back, so there is nothing to delete.
    'failed',
  ]);
  answers.push(versions, ...found);

  for (const answer of answers) expect(tells(Buffer.from(JSON.stringify(answer))), JSON.stringify(answer)).toBe(false);
  expect(tells(Buffer.from([...log.entries, ...first.log.entries].join('\n')))).toBe(false);
  const written = [...(await filesBelow(layout.root)), ...(await filesBelow(exportFolder))];
  expect(written.length).toBeGreaterThan(15);
  await expectSilent(written);
  for (const name of ['record-pdf.pdf', 'run-sheet.pdf']) {
    const bytes = await readFile(join(exportFolder, name));
    expect(tells(Buffer.from((await pageTexts(bytes)).join('\n'))), name).toBe(false);
  }
  const record = unpacked(await readFile(join(exportFolder, 'record-pdf.pdf')));
  expect(record.some((layer) => layer.includes(review))).toBe(true);

  // The search is not blind: the reveal says all of it.
  const revealed = await api['round.reveal']({ review, round, because: 'Cleo had to go.' });
  expect(revealed).toMatchObject({
    kind: 'revealed',
    round: { ballots: [{ reason: SECRETS[0] }, { reason: SECRETS[1] }] },
  });
  expect(tells(Buffer.from(JSON.stringify(revealed)))).toBe(true);
  const zipped = Buffer.from(
    zipSync({ 'a.pdf': Buffer.from('%PDF-1.7 '), 'a.json': Buffer.from(`{"a":"${SECRETS[0]}"}`) }),
  );
  expect(tells(zipped)).toBe(false);
  expect(unpacked(zipped).some(tells)).toBe(true);
  const streamed = Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nstream\n'),
    deflateSync(zipped),
    Buffer.from('\nendstream\nendobj'),
  ]);
  expect(unpacked(streamed).some(tells)).toBe(true);
  expect(tells(Buffer.from(Buffer.from(`a reason: ${SECRETS[1]}!`).toString('base64')))).toBe(true);
});
