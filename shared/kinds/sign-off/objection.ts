import { isBlank } from '#shared/base/limits.ts';
import type { Signature } from './answers.ts';

/** Length at which an objection is cut where it stands in one sentence, in UTF-16 code units; its signature has it whole. */
const SENTENCE = 300;

/** An objection in a sentence, in its signer's words. */
export function objectionText({ name, comment }: Pick<Signature, 'name' | 'comment'>): string {
  if (isBlank(comment)) return `${name} objects, without a reason on record.`;
  const said = comment.trim().replace(/\s+/g, ' ');
  const short =
    said.length > SENTENCE
      ? `${said
          .slice(0, SENTENCE)
          .replace(/[\uD800-\uDBFF]$/, '')
          .trimEnd()}…`
      : said;
  return `${name} objects: “${short}”`;
}
