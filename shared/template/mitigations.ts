import * as z from 'zod';
import { idSchema, lineSchema } from '#shared/base/fields.ts';

const mitigation = z.strictObject({
  id: idSchema.describe('Key of the mitigation; an action that was taken from it names it.'),
  text: lineSchema.min(1).describe('What to do, as a short instruction that can become an action.'),
});
export const mitigations = z.array(mitigation).max(20).default([]).describe('What can be done about the risk.');
