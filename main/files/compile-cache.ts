import module from 'node:module';
import envPaths from 'env-paths';

/** What Node has from 22.1 on, and its types do not name before. */
interface CompileCaching {
  enableCompileCache(folder: string): unknown;
}

/**
 * Keeps compiled code between starts of the program where Node can (from 22.1 on; Electron's Node can), in the person's own cache
 * folder: Node’s own default place is shared with everybody on the computer. Where it cannot, nothing happens.
 */
export function keepCompiledCode(node: object | CompileCaching = module): void {
  if (!canCache(node)) return;
  node.enableCompileCache(envPaths('groundwork', { suffix: '' }).cache);
}

function canCache(node: object | CompileCaching): node is CompileCaching {
  return 'enableCompileCache' in node && typeof node.enableCompileCache === 'function';
}
