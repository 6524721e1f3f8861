import { describe, expect, it } from 'vitest';
import { editContext, editContextField, editSubject } from '#shared/kinds/context/edit.ts';
import { type ReviewDocument, reviewDocumentSchema } from '#shared/review/review.ts';

const START: ReviewDocument = reviewDocumentSchema.parse({
  id: '3f0c6a52-6a5e-4a53-9a57-2f6f6f1f0c11',
  createdAt: '2026-03-02T09:00:00Z',
  template: { id: 'example', version: '1.0.0', sha256: 'a'.repeat(64) },
  title: 'Gateway',
  component: 'Edge gateway',
  candidate: 'Rust',
  current: 'Go 1.24',
  context: { facilitator: 'Ines', fields: { purpose: 'Terminates TLS', load: '40,000 requests/s' } },
});

describe('editSubject', () => {
  it('changes only what is named', () => {
    const edited = editSubject(START, { candidate: 'Zig' });
    expect(edited).toEqual({ ...START, candidate: 'Zig' });
    expect(START.candidate).toBe('Rust');
  });
});

describe('editContext', () => {
  it('changes the date and keeps facilitator and fields', () => {
    const { context } = editContext(START, { heldOn: '2026-03-02' });
    expect(context).toEqual({ ...START.context, heldOn: '2026-03-02' });
  });

  it('replaces the list of participants in the order given', () => {
    const participants = [
      { id: 'p2', name: 'Olu', role: 'Operations' },
      { id: 'p1', name: 'Mara', role: 'Owner' },
    ];
    expect(editContext(START, { participants }).context.participants).toEqual(participants);
  });

  it('gives a document the schema accepts', () => {
    const edited = editContext(START, {
      evidence: [{ id: 'e1', kind: 'link', text: 'Wiki', url: 'https://example.org' }],
    });
    expect(reviewDocumentSchema.parse(edited)).toEqual(edited);
  });
});

describe('editContextField', () => {
  it('writes one field and keeps the others', () => {
    expect(editContextField(START, 'purpose', 'Routes requests').context.fields).toEqual({
      purpose: 'Routes requests',
      load: '40,000 requests/s',
    });
  });

  it('leaves no trace of a field that is emptied again', () => {
    const written = editContextField(START, 'constraints', 'No downtime');
    expect(written.context.fields.constraints).toBe('No downtime');
    expect(editContextField(written, 'constraints', '')).toEqual(START);
  });
});
