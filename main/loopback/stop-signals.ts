/** Signals closer together than this are one key press: npm passes Ctrl+C on a second time. */
const ONE_PRESS = 1_000;

/** Settles at the first Ctrl+C, SIGTERM or closed terminal; a second Ctrl+C after that ends the process at once. */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let first: number | null = null;
    const stop = (): void => {
      first ??= Date.now();
      if (Date.now() - first > ONE_PRESS) process.exit(130);
      resolve();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  });
}
