// Read by any Node, however old: plain syntax only, and no imports.

/** Oldest Node that everything here runs on; the same as `engines` in package.json. */
export const OLDEST_NODE = '20.19.0';

/**
 * Whether a version of Node is new enough.
 * @param {string} version such as `v20.19.0`
 */
export function isNodeNewEnough(version) {
  const have = numbers(version);
  const need = numbers(OLDEST_NODE);
  for (let index = 0; index < need.length; index += 1) {
    if (have[index] !== need[index]) return Number(have[index]) > Number(need[index]);
  }
  return true;
}

/** Ends the process with one clear line when Node is too old. */
export function requireNode() {
  if (isNodeNewEnough(process.version)) return;
  console.error(`Groundwork needs Node ${OLDEST_NODE} or newer; this is ${process.version}. Get it from nodejs.org.`);
  process.exit(1);
}

/** @param {string} version */
function numbers(version) {
  return version.replace(/^v/, '').split('.').map(Number);
}
