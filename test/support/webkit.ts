import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';
import * as z from 'zod';

/** The small browser that comes with WebKitGTK, which its driver starts; where Debian puts it. */
const BROWSERS = ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map(
  (name) => `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu/${name}/MiniBrowser`,
);

/** How WebKitGTK is started on this computer; null where its driver, its browser or a display is missing. */
export function findWebKit(): { readonly command: readonly string[]; readonly browser: string } | null {
  const driver = inPath('WebKitWebDriver');
  const browser = BROWSERS.find((path) => existsSync(path));
  const display = process.env.DISPLAY ? [] : [inPath('xvfb-run')];
  if (driver === null || browser === undefined || display.includes(null)) return null;
  return { command: [...display.flatMap((path) => (path === null ? [] : [path, '-a'])), driver], browser };
}

function inPath(name: string): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null;
}

const replySchema = z.object({ value: z.unknown() });
const problemSchema = z.object({ error: z.string(), message: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });
/** The name under which WebDriver hands out elements. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';
const elementsSchema = z.array(z.object({ [ELEMENT]: z.string() }));

/** What a person looks for on a page: elements of a kind, of which one has the name that is told to a screen reader. */
interface Named {
  readonly css: string;
  readonly name: string;
}

/** A window of WebKitGTK, driven by WebDriver. Playwright's own WebKit has to be downloaded, and is another build. */
export class WebKit {
  readonly #child: ChildProcess;
  readonly #session: string;

  private constructor(child: ChildProcess, session: string) {
    this.#child = child;
    this.#session = session;
  }

  static async start({ command, browser }: NonNullable<ReturnType<typeof findWebKit>>): Promise<WebKit> {
    const port = await freePort();
    const [program = '', ...options] = [...command, `--port=${port}`];
    // A group of its own, as a display of its own may be in it.
    const child = spawn(program, options, { stdio: 'ignore', detached: true });
    const address = `http://127.0.0.1:${port}/session`;
    const wanted = { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } };
    while (!(await fetch(`http://127.0.0.1:${port}/status`).catch(() => null))) {
      if (child.exitCode !== null) throw new Error('The driver of WebKit ended before it took commands');
      await nextLook();
    }
    const made = sessionSchema.parse(await send('POST', address, { capabilities: { alwaysMatch: wanted } }));
    return new WebKit(child, `${address}/${made.sessionId}`);
  }

  async open(url: string): Promise<void> {
    await this.#post('url', { url });
  }

  /** Presses the mouse on what has this name, once it is there. */
  async click(what: Named): Promise<void> {
    await this.#post(`element/${await this.#find(what)}/click`, {});
  }

  /** Presses keys one after the other, in whatever has the focus. */
  async type(text: string): Promise<void> {
    const keys = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#post('actions', { actions: [{ type: 'key', id: 'key', actions: keys }] });
  }

  /** Waits until something with this name is on the page. */
  async see(what: Named): Promise<void> {
    await this.#find(what);
  }

  /** Waits until the page shows these words. */
  async read(words: string): Promise<void> {
    while (!(await this.run('return document.body.innerText.includes(arguments[0])', words))) await nextLook();
  }

  run(script: string, ...values: readonly unknown[]): Promise<unknown> {
    return this.#post('execute/sync', { script, args: values });
  }

  async end(): Promise<void> {
    await send('DELETE', this.#session);
    if (this.#child.pid !== undefined) process.kill(-this.#child.pid);
  }

  async #find({ css, name }: Named): Promise<string> {
    for (;;) {
      const found = elementsSchema.parse(await this.#post('elements', { using: 'css selector', value: css }));
      for (const { [ELEMENT]: id = '' } of found) {
        // What has gone meanwhile or is not drawn has no name.
        const label = await send('GET', `${this.#session}/element/${id}/computedlabel`).catch(() => null);
        if (label === name) return id;
      }
      await nextLook();
    }
  }

  #post(path: string, body: object): Promise<unknown> {
    return send('POST', `${this.#session}/${path}`, body);
  }
}

async function send(method: string, url: string, body?: object): Promise<unknown> {
  const reply = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) });
  const { value } = replySchema.parse(await reply.json());
  const problem = problemSchema.safeParse(value);
  if (problem.success) throw new Error(`${url}: ${problem.data.error} ${problem.data.message}`);
  return value;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

function nextLook(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 50));
}
