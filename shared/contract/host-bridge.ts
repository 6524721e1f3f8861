/** Largest call a host accepts, in bytes of JSON. */
export const CALL_SIZE_LIMIT = 16 * 1024 * 1024;

/**
 * What the application menu asks of the screen; `save`: the end of the session does, `arrived`: something waits to be shown. Nothing
 * else is ever pushed to it.
 */
export const menuCommands = [
  'save',
  'arrived',
  'home',
  'templates',
  'new',
  'import',
  'export',
  'print',
  'rename',
  'duplicate',
  'reveal',
  'verify',
  'undo',
  'redo',
  'spelling',
  'shortcuts',
] as const;

export type MenuCommand = (typeof menuCommands)[number];

/**
 * What the preload script shows the renderer as `window.groundworkHost`. A call crosses as the same
 * JSON text that the loopback host takes over HTTP, so both hosts measure, read and refuse it alike.
 */
export interface HostBridge {
  /** Carries `{"method":…,"input":…}` to the main process; answers with a reply as JSON text. */
  readonly call: (body: string) => Promise<string>;
  /** Calls the listener for each menu command, until the returned function is called. */
  readonly onCommand: (listener: (command: MenuCommand) => void) => () => void;
}
