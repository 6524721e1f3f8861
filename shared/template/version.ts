/** Orders versions of three numbers such as `1.10.0`: negative when `left` is the older one. */
export function compareVersions(left: string, right: string): number {
  const [mine, theirs] = [numbers(left), numbers(right)];
  const at = mine.findIndex((number, index) => number !== theirs[index]);
  return at < 0 ? 0 : (mine[at] ?? 0) < (theirs[at] ?? 0) ? -1 : 1;
}

/** The version after this one with a new middle number: `1.2.3` becomes `1.3.0`. */
export function nextMinor(version: string): string {
  const [major, minor] = numbers(version);
  return `${major}.${(minor ?? 0n) + 1n}.0`;
}

/** Three whole numbers of any length; the schema of templates allows nothing else. */
function numbers(version: string): readonly bigint[] {
  return version.split('.').map((part) => BigInt(/^\d+$/.test(part) ? part : 0));
}
