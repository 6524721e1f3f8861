import { npm } from './install.js';

/**
 * @typedef {object} Verdict
 * @property {number} status of the process: 0 nothing known, 1 something is, 2 the registry does not say
 * @property {readonly string[]} lines
 */

/** Prints what the registry knows of the packages in the lock file. @returns {Promise<number>} the exit status */
export async function audit() {
  const { output } = await npm(['audit', '--json', '--loglevel=silent']);
  const { status, lines } = readAudit(output);
  for (const line of lines) console.log(line);
  return status;
}

/**
 * What npm's answer says. A registry that offers no audit is never taken for one that knows of nothing.
 * @param {string} answer JSON as `npm audit` prints it
 * @returns {Verdict}
 */
export function readAudit(answer) {
  const said = parsed(answer);
  const found = said?.vulnerabilities;
  if (!found) {
    const why = String(said?.message ?? said?.error?.summary ?? 'it gave no answer')
      .replace(/https?:\S+/g, '')
      .trim();
    return {
      status: 2,
      lines: [`Not checked: this registry offers no audit (${why}). Run it again with one that does.`],
    };
  }
  const lines = Object.values(found).map(({ name, severity, range }) => `${severity}: ${name} ${range}`);
  if (lines.length === 0) return { status: 0, lines: ['Nothing is known of these packages.'] };
  return { status: 1, lines: [...lines, `${lines.length} of the packages have known weaknesses.`] };
}

/**
 * @typedef {{ name: string, severity: string, range: string }} Weakness
 * @param {string} answer
 * @returns {{ vulnerabilities?: Record<string, Weakness>, message?: string, error?: { summary?: string } } | null}
 */
function parsed(answer) {
  try {
    return JSON.parse(answer);
  } catch {
    return null;
  }
}
