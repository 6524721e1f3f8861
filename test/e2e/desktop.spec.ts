import { existsSync } from 'node:fs';
import { copyFile, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inProject } from '#test/support/project.ts';
import { expect, program, SAMPLE_FILE, test } from './desktop-app.ts';

/** What only the desktop program has; `npm run test:electron` runs it where there is a binary. */
test.describe('the desktop program', { tag: '@electron' }, () => {
  test('shows its page from its own scheme, with nothing of Node in it', async ({ desktop }) => {
    const { page } = await desktop.start();
    expect(page.url()).toMatch(/^app:\/\/groundwork\//);
    const found = await page.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
      bridge: Object.keys(Reflect.get(window, 'groundworkHost') as object).sort(),
      isSecure: window.isSecureContext,
    }));
    expect(found).toEqual({ node: [], bridge: ['call', 'onCommand'], isSecure: true });
  });

  test('has the page in the sandbox, apart from its preload script', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
      // Not in the types, and what Electron's own tests look at.
      const [preferences] = contents.map((one) => Reflect.apply(Reflect.get(one, 'getLastWebPreferences'), one, []));
      const { sandbox, contextIsolation, nodeIntegration, webSecurity } = preferences as Electron.WebPreferences;
      return { sandbox, contextIsolation, nodeIntegration, webSecurity };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true });
    await expect(page.getByRole('main')).toBeVisible();
  });

  test('lets the page reach nothing but the program, and run no text as code', async ({ desktop }) => {
    const { page } = await desktop.start();
    const tried = await page.evaluate(async () => {
      const fails = (work: () => unknown) =>
        Promise.resolve()
          .then(work)
          .then(
            () => false,
            () => true,
          );
      return {
        network: await fails(() => fetch('https://example.org/')),
        loopback: await fails(() => fetch('http://127.0.0.1:9/')),
        file: await fails(() => fetch('file:///etc/hostname')),
        code: await fails(() => Reflect.construct(Function, ['return 1'])()),
      };
    });
    expect(tried).toEqual({ network: true, loopback: true, file: true, code: true });
    const policy = await page.evaluate(async () => (await fetch('/')).headers.get('content-security-policy'));
    expect(policy).toContain("default-src 'none'");
  });

  test('answers its own windows only', async ({ desktop }) => {
    const { app } = await desktop.start();
    const preload = inProject('dist/electron/preload.cjs');
    const reply = await app.evaluate(async ({ BrowserWindow }, script) => {
      const other = new BrowserWindow({ show: false, webPreferences: { preload: script, sandbox: true } });
      await other.loadURL('data:text/html,x').catch(() => undefined);
      const text = await other.webContents.executeJavaScript(
        `groundworkHost.call(${JSON.stringify(JSON.stringify({ method: 'app.info', input: {} }))})`,
      );
      other.destroy();
      return JSON.parse(text) as unknown;
    }, preload);
    expect(reply).toMatchObject({ ok: false, error: { code: 'refused' } });
  });

  test('shows a file of a second start in the first window, and loses nothing typed there', async ({ desktop }) => {
    const { page } = await desktop.start();
    await page.getByRole('button', { name: /Read States/ }).click();
    await page.getByLabel(/^Facilitator/).fill('Typed before the second start');
    const file = path.join(desktop.dataFolder, 'from elsewhere ż.groundwork');
    await copyFile(SAMPLE_FILE, file);
    expect(await desktop.startAgain([file])).toBe(0);
    await expect(page.getByLabel('Title of the review')).toHaveValue(/Counter Service/);
    const reviews = path.join(desktop.dataFolder, 'reviews');
    const texts = async () => {
      const names = (await readdir(reviews)).filter((name) => name.endsWith('.json'));
      return (await Promise.all(names.map((name) => readFile(path.join(reviews, name), 'utf8')))).join();
    };
    await expect.poll(texts).toContain('Typed before the second start');
  });

  test('writes a PDF by the dialog of the system, in a thread, with its fonts', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    const target = path.join(desktop.dataFolder, 'record.pdf');
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, target);
    await page.getByRole('button', { name: /Read States/ }).click();
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('button', { name: 'Save as…' }).click();
    await expect.poll(() => existsSync(target)).toBe(true);
    expect((await readFile(target)).subarray(0, 5).toString()).toBe('%PDF-');
    const log = await readFile(path.join(desktop.dataFolder, 'groundwork.log'), 'utf8').catch(() => '');
    expect(log).not.toMatch(/thread/);
  });

  test('checks the spelling without a download, and takes an added word for right', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await page.getByRole('button', { name: /Read States/ }).click();
    await page.getByRole('link', { name: /^Decision/ }).click();
    const field = page.getByRole('main').locator('textarea:not([spellcheck=false])').first();
    /** What the menu of the first word would be told; the dictionary may still be loading, so it is asked until it knows. */
    const misspelt = () =>
      Promise.all([
        app.evaluate(
          ({ BrowserWindow }) =>
            new Promise<[string, readonly string[]]>((resolve) => {
              BrowserWindow.getAllWindows()[0]?.webContents.once('context-menu', (_event, clicked) =>
                resolve([clicked.misspelledWord, clicked.dictionarySuggestions]),
              );
            }),
        ),
        field.click({ button: 'right', position: { x: 25, y: 18 } }),
      ]).then(([clicked]) => clicked);
    await field.fill('recieve ');
    await expect.poll(misspelt).toEqual(['recieve', expect.arrayContaining(['receive'])]);
    await page.keyboard.press('Escape');
    await page.evaluate(async () => {
      const { call } = Reflect.get(window, 'groundworkHost') as { call: (body: string) => Promise<string> };
      await call(JSON.stringify({ method: 'spelling.add', input: { word: 'recieve' } }));
    });
    await expect.poll(misspelt).toEqual(['', []]);
    const log = await readFile(path.join(desktop.dataFolder, 'groundwork.log'), 'utf8').catch(() => '');
    expect(log).not.toContain('A dictionary is not where this Chromium looks for it');
  });

  test('has a menu whose commands reach the page', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find((item) => item.label.replace('&', '') === 'File');
      file?.submenu?.items.find((item) => item.label === 'New Review…')?.click();
    });
    await expect(page.getByRole('dialog', { name: 'New review' })).toBeVisible();
  });

  test('saves what was typed last when it is quit, in every window', async ({ desktop }) => {
    const { app, page } = await desktop.start();
    await page.getByRole('button', { name: /Read States/ }).click();
    const [other] = await Promise.all([
      app.waitForEvent('window'),
      page.evaluate(() => window.open(location.href.replace(/(#\/review\/[^/]*).*/, '$1'), '_blank')),
    ]);
    await other.getByLabel(/^Facilitator/).fill('Typed last');
    const exited = new Promise((resolve) => app.process().once('exit', resolve));
    await app.evaluate(({ app: program }) => program.quit());
    expect(await exited).toBe(0);
    const again = await desktop.start();
    await again.page.getByRole('list', { name: 'Reviews' }).getByRole('link').first().click();
    await expect(again.page.getByLabel(/^Facilitator/)).toHaveValue('Typed last');
  });

  test('loads a page that died again, and says so', async ({ desktop }) => {
    const { app } = await desktop.start();
    const told = await app.evaluate(async ({ BrowserWindow, dialog }) => {
      const [window] = BrowserWindow.getAllWindows();
      const message = new Promise<string>((resolve) => {
        dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
          resolve(options.message);
          return { response: 0, checkboxChecked: false };
        }) as typeof dialog.showMessageBox;
      });
      window?.webContents.forcefullyCrashRenderer();
      const said = await message;
      while (window?.webContents.isLoading()) await new Promise((resolve) => setTimeout(resolve, 50));
      return { said, isCrashed: window?.webContents.isCrashed(), url: window?.webContents.getURL() };
    });
    expect(told).toMatchObject({ said: 'The page stopped and was loaded again.', isCrashed: false });
    expect(told.url).toContain('app://groundwork/');
  });

  test('protects keys as this computer can, and says how', async ({ desktop }, testInfo) => {
    const { app, page } = await desktop.start();
    const has = await app.evaluate(async ({ safeStorage }) => ({
      available: await safeStorage.isAsyncEncryptionAvailable(),
      backend: process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : process.platform,
    }));
    testInfo.annotations.push({ type: 'keys', description: JSON.stringify(has) });
    expect(await desktop.call(page, 'key.show', {})).toMatchObject({ ok: true });
  });

  test('is the version of Electron that was asked for', async ({ desktop }, testInfo) => {
    const { app } = await desktop.start();
    const versions = await app.evaluate(() => ({ ...process.versions }));
    testInfo.annotations.push({ type: 'versions', description: JSON.stringify(versions) });
    const { devDependencies } = JSON.parse(await readFile(inProject('package.json'), 'utf8'));
    expect(versions.electron, program()).toBe(devDependencies.electron);
  });
});
