import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  CustomScheme,
  MenuItemConstructorOptions,
  MessageBoxReturnValue,
  OpenDialogReturnValue,
  Rectangle,
  SaveDialogReturnValue,
} from 'electron';
import { vi } from 'vitest';

/**
 * Stands in for the `electron` module where its binary is absent: it remembers what it was told and lets
 * a test raise the events that Chromium would. It decides nothing by itself.
 */

/** An event as Electron hands it over, with what its listeners did about it. */
export class StandInEvent {
  defaultPrevented = false;
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

export class StandInContents extends EventEmitter {
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined;
  readonly mainFrame = frame('app://groundwork');
  readonly send = vi.fn();
  readonly reload = vi.fn();
  readonly forcefullyCrashRenderer = vi.fn();
  readonly replaceMisspelling = vi.fn();
  readonly getURL = () => `${this.mainFrame.origin}/`;

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler;
  }

  /** Raises an event and tells what became of it. */
  raise(name: string, details: object = {}, ...rest: readonly unknown[]): StandInEvent {
    const event = Object.assign(new StandInEvent(), details);
    this.emit(name, event, ...rest);
    return event;
  }
}

/** A frame that shows a page of the given origin; a top frame unless it has a parent. */
export function frame(origin: string, parent: object | null = null) {
  return { origin, parent, detached: false, destroyed: false, isDestroyed: () => false };
}

export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  readonly webContents = new StandInContents();
  readonly options: BrowserWindowConstructorOptions;
  bounds: Rectangle = { x: 10, y: 20, width: 900, height: 700 };
  destroyed = false;
  minimized = false;
  readonly loadURL = vi.fn(async (_url: string) => {});
  readonly maximize = vi.fn();
  readonly restore = vi.fn();
  readonly show = vi.fn();
  readonly focus = vi.fn();

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
    app.emit('web-contents-created', new StandInEvent(), this.webContents);
  }

  isDestroyed = () => this.destroyed;
  isMinimized = () => this.minimized;
  isMaximized = () => false;
  getNormalBounds = () => this.bounds;

  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

class StandInApp extends EventEmitter {
  isPackaged = true;
  readonly paths = new Map<string, string>([['documents', '/home/someone/Documents']]);
  readonly quit = vi.fn();
  readonly exit = vi.fn();
  readonly whenReady = vi.fn(async () => {});
  readonly requestSingleInstanceLock = vi.fn((_data?: unknown) => true);
  readonly setAboutPanelOptions = vi.fn();
  readonly addRecentDocument = vi.fn();
  readonly setJumpList = vi.fn();

  /** As in Electron, what a session keeps lies with the rest unless somebody says otherwise. */
  getPath = (name: string): string => this.paths.get(name) ?? (name === 'sessionData' ? this.getPath('userData') : '');
  setPath = (name: string, path: string) => void this.paths.set(name, path);
}

class StandInSession extends EventEmitter {
  readonly setPermissionRequestHandler = vi.fn();
  readonly setPermissionCheckHandler = vi.fn();
  readonly setDevicePermissionHandler = vi.fn();
  readonly setSpellCheckerDictionaryDownloadURL = vi.fn();
  readonly setSpellCheckerLanguages = vi.fn();
  readonly words = new Set<string>();
  readonly listWordsInSpellCheckerDictionary = async () => [...this.words];
  readonly addWordToSpellCheckerDictionary = (word: string) => void this.words.add(word);
  readonly removeWordFromSpellCheckerDictionary = (word: string) => void this.words.delete(word);
  readonly webRequest = { onBeforeRequest: vi.fn() };
  readonly protocol = { handle: vi.fn<(scheme: string, handler: (request: Request) => Promise<Response>) => void>() };
}

export const app = new StandInApp();
export const session = { defaultSession: new StandInSession() };
export const protocol = { registerSchemesAsPrivileged: vi.fn((_schemes: CustomScheme[]) => {}) };
export const ipcMain = { handle: vi.fn<(channel: string, handler: IpcHandler) => void>() };
export const dialog = {
  showErrorBox: vi.fn((_title: string, _content: string) => {}),
  showMessageBox: vi.fn(
    async (..._options: readonly unknown[]): Promise<MessageBoxReturnValue> => ({
      response: 0,
      checkboxChecked: false,
    }),
  ),
  showOpenDialog: vi.fn(
    async (..._options: readonly unknown[]): Promise<OpenDialogReturnValue> => ({ canceled: true, filePaths: [] }),
  ),
  showSaveDialog: vi.fn(
    async (..._options: readonly unknown[]): Promise<SaveDialogReturnValue> => ({ canceled: true, filePath: '' }),
  ),
};
export const shell = {
  openExternal: vi.fn(async (_url: string) => {}),
  showItemInFolder: vi.fn((_path: string) => {}),
};
/** Encrypts by turning the text around, so that a test sees what went through it. */
export const safeStorage = {
  isAsyncEncryptionAvailable: vi.fn(async () => true),
  getSelectedStorageBackend: vi.fn(() => 'gnome_libsecret' as const),
  encryptStringAsync: vi.fn(async (text: string) => Buffer.from([...text].reverse().join(''))),
  decryptStringAsync: vi.fn(async (bytes: Buffer) => ({
    shouldReEncrypt: false,
    result: [...bytes.toString()].reverse().join(''),
  })),
};
export const Menu = {
  buildFromTemplate: vi.fn((template: MenuItemConstructorOptions[]) => template),
  setApplicationMenu: vi.fn(),
};
export const nativeTheme = { shouldUseDarkColors: false };
export const screen = { getAllDisplays: () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }] };
export const contextBridge = { exposeInMainWorld: vi.fn<(name: string, api: unknown) => void>() };
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: vi.fn(async (_channel: string, ..._rest: readonly unknown[]): Promise<unknown> => '{}'),
});

export type IpcHandler = (event: unknown, ...rest: readonly unknown[]) => Promise<string>;
