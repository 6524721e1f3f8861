import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from '#main/files/file-system.ts';
import { copyOf } from '#main/files/twin-file.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { OpenRounds } from '#main/store/open-rounds.ts';
import { temporaryFolder } from '#test/support/open-data-folder.ts';
import { forgeBoth, writeBoth } from '#test/support/twins.ts';

const REVIEW = '0f8fad5b-d9cb-469f-a165-70867728950e';
const SECRET = 'Zebrafish told me so';

interface StoredRound {
  readonly ballots: readonly { readonly voter: string; readonly sealed: string }[];
}

/** A workbook's open rounds; another one on the same folder is what a restart makes of it. */
function roundsIn(folder: string) {
  const layout = dataLayout(folder);
  const now = () => new Date('2026-05-04T10:00:00Z');
  const keys = new KeyStore(nodeFileSystem, layout.keys, { now });
  return new OpenRounds(nodeFileSystem, layout.openRounds, { key: () => keys.ballotKey(), now });
}

function ballot(voter: string, answer = 'yes', reason = SECRET) {
  return { voter, answers: [{ judgement: 'rule.one', answer }], confidence: 'high', reason, moved: '' } as const;
}

async function begun() {
  const folder = await temporaryFolder();
  const rounds = roundsIn(folder);
  const opened = await rounds.open({ review: REVIEW, subject: 'rule.one', question: 'One?', present: ['Ada', 'Ben'] });
  const file = join(dataLayout(folder).openRounds, `${REVIEW}.json`);
  const vote = (from: OpenRounds, cast: ReturnType<typeof ballot>) =>
    from.vote({ review: REVIEW, round: opened.id, ballot: { ...cast, answers: [...cast.answers] } });
  return { folder, rounds, round: opened.id, file, vote };
}

describe('an open round', () => {
  it('says who has voted and nothing else, on the disk either, and survives a restart', async () => {
    const { folder, rounds, round, file, vote } = await begun();
    expect(await vote(rounds, ballot('Ben', 'no'))).toMatchObject({ voted: ['Ben'], isRevealed: false });
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain(SECRET);
    expect(text).not.toMatch(/high|rule\.one"?,\s*"answer/);
    const again = roundsIn(folder);
    expect(await again.now(REVIEW)).toEqual({
      ...{ id: round, subject: 'rule.one', question: 'One?', openedAt: '2026-05-04T10:00:00.000Z' },
      ...{ present: ['Ada', 'Ben'], voted: ['Ben'], isRevealed: false },
    });
    await vote(again, ballot('Ada'));
    const revealed = await again.reveal({ review: REVIEW, round, because: '' });
    expect(revealed.ballots.map(({ voter, reason }) => [voter, reason])).toEqual([
      ['Ada', SECRET],
      ['Ben', SECRET],
    ]);
    expect(revealed).toMatchObject({ way: 'keyboard', closedBecause: '', revealedAt: '2026-05-04T10:00:00.000Z' });
  });

  it('does not tell by its length how much somebody wrote, nor who voted first', async () => {
    const { rounds, file, vote } = await begun();
    await vote(rounds, ballot('Ben', 'no', 'x'.repeat(3000)));
    await vote(rounds, ballot('Ada', 'yes', ''));
    const { content } = JSON.parse(await readFile(file, 'utf8')) as { content: StoredRound };
    const { ballots } = content;
    expect(ballots.map(({ voter }) => voter)).toEqual(['Ada', 'Ben']);
    expect(ballots[0]?.sealed.length).toBe(ballots[1]?.sealed.length);
  });

  it('takes a second thought for the first, until the reveal', async () => {
    const { rounds, round, vote } = await begun();
    await vote(rounds, ballot('Ada', 'yes', 'first'));
    await vote(rounds, ballot('Ada', 'no', 'second'));
    const { ballots } = await rounds.reveal({ review: REVIEW, round, because: 'Ben had to go.' });
    expect(ballots.map(({ reason }) => reason)).toEqual(['second']);
    await expect(vote(rounds, ballot('Ben'))).rejects.toThrow('was revealed');
  });

  it('opens for all, or for a reason, and says the same however often it is asked', async () => {
    const { folder, rounds, round, vote } = await begun();
    await vote(rounds, ballot('Ada'));
    await expect(rounds.reveal({ review: REVIEW, round, because: ' ' })).rejects.toThrow('Ben');
    const first = await rounds.reveal({ review: REVIEW, round, because: 'Ben had to go.' });
    expect(first.closedBecause).toBe('Ben had to go.');
    expect(await roundsIn(folder).reveal({ review: REVIEW, round, because: 'Another reason' })).toEqual(first);
    expect(await rounds.now(REVIEW)).toMatchObject({ isRevealed: true });
  });

  it('is put away once the review holds it, and not for any other round', async () => {
    const { rounds, round, vote } = await begun();
    await vote(rounds, ballot('Ada'));
    await rounds.settle(REVIEW, [{ id: round }]);
    expect(await rounds.now(REVIEW)).not.toBeNull();
    await rounds.reveal({ review: REVIEW, round, because: 'Late' });
    await rounds.settle(REVIEW, [{ id: randomUUID() }]);
    expect(await rounds.now(REVIEW)).not.toBeNull();
    await rounds.settle(REVIEW, [{ id: round }]);
    expect(await rounds.now(REVIEW)).toBeNull();
  });

  it('is the only one of its review, asks each person once, and knows who was asked', async () => {
    const { rounds, round, vote } = await begun();
    const input = { review: REVIEW, subject: 'rule.two', question: 'Two?', present: ['Ada'] };
    await expect(rounds.open(input)).rejects.toThrow('is open already');
    await expect(vote(rounds, ballot('Cleo'))).rejects.toThrow('not among');
    await rounds.discard(REVIEW, round);
    await expect(rounds.open({ ...input, present: ['Ada', 'Ada '] })).rejects.toThrow('a name of their own');
    await expect(rounds.reveal({ review: REVIEW, round, because: 'x' })).rejects.toThrow('not open any more');
  });

  it('opens no ballot that was changed, or put in the place of another one', async () => {
    const { rounds, round, file, vote } = await begun();
    await vote(rounds, ballot('Ada', 'yes', 'Ada'));
    await vote(rounds, ballot('Ben', 'no', 'Ben'));
    const whole = await readFile(file, 'utf8');
    const stored = JSON.parse(whole) as { content: StoredRound };
    const [ada, ben] = stored.content.ballots;
    if (!ada || !ben) throw new Error('Two ballots were given');
    const flipped = Buffer.from(ada.sealed, 'base64');
    flipped[40] = (flipped[40] ?? 0) ^ 1;
    for (const ballots of [
      [{ ...ada, sealed: flipped.toString('base64') }, ben],
      [
        { ...ada, sealed: ben.sealed },
        { ...ben, sealed: ada.sealed },
      ],
    ]) {
      await forgeBoth(file, (content: StoredRound) => ({ ...content, ballots }));
      await expect(rounds.reveal({ review: REVIEW, round, because: '' })).rejects.toThrow(
        'The ballot of Ada was damaged',
      );
    }
    await writeBoth(file, whole);
    expect((await rounds.reveal({ review: REVIEW, round, because: '' })).ballots).toHaveLength(2);
  });

  it('leaves no draft of a ballot behind', async () => {
    const { folder, rounds, vote } = await begun();
    await vote(rounds, ballot('Ada'));
    expect(await readdir(dataLayout(folder).openRounds)).toEqual([`${REVIEW}.json`, `${REVIEW}.json.copy`]);
    expect(await readdir(dataLayout(folder).keys)).toEqual(['ballots-plain.json', 'ballots-plain.json.copy']);
  });

  it('of an earlier version, which had no checksum, is read as it is', async () => {
    const { rounds, round, file, vote } = await begun();
    await vote(rounds, ballot('Ada'));
    const { content } = JSON.parse(await readFile(file, 'utf8')) as { content: StoredRound };
    await rm(copyOf(file));
    await writeFile(file, JSON.stringify(content));
    expect(await rounds.now(REVIEW)).toMatchObject({ id: round, voted: ['Ada'] });
  });

  it('is brought back when its file or that of its key is damaged, and is said to be damaged when both are', async () => {
    const { folder, rounds, round, file, vote } = await begun();
    await vote(rounds, ballot('Ada'));
    const key = join(dataLayout(folder).keys, 'ballots-plain.json');
    for (const path of [file, key]) {
      const text = await readFile(path, 'utf8');
      // A name, and a letter of the key: both would pass for another one.
      const otherKey = (_: string, before: string, letter: string) => `${before}${letter === 'A' ? 'B' : 'A'}`;
      await writeFile(path, text.replace('"Ben"', '"Bem"').replace(/("secret": ")(.)/, otherKey));
    }
    const again = roundsIn(folder);
    expect(await again.now(REVIEW)).toMatchObject({ present: ['Ada', 'Ben'] });
    const { ballots } = await again.reveal({ review: REVIEW, round, because: 'Late' });
    expect(ballots).toMatchObject([{ reason: SECRET }]);
    await writeBoth(file, '{}');
    await expect(again.now(REVIEW)).rejects.toMatchObject({ failure: { code: 'damaged' } });
  });
});
