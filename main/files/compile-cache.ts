import module from 'node:module';
import envPaths from 'env-paths';

/**
 * Keeps compiled code between starts of the program where Node can (from 22.1 on), in the person's own cache folder:
 * Node’s own default place is shared with everybody on the computer. Where it cannot, nothing happens.
 */
export function keepCompiledCode(): void {
  if (!('enableCompileCache' in module) || typeof module.enableCompileCache !== 'function') return;
  module.enableCompileCache(envPaths('groundwork', { suffix: '' }).cache);
}
