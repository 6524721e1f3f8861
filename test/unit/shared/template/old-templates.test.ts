import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/base/canonical-json.ts';
import { departures } from '#shared/departures/departures.ts';
import { envelopeSchema } from '#shared/review/envelope.ts';
import { reviewDocumentSchema } from '#shared/review/review.ts';
import { diffTemplates } from '#shared/template/diff.ts';
import { templateSchema } from '#shared/template/schema.ts';
import type { Template } from '#shared/template/template.ts';
import { compareVersions } from '#shared/template/version.ts';
import { ROOT } from '#test/support/project.ts';
import { shippedTemplates, shippedText } from '#test/support/shipped.ts';

const FOLDER = 'test/fixtures/templates';

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

function old(name: string): Template {
  return templateSchema.parse(JSON.parse(shippedText(`${FOLDER}/${name}`)));
}

/** Addresses that reviews of these versions carry. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'adopt-technology-1.1.0.json': 'c9863a6b96f56b676fac0d047b70cad8f65eb45a7450384732ec3c28a7434d62',
  'quick-review-1.2.0.json': '7be599489350949a3ae28e03c2e338d17e236f806120974a28345ead720690ed',
  'rust-adoption-1.1.0.json': 'e2c8f4303c8191083c8425b44a3d714bbb60444b54e7c052f7fd89f2404e7038',
  'rust-adoption-1.3.0.json': '2e9b55f32af89ce932beeab252cdaa43bb5b78480ba77543c8092570b90ace18',
};

describe.each(readdirSync(resolve(ROOT, FOLDER)))('the earlier template %s', (name) => {
  const before = old(name);
  const after = shippedTemplates.get(before.id);

  it('is read as before, at the same address', () => {
    const expected = ADDRESSES[name];
    if (expected !== undefined) expect(sha256(before)).toBe(expected);
    expect(JSON.stringify(before)).not.toContain('undefined');
  });

  it('has a later version, with a difference that names its items', () => {
    if (!after) throw new Error(`no template ${before.id}`);
    expect(compareVersions(after.version, before.version)).toBeGreaterThan(0);
    const diff = diffTemplates(before, after);
    expect(diff.counts.changed).toBeGreaterThan(0);
    const items = diff.sections.flatMap((section) => section.items);
    expect(items.filter((item) => item.name.trim() === '')).toEqual([]);
    const labels = items.flatMap(({ fields }) => fields.map(({ label }) => label));
    expect(labels.filter((label) => label.trim() === '' || /[a-z][A-Z]/.test(label))).toEqual([]);
  });

  it('loses nothing in the later version but what was put better', () => {
    if (!after) throw new Error(`no template ${before.id}`);
    const removed = diffTemplates(before, after).sections.flatMap(({ items, change, kind }) => [
      ...(change === 'removed' ? [kind] : []),
      ...items.filter((item) => item.change === 'removed').map(({ id }) => id),
    ]);
    // One verdict on two kinds of tools became two verdicts.
    expect(removed.filter((id) => id !== 'wasm-or-cli')).toEqual([]);
  });
});

describe('a review of the earlier Rust template', () => {
  const file = envelopeSchema.parse(JSON.parse(shippedText('test/fixtures/reviews/grab-counter-service-1.1.0.json')));
  const review = reviewDocumentSchema.parse(file.document);
  const template = old('rust-adoption-1.1.0.json');

  it('keeps the hash of its document and the address of its template', () => {
    expect(sha256(review)).toBe(file.sha256);
    expect(review.template.sha256).toBe(sha256(template));
  });

  it('shows departures by what its own template defines, with the reasons it has', () => {
    const found = departures(review, template);
    expect(found.map(({ id }) => id)).not.toContain('strategy-order');
    // It names no phase that a stage waits for, so only the first day of learning counts.
    expect(found.find(({ id }) => id === 'learning-service')?.text).toMatch(/learning begins on/);
    expect(found.find(({ id }) => id === 'skipped-library')?.reason).toMatch(/No hot path/);
  });
});
