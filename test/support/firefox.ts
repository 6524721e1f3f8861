import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { Bidi } from './bidi.ts';

const NAMES = ['firefox-esr', 'firefox'];
const APPLICATIONS = '/Applications/Firefox.app/Contents/MacOS';

/** The Firefox of this computer; null where there is none. */
export function findFirefox(): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), APPLICATIONS];
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(canRun);
  return found ?? null;
}

function canRun(program: string): boolean {
  try {
    accessSync(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What a person looks for on a page: a role and the name that is told to a screen reader. */
interface Named {
  readonly role: string;
  readonly name: string;
}

const contextsSchema = z.object({ contexts: z.tuple([z.object({ context: z.string() })]) });
const nodesSchema = z.object({ nodes: z.array(z.object({ sharedId: z.string() })) });
const valueSchema = z.object({ type: z.literal('success'), result: z.object({ value: z.unknown() }) });

/**
 * A window of Firefox, driven by WebDriver BiDi. Playwright has a Firefox of its own, which cannot always be downloaded, and
 * asks others for what they do not know.
 */
export class Firefox {
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #bidi: Bidi;
  readonly #context: string;

  private constructor(child: ChildProcess, profile: string, bidi: Bidi, context: string) {
    this.#child = child;
    this.#profile = profile;
    this.#bidi = bidi;
    this.#context = context;
  }

  static async start(program: string): Promise<Firefox> {
    const profile = await mkdtemp(join(tmpdir(), 'groundwork-firefox-'));
    const options = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port', '0', 'about:blank'];
    const child = spawn(program, options, { stdio: ['ignore', 'ignore', 'pipe'] });
    const bidi = await Bidi.connect(await listeningOf(child));
    const { contexts } = contextsSchema.parse(await bidi.send('browsingContext.getTree', {}));
    return new Firefox(child, profile, bidi, contexts[0].context);
  }

  /** What the page complained of. */
  get complaints(): readonly string[] {
    return this.#bidi.complaints;
  }

  async open(url: string): Promise<void> {
    await this.#bidi.send('browsingContext.navigate', { context: this.#context, url, wait: 'complete' });
  }

  /** Presses the mouse on what has this role and name, once it is there. */
  async click(what: Named): Promise<void> {
    const element = { sharedId: await this.#find(what) };
    await this.#bidi.send('script.callFunction', {
      functionDeclaration: "(element) => element.scrollIntoView({ block: 'center', behavior: 'instant' })",
      arguments: [element],
      target: { context: this.#context },
      awaitPromise: false,
    });
    const origin = { type: 'element', element };
    await this.#act('pointer', [
      { type: 'pointerMove', x: 0, y: 0, origin },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }

  /** Presses keys one after the other, in whatever has the focus. */
  async type(text: string): Promise<void> {
    await this.#act(
      'key',
      [...text].flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]),
    );
  }

  /** Waits until something with this role and name is on the page. */
  async see(what: Named): Promise<void> {
    await this.#find(what);
  }

  /** Waits until the page shows these words. */
  async read(words: string): Promise<void> {
    const shown = `document.body.innerText.includes(${JSON.stringify(words)})`;
    while ((await this.#evaluate(shown)) !== true) await nextLook();
  }

  async end(): Promise<void> {
    const ended = once(this.#child, 'exit');
    await this.#bidi.send('browser.close', {});
    await ended;
    await rm(this.#profile, { recursive: true });
  }

  async #find({ role, name }: Named): Promise<string> {
    const locator = { type: 'accessibility', value: { role, name } };
    for (;;) {
      const found = await this.#bidi.send('browsingContext.locateNodes', { context: this.#context, locator });
      const [node] = nodesSchema.parse(found).nodes;
      if (node) return node.sharedId;
      await nextLook();
    }
  }

  async #evaluate(expression: string): Promise<unknown> {
    const target = { context: this.#context };
    return valueSchema.parse(await this.#bidi.send('script.evaluate', { expression, target, awaitPromise: false }))
      .result.value;
  }

  async #act(type: 'pointer' | 'key', actions: readonly object[]): Promise<void> {
    await this.#bidi.send('input.performActions', { context: this.#context, actions: [{ type, id: type, actions }] });
  }
}

/** The address that a starting Firefox says it takes commands at. */
async function listeningOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('Firefox was started without a way to hear it');
  for await (const line of createInterface(child.stderr)) {
    const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1];
    if (address) {
      // What it says from now on is read by nobody, and must not stop it.
      child.stderr.resume();
      return address;
    }
  }
  throw new Error('Firefox ended before it took commands');
}

function nextLook(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
