import { describe, expect, it } from 'vitest';
import { LIST_LIMIT } from '#shared/base/limits.ts';
import { toolState } from '#shared/kinds/audit/answers.ts';
import {
  addDependencies,
  changeDependency,
  editTool,
  nameDependency,
  newDependency,
  removeDependency,
} from '#shared/kinds/audit/edit.ts';
import { signedContent } from '#shared/kinds/sign-off/sign-off.ts';
import { partOf } from '#shared/review/part-of.ts';
import type { ReviewDocument } from '#shared/review/review.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const START = smallReview();
const audit = sectionOf(rustTemplate, 'audit');
if (!audit) throw new Error('The Rust template has an audit');

const rows = (document: ReviewDocument) => partOf(document, 'audit').dependencies;
const withRow = (parts: Partial<ReturnType<typeof newDependency>> = {}) =>
  addDependencies(START, [{ ...newDependency('a'), ...parts }]);
const named = (document: ReviewDocument, name: string) => rows(nameDependency(document, audit, 'a', name))[0];

describe('the lines of the audit', () => {
  it('are added at the end, changed and removed one by one', () => {
    const two = addDependencies(withRow({ name: 'zap' }), [{ ...newDependency('b'), name: 'gin' }]);
    const changed = changeDependency(two, 'b', { status: 'missing', days: 2.5 });
    expect(rows(changed)).toEqual([rows(two)[0], { ...newDependency('b'), name: 'gin', status: 'missing', days: 2.5 }]);
    expect(rows(removeDependency(changed, 'a')).map(({ id }) => id)).toEqual(['b']);
  });

  it('leave no trace once all are gone, so that signatures hold again', () => {
    const gone = removeDependency(withRow({ name: 'zap' }), 'a');
    expect(signedContent(gone)).toBe(signedContent(START));
  });

  it('never become more than a list can hold', () => {
    const many = Array.from({ length: LIST_LIMIT + 5 }, (_, index) => newDependency(`d${index}`));
    expect(rows(addDependencies(START, many))).toHaveLength(LIST_LIMIT);
    expect(rows(addDependencies(withRow(), many))[0]?.id).toBe('a');
  });
});

describe('naming a dependency', () => {
  it('brings the counterpart of the table along', () => {
    expect(named(withRow(), 'zap')).toMatchObject({ name: 'zap', candidate: 'tracing + tracing-subscriber' });
    const before = withRow({ name: 'zap', candidate: 'tracing + tracing-subscriber' });
    expect(named(before, 'github.com/go-chi/chi/v5')?.candidate).toBe('axum');
  });

  it('leaves a counterpart that somebody wrote, and one for which the table has no other', () => {
    expect(named(withRow({ name: 'x', candidate: 'our own crate' }), 'zap')?.candidate).toBe('our own crate');
    const before = withRow({ name: 'zap', candidate: 'tracing + tracing-subscriber' });
    expect(named(before, 'zap, forked')?.candidate).toBe('tracing + tracing-subscriber');
  });

  it('changes nothing for a line that is gone', () => {
    expect(nameDependency(START, audit, 'a', 'zap')).toBe(START);
  });
});

describe('the list of tools', () => {
  it('keeps a note when the tick is taken back, and no trace of an untouched tool', () => {
    const ticked = editTool(editTool(START, 'fmt', { ready: true }), 'fmt', { note: 'CI too' });
    expect(toolState(ticked, 'fmt')).toEqual({ ready: true, note: 'CI too' });
    expect(toolState(editTool(ticked, 'fmt', { ready: false }), 'fmt').note).toBe('CI too');
    expect(editTool(editTool(START, 'fmt', { ready: true }), 'fmt', { ready: false })).toEqual(START);
  });
});
