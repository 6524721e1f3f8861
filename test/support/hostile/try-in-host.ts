import { once } from 'node:events';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Input, Method, Output } from '#shared/contract/contract.ts';
import {
  type BuiltHost,
  type Call,
  endBuiltHost,
  enterBuiltHost,
  startBuiltHost,
} from '../../../scripts/lib/built-host.js';
import { inProject } from '../../../scripts/lib/project.js';
import type { HostileFile } from './hostile-file.ts';

/** What a file did to the host. */
export interface Trial {
  /** `taken`, or why not. */
  readonly outcome: string;
  /** What is wrong with it; none as a rule. */
  readonly wrong: readonly string[];
  /** Milliseconds of a processor that the main thread spent at once, at most. */
  readonly work: number;
  /** Most megabytes that the process has held so far. */
  readonly memory: number;
}

const PROBE = pathToFileURL(inProject('scripts/lib/bench/probe.js')).href;
/** Names that come out of the archives that try to write elsewhere. */
const ESCAPED = /escaped|hidden|CON\.json/;

const BACKUP = 'groundwork-2026-11-30T080000Z.zip';
const NEW = { title: 'From it', component: 'Parser', candidate: 'New', current: 'Old' };

/** The built host on a folder, fed with files, watched from within. */
export class TriedHost {
  readonly #folder: string;
  readonly #host: BuiltHost;
  readonly #call: Call;
  #wrong: string[] = [];

  private constructor(folder: string, host: BuiltHost, call: Call) {
    this.#folder = folder;
    this.#host = host;
    this.#call = call;
  }

  /** @param folder empty, or with a folder `data` in it */
  static async start(folder: string): Promise<TriedHost> {
    await mkdir(join(folder, 'backups'), { recursive: true });
    await mkdir(join(folder, 'exports'), { recursive: true });
    const host = startBuiltHost(join(folder, 'data'), PROBE);
    const tried = new TriedHost(folder, host, await enterBuiltHost(host));
    await tried.#ask('backup.choose', { folder: join(folder, 'backups') });
    await tried.#reading();
    return tried;
  }

  async end(): Promise<void> {
    await endBuiltHost(this.#host);
  }

  /** Brings a file in, in each way that there is for it, and works with what was taken. */
  async try(file: HostileFile): Promise<Trial> {
    const bytes = file.make();
    this.#wrong = [];
    await this.#reading();
    const outcome = await this.#bring(file, bytes);
    const { work, memory } = await this.#reading();
    const escaped = [...(await readdir(this.#folder)), ...(await readdir(dirname(this.#folder)))].filter((name) =>
      ESCAPED.test(name),
    );
    if (escaped.length > 0) this.#wrong.push(`wrote ${escaped}`);
    return { outcome, wrong: this.#wrong, work: work ?? 0, memory };
  }

  #bring({ way, name }: HostileFile, bytes: Uint8Array): Promise<string> {
    switch (way) {
      case 'review':
        return this.#review(textOf(bytes));
      case 'template':
        return this.#template(textOf(bytes));
      case 'record':
        return this.#record(Buffer.from(bytes).toString('base64'));
      case 'backup':
        return this.#backup(bytes);
      case 'certificate':
        return this.#certificate(Buffer.from(bytes).toString('base64'));
      case 'keys':
        return this.#keys(Buffer.from(bytes).toString('base64'));
      case 'stored':
        return this.#stored(bytes);
      case 'side file':
        return this.#startedWith();
      default:
        throw new Error(`${name} does not come in by the host`);
    }
  }

  async #review(text: string): Promise<string> {
    const before = await this.#listed();
    const answer = await this.#ask('review.import', { text });
    if (answer.kind === 'imported') return this.#worked(answer.id);
    if ((await this.#listed()) !== before) this.#wrong.push('was refused, and something is there');
    return refusal(answer);
  }

  async #template(text: string): Promise<string> {
    await this.#ask('template.preview', { text });
    const answer = await this.#ask('template.import', { text, file: 'hostile.json' });
    if (answer.kind !== 'imported') return refusal(answer);
    const { sha256 } = answer.template;
    const got = await this.#ask('template.get', { sha256 });
    if (got.kind === 'failed') this.#wrong.push('was taken, and cannot be read');
    await this.#ask('template.export', { sha256, form: 'lens', target: this.#target('lens.json') });
    const made = await this.#ask('review.create', { templateSha256: sha256, ...NEW });
    if (made.kind === 'created') await this.#worked(made.id);
    await this.#ask('template.remove', { sha256 });
    return 'taken';
  }

  async #record(pdf: string): Promise<string> {
    const checked = await this.#ask('record.verify', { pdf });
    const answer = await this.#ask('record.import', { pdf });
    if (answer.kind === 'imported') await this.#worked(answer.id);
    const verdict = checked.kind === 'verified' ? checked.report.verdict : refusal(checked);
    return `${verdict}, ${answer.kind === 'imported' ? 'taken' : refusal(answer)}`;
  }

  async #backup(bytes: Uint8Array): Promise<string> {
    const path = join(this.#folder, 'backups', BACKUP);
    await writeFile(path, bytes);
    await this.#ask('backup.look', { file: BACKUP });
    const answer = await this.#ask('backup.restore', { file: BACKUP, replace: true });
    await rm(path);
    if (answer.kind === 'restored') for (const { id } of answer.added) await this.#trash(id);
    return answer.kind === 'restored' ? 'taken' : refusal(answer);
  }

  async #certificate(file: string): Promise<string> {
    const info = await this.#ask('app.info', {});
    const templateSha256 = 'templates' in info ? (info.templates[0]?.sha256 ?? '') : '';
    const made = await this.#ask('review.create', { templateSha256, ...NEW });
    const opened = made.kind === 'created' ? await this.#ask('review.open', { id: made.id }) : made;
    if (opened.kind !== 'opened') throw new Error('There is no review to sign');
    const { document, revision } = opened;
    const { id } = document;
    const signOff = { approvers: [{ id: 'a', name: 'Ada', role: 'Lead' }], signatures: [] };
    await this.#ask('review.save', { baseRevision: revision, document: { ...document, signOff } });
    const answer = await this.#ask('certificate.read', { id, approver: 'a', file, passphrase: 'x' });
    await this.#trash(id);
    return answer.kind === 'certificate' ? 'taken' : refusal(answer);
  }

  async #keys(file: string): Promise<string> {
    const restored = await this.#ask('key.restore', { file, passphrase: 'x' });
    const adopted = await this.#ask('key.adopt', { file });
    return [restored, adopted].map((answer) => (answer.kind === 'failed' ? refusal(answer) : 'taken')).join(', ');
  }

  /** A file that lies in the folder of reviews, whoever put it there. */
  async #stored(bytes: Uint8Array): Promise<string> {
    const id = '5a1d9f0e-0000-4000-8000-0123456789ab';
    const path = join(this.#folder, 'data', 'reviews', `${id}.json`);
    await writeFile(path, bytes);
    await this.#listed();
    const opened = await this.#ask('review.open', { id });
    const outcome = opened.kind === 'opened' ? await this.#worked(id) : refusal(opened);
    await rm(path, { force: true });
    return outcome;
  }

  /** What lay there when the program started. */
  async #startedWith(): Promise<string> {
    await this.#listed();
    await this.#ask('template.list', {});
    const set = await this.#ask('app.set', { singleKeys: false });
    return `settings: ${set.kind === 'failed' ? refusal(set) : set.kind}`;
  }

  /** Does with a review what people do with one, and throws it away. */
  async #worked(id: string): Promise<string> {
    const opened = await this.#ask('review.open', { id });
    if (opened.kind !== 'opened') {
      this.#wrong.push('was taken, and cannot be opened');
      return refusal(opened);
    }
    await this.#listed();
    await this.#ask('review.search', { text: 'hostile', most: 10 });
    const { revision } = opened;
    for (const form of ['csv', 'markdown', 'json', 'issues', 'structurizr', 'calendar', 'pdf'] as const)
      await this.#ask('record.export', { id, revision, form, target: this.#target(`record.${form}`) });
    await this.#trash(id);
    return 'taken';
  }

  async #trash(id: string): Promise<void> {
    await this.#ask('review.trash', { id });
    const listed = await this.#ask('trash.list', {});
    if (listed.kind !== 'list') return;
    for (const { file } of listed.reviews) await this.#ask('trash.delete', { file });
  }

  /** How many reviews are listed, once all of them are. */
  async #listed(): Promise<number> {
    for (;;) {
      const list = await this.#ask('review.list', {});
      if (list.kind !== 'list') return -1;
      if (list.reading === 0) return list.reviews.length;
    }
  }

  #target(fileName: string) {
    return { kind: 'named', folder: join(this.#folder, 'exports'), fileName, replace: true } as const;
  }

  /** Calls, and looks at the words of a refusal. */
  async #ask<M extends Method>(
    method: M,
    input: Input<M>,
  ): Promise<Output<M> | { kind: 'failed'; code: string; message: string }> {
    const { origin, pass } = this.#call;
    const body = JSON.stringify({ method, input });
    const headers = { 'content-type': 'application/json', origin, ...pass };
    const reply = await (await fetch(`${origin}/api`, { method: 'POST', headers, body })).json();
    const answer = reply.ok ? reply.value : { kind: 'failed', ...reply.error };
    if (answer.kind !== 'failed') return answer;
    const { code, message } = answer;
    // A fault of ours, or words that no person understands.
    if (
      code === 'internal' ||
      message.length < 10 ||
      message.length > 1_500 ||
      /\bat \/|undefined|\[object/.test(message)
    )
      this.#wrong.push(`${method}: ${code}: ${message.slice(0, 200)}`);
    return answer;
  }

  async #reading(): Promise<{ readonly work: number | null; readonly memory: number }> {
    const answered = once(this.#host, 'message');
    this.#host.send('read');
    const [reading] = await answered;
    return reading;
  }
}

/** As a page reads a file. */
function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function refusal(answer: { readonly kind: string; readonly code?: string }): string {
  return `refused: ${answer.code ?? answer.kind}`;
}
