import type { RecordBadge, RecordModel } from './model.ts';

/** State of the record in a word or two, for the top of its pages. */
export function stateBadge(record: RecordModel): RecordBadge {
  const { text, tone } = decisionState(record);
  return { text: record.isUnsealed ? `${text}, NOT SEALED` : text, tone };
}

function decisionState(record: RecordModel): RecordBadge {
  if (record.signOff === 'stale') return { text: 'DRAFT: changed after signing', tone: 'warning' };
  if (record.signOff === 'objected') return { text: 'DRAFT: not agreed', tone: 'warning' };
  if (record.draft) return { text: 'DRAFT', tone: 'warning' };
  if (record.decision.status.startsWith('superseded')) return { text: 'SUPERSEDED', tone: 'neutral' };
  if (record.decision.status === 'deprecated') return { text: 'DEPRECATED', tone: 'neutral' };
  if (record.conflict) return { text: record.conflict.title.toUpperCase(), tone: 'warning' };
  return record.signOff === 'provisional'
    ? { text: 'SIGNED, PROVISIONAL', tone: 'open' }
    : { text: 'SIGNED', tone: 'for' };
}
