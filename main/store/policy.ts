import { existsSync } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { FileSystem } from '#main/files/file-system.ts';

/** What whoever manages a computer set for all that use Groundwork on it. */
export interface Policy {
  /** The file that says so; null where there is none. */
  readonly path: string | null;
  /** Where reviews lie unless `--data` or a portable folder says otherwise; null for the usual place. */
  readonly dataFolder: string | null;
  /** Templates offered beside those that ship with the program, and changed by nobody. */
  readonly templateFolder: string | null;
  /** Certificates that count as known when a record is checked. */
  readonly trustedRoots: readonly string[];
  /** Whether links of records and templates may be opened. */
  readonly links: boolean;
  /** Folders that exports may go to, those below them included; null for any. */
  readonly exportFolders: readonly string[] | null;
  /** How many approvals are enough in new reviews whose template says nothing of it; null for everybody named. */
  readonly quorum: number | null;
}

/** Where nothing is set. */
export const NO_POLICY: Policy = {
  path: null,
  dataFolder: null,
  templateFolder: null,
  trustedRoots: [],
  links: true,
  exportFolders: null,
  quorum: null,
};

/** Where the policy of a computer lies: a place that only its administrators may write. */
export function policyPath(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string {
  if (platform === 'win32') return win32.join(env.ProgramData ?? 'C:\\ProgramData', 'Groundwork', 'policy.json');
  if (platform === 'darwin') return '/Library/Application Support/Groundwork/policy.json';
  return posix.join('/etc', 'groundwork', 'policy.json');
}

/**
 * Reads the policy of this computer.
 * @throws {FailureError} where there is one that cannot be used: nothing may then start as if there were none
 */
export async function readPolicy(files: FileSystem, path = policyPath(process.platform, process.env)): Promise<Policy> {
  // Asked first, as most computers have none and the rest takes a library.
  if (!existsSync(path)) return NO_POLICY;
  const { parsePolicy } = await import('./policy-file.ts');
  const { dataFolder = null, templateFolder = null, trustedRoots = [], ...set } = await parsePolicy(files, path);
  const { links = true, exportFolders = null, quorum = null } = set;
  return { path, dataFolder, templateFolder, trustedRoots, links, exportFolders, quorum };
}
