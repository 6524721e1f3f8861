import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starterFiles } from '#main/record/forms/starter-files.ts';
import { commitmentSchema } from '#shared/kinds/commitments/schema.ts';
import { measureSchema } from '#shared/kinds/evidence/schema.ts';
import { reviewSchema } from '#shared/review/schema.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { emptyReview } from '#test/support/reviews.ts';

const section = sectionOf(rustTemplate, 'commitments');
if (!section) throw new Error('the template has commitments');
const all = section.commitments.map(({ id }) => id);
const starter = section.starter ?? [];
