import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mending } from '#main/files/checked-file.ts';
import { FailureError } from '#main/files/failure.ts';
import { nodeFileSystem as files } from '#main/files/file-system.ts';
import { sha256 } from '#main/files/hash.ts';
import { sealedExport } from '#main/reviews/sealed-state.ts';
import { readGivenUp } from '#main/seal/given-up-file.ts';
import { KeyStore } from '#main/seal/key-store.ts';
import { openBackup } from '#main/store/backup-read.ts';
import { loadBuiltIn } from '#main/store/built-in.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { readIndex } from '#main/store/index-file.ts';
import { Milestones } from '#main/store/milestones.ts';
import { OpenRounds } from '#main/store/open-rounds.ts';
import { openStore } from '#main/store/open-store.ts';
import { OwnWords } from '#main/store/own-words.ts';
import { PrivateChances } from '#main/store/private-chances.ts';
import { SealedRecords } from '#main/store/sealed-records.ts';
import { loadSettings } from '#main/store/settings.ts';
import { SignedElsewhere } from '#main/store/signed-elsewhere.ts';
import { TextIndex } from '#main/store/text-index.ts';
import { ImportList } from '#main/templates/import-list.ts';
import { TemplateLibrary } from '#main/templates/template-library.ts';
import { workbookFingerprints } from '#main/verify/known-keys.ts';
import { workHere } from '#main/workers/work-here.ts';
import { signedReview } from '../sealed-record.ts';
import type { Folders } from './open-folder.ts';
import type { Prepared } from './prepared-folder.ts';

/** A kind of stored file, and how the program reads it. */
export interface StoredKind {
  readonly name: string;
  /** The file, below the data folder. */
  readonly path: string;
  /** Another file of its kind, which damage may mix in; the file itself where there is none. */
  readonly other?: string;
  /** Further files that the reading needs. */
  readonly needs?: readonly string[];
  /** Whether a copy lies beside it. */
  readonly isTwin?: boolean;
  /** How many of a thousand mutations it gets; those that take long to read get few. */
  readonly share: number;
  /** What the file says; throws `FailureError`, or gives `REFUSED`, when it is not believed. */
  readonly read: (root: string) => Promise<unknown>;
  /** After a refusal: brings it back; gives what it says then, or null. */
  readonly mend?: (root: string) => Promise<unknown>;
  /** What `mend` may bring back. */
  readonly earlier?: () => Promise<readonly unknown[]>;
}

export const REFUSED = Symbol('refused');

const now = () => new Date('2026-06-01T00:00:00Z');

/** Every kind of file that is stored, as it lies in a prepared data folder. */
export async function storedKinds(folders: Folders, prepared: Prepared): Promise<readonly StoredKind[]> {
  const builtIn = await loadBuiltIn(files, folders.program);
  const work = workHere(folders.program);
  const layout = dataLayout(folders.data);
  const { edited, voted, sealed, predicted, thrown } = prepared;
  const storeOf = (root: string, mending: Mending | null = null) =>
    openStore(files, dataLayout(root), builtIn, mending).store;
  const { document } = await storeOf(folders.data).open(predicted);
  const sealedReview = await storeOf(folders.data).open(sealed);
  const index = await readIndex(files, layout.index);
  const imported = (await new ImportList(files, layout.imports, null).read())[0]?.sha256 ?? '';
  const [milestone = '', otherMilestone = ''] = (await readdir(layout.milestones)).filter((name) =>
    name.endsWith('.json'),
  );
  const versions = (await storeOf(folders.data).versions(edited)).map(({ name }) => name);
  const [version = ''] = versions;
  const keysOf = (root: string, mending?: Mending) =>
    new KeyStore(files, dataLayout(root).keys, { now, ...(mending && { mending }) });
  const review = (id: string) => `reviews/${id}.json`;

  const record = (name: string, ending: string, length: 'full' | 'short'): StoredKind => ({
    name,
    path: `records/${sealed}/${sealedReview.contentSha256}${ending}`,
    needs: [`records/${sealed}/${sealedReview.contentSha256}${ending === '.pdf' ? '.short.pdf' : '.pdf'}`],
    share: 5,
    read: async (root) => {
      const places = { sealed: new SealedRecords(files, dataLayout(root).records), work };
      const found = await sealedExport(places, sealedReview, length);
      return found?.bytes ? sha256(found.bytes) : REFUSED;
    },
  });

  return [
    {
      name: 'reviews',
      path: review(edited),
      other: review(voted),
      needs: versions.map((name) => `generations/${edited}/${name}`),
      share: 225,
      read: async (root) => storedPart(await storeOf(root).open(edited)),
      mend: async (root) => {
        const mended = await storeOf(root).mend(edited);
        return mended && storedPart(await storeOf(root).open(edited));
      },
      earlier: async () =>
        Promise.all(versions.map(async (name) => storedPart(await storeOf(folders.data).openVersion(edited, name)))),
    },
    {
      name: 'earlier versions',
      path: `generations/${edited}/${version}`,
      other: review(voted),
      share: 80,
      read: async (root) => storedPart(await storeOf(root).openVersion(edited, version)),
    },
    {
      name: 'the trash',
      path: `trash/${thrown}.json`,
      other: review(voted),
      share: 80,
      read: async (root) => {
        await storeOf(root).restoreFile(`${thrown}.json`);
        return storedPart(await storeOf(root).open(thrown));
      },
    },
    {
      name: 'milestones',
      path: `milestones/${milestone}`,
      other: `milestones/${otherMilestone}`,
      isTwin: true,
      share: 100,
      read: async (root) => {
        const kept = new Milestones(files, dataLayout(root).milestones, mendingIn(root));
        const [listed] = (await kept.list(edited)).milestones;
        return listed ? { listed, opened: await kept.open(edited, listed.id) } : REFUSED;
      },
    },
    {
      name: 'templates',
      path: `templates/${imported}.json`,
      isTwin: true,
      share: 80,
      read: async (root) => (await new TemplateLibrary(files, dataLayout(root), []).find(imported))?.source ?? REFUSED,
    },
    {
      name: 'the list of imported templates',
      path: 'imported-templates.json',
      isTwin: true,
      share: 60,
      read: (root) => new ImportList(files, dataLayout(root).imports, mendingIn(root)).read(),
    },
    {
      name: 'signatures from elsewhere',
      path: 'signed-elsewhere.json',
      isTwin: true,
      share: 60,
      read: async (root) => {
        const list = new SignedElsewhere(files, dataLayout(root).signedElsewhere, mendingIn(root));
        return (await list.among(signedReview(['Zoë']).signOff.signatures)).size;
      },
    },
    {
      name: 'words added to the dictionaries',
      path: 'own-words.json',
      isTwin: true,
      share: 40,
      read: (root) => new OwnWords(files, dataLayout(root).ownWords, mendingIn(root)).all(),
    },
    {
      name: 'settings',
      path: 'settings.json',
      isTwin: true,
      share: 60,
      read: async (root) => {
        let isLost = false;
        const mending = { ...mendingIn(root), told: (what: string) => (isLost ||= what.includes('start afresh')) };
        const { data } = await loadSettings(files, dataLayout(root).settings, mending);
        return isLost ? REFUSED : data;
      },
    },
    {
      name: 'keys',
      path: 'keys/plain.json',
      needs: ['keys/plain.pem'],
      isTwin: true,
      share: 20,
      read: async (root) => {
        const { keys, origin } = await keysOf(root).open();
        return origin === 'kept'
          ? { ...keys, signingKey: keys.signingKey.export({ format: 'jwk' }), authority: keys.authority.certificate }
          : REFUSED;
      },
    },
    {
      name: 'certificates',
      path: 'keys/plain.pem',
      needs: ['keys/plain.json', 'keys/plain.json.copy'],
      share: 15,
      read: async (root) => {
        await keysOf(root).open();
        return [...(await workbookFingerprints(files, dataLayout(root).keys))];
      },
    },
    {
      name: 'keys that were given up',
      path: 'keys/given-up.json',
      isTwin: true,
      share: 40,
      read: (root) => readGivenUp(files, dataLayout(root).keys, mendingIn(root)),
    },
    {
      name: 'the key for ballots',
      path: 'keys/ballots-plain.json',
      isTwin: true,
      share: 30,
      read: async (root) => Buffer.from(await keysOf(root).ballotKey()).toString('hex'),
    },
    {
      name: 'open rounds',
      path: `open-rounds/${voted}.json`,
      needs: ['keys/ballots-plain.json'],
      isTwin: true,
      share: 40,
      read: async (root) => {
        const key = () => keysOf(root).ballotKey();
        const rounds = new OpenRounds(files, dataLayout(root).openRounds, { key, now, mending: mendingIn(root) });
        const open = await rounds.now(voted);
        return open
          ? { open, revealed: await rounds.reveal({ review: voted, round: open.id, because: 'Late' }) }
          : REFUSED;
      },
    },
    {
      name: 'private chances',
      path: `predictions/${predicted}.json`,
      needs: ['keys/ballots-plain.json'],
      isTwin: true,
      share: 40,
      read: async (root) => {
        const key = () => keysOf(root).ballotKey();
        const chances = new PrivateChances(files, dataLayout(root).predictions, key, mendingIn(root));
        const statements = document.predictions?.statements ?? [];
        return [await chances.givers(predicted, statements), await chances.reveal(predicted, statements)];
      },
    },
    {
      name: 'the list of reviews',
      path: 'index.json',
      share: 30,
      read: async (root) => refusedIfEmpty(await readIndex(files, dataLayout(root).index)),
    },
    {
      name: 'the texts to be searched',
      path: 'search-index.json',
      share: 20,
      read: async (root) => {
        const texts = new TextIndex(files, dataLayout(root).texts, async () => null);
        await texts.follow(index);
        return refusedIfEmpty(index.flatMap((entry) => texts.textOf(entry)?.passages ?? []));
      },
    },
    record('sealed records', '.pdf', 'full'),
    record('sealed short records', '.short.pdf', 'short'),
    {
      name: 'backups',
      path: `../exports/${prepared.backup}`,
      share: 10,
      read: async (root) => {
        const backup = await openBackup(files, join(root, '../exports', prepared.backup));
        try {
          const contents = [];
          for (const file of backup.files) contents.push([file.path, sha256(await backup.read(file))]);
          return { ...backup.manifest, contents };
        } finally {
          await backup.close();
        }
      },
    },
  ];
}

/** What a file of a review says. */
function storedPart({ document, revision, savedAt }: { document: unknown; revision: number; savedAt: string }) {
  return { document, revision, savedAt };
}

function refusedIfEmpty<T>(found: readonly T[]): readonly T[] | typeof REFUSED {
  return found.length === 0 ? REFUSED : found;
}

function mendingIn(root: string): Mending {
  return { folder: join(root, 'quarantine'), told: () => undefined };
}

/** What is read of a file, to compare; `REFUSED` for what the program does not believe. */
export async function readOrRefused(read: () => Promise<unknown>): Promise<unknown> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof FailureError) return REFUSED;
    throw error;
  }
}

/** The bytes of a file of a data folder. */
export function bytesOf(root: string, path: string): Promise<Buffer> {
  return readFile(join(root, path));
}
