/** Where the main process reports what a person must not be bothered with. */
export interface Log {
  info(message: string): void;
  error(message: string, cause: unknown): void;
}
