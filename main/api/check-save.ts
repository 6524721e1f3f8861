import * as z from 'zod';
import { contract } from '#shared/contract/contract.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';

const saveSchema = contract['review.save'].input;
type Save = z.output<typeof saveSchema>;

/** A save whose document is looked at apart. */
const aroundSchema = saveSchema.extend({ document: z.unknown() });
const PARTS = Object.entries<z.ZodType>(reviewDocumentSchema.shape);

/** A part of a document as it came, as text, and what the check made of it. */
interface CheckedPart {
  readonly text: string;
  readonly value: unknown;
}

/**
 * Checks what an editor sends to be saved, as the contract does. An editor sends the whole document for every change, so a part
 * that came with the last save, letter for letter, is not checked again: it is the very same object in the new document.
 */
export class SaveCheck {
  #last: ReadonlyMap<string, CheckedPart> = new Map();

  /** The checked input; null where it is not as the contract says, which can say why. */
  check(input: unknown): Save | null {
    const around = aroundSchema.safeParse(input);
    const document = around.success ? this.#document(around.data.document) : null;
    return around.success && document ? { ...around.data, document } : null;
  }

  #document(json: unknown): Save['document'] | null {
    if (typeof json !== 'object' || json === null || Array.isArray(json)) return null;
    const parts = new Map<string, CheckedPart>();
    const given = new Map<string, unknown>(Object.entries(json));
    for (const [name, schema] of PARTS) {
      const part = this.#part(name, schema, given.get(name));
      if (!part) return null;
      parts.set(name, part);
      given.delete(name);
    }
    // Names that no document has.
    if (given.size > 0) return null;
    this.#last = parts;
    const values = [...parts].filter(([, { value }]) => value !== undefined).map(([name, { value }]) => [name, value]);
    return Object.fromEntries(values) as Save['document'];
  }

  #part(name: string, schema: z.ZodType, json: unknown): CheckedPart | null {
    // Nothing at all has no text, which no part has that was given.
    const text = JSON.stringify(json) ?? '';
    const last = this.#last.get(name);
    if (last?.text === text) return last;
    const checked = schema.safeParse(json);
    return checked.success ? { text, value: checked.data } : null;
  }
}
