import { describe, expect, it } from 'vitest';
import { recordAside, recordEdit, startHistory, undo } from '#renderer/review/history.ts';
import {
  addTime,
  agendaEntries,
  clockText,
  forgetTime,
  lastAt,
  lengthText,
  planBreaks,
  planMinutes,
  templateLength,
} from '#shared/agenda/agenda.ts';
import { buildRecord } from '#shared/record/build.ts';
import { shippedTemplates } from '#test/support/shipped.ts';
import { smallReview, smallTemplate } from '#test/support/small-review.ts';

const start = smallReview();
const shipped = (id: string) => shippedTemplates.get(id) ?? expect.fail(`No template ${id}`);
const rule = (review: typeof start) => agendaEntries(review, smallTemplate).find(({ kind }) => kind === 'rule');

describe('the agenda', () => {
  it('takes minutes from the template, then from the team', () => {
    const template = {
      ...smallTemplate,
      sections: smallTemplate.sections.map((section) =>
        section.kind === 'rule' ? { ...section, minutes: 25 } : section,
      ),
    };
    expect(rule(start)?.minutes).toBe(9);
    expect(agendaEntries(start, template).find(({ kind }) => kind === 'rule')?.minutes).toBe(25);
    expect(rule(planMinutes(start, 'rule', 40))?.minutes).toBe(40);
    expect(planMinutes(planMinutes(start, 'rule', 40), 'rule', null)).toEqual(start);
    expect(planBreaks(planBreaks(start, 15), 0)).toEqual(start);
  });

  it('adds up the time that was used, outside of undo', () => {
    const used = addTime(addTime(start, { on: 'rule', seconds: 61 }), { on: 'rule', seconds: 4.9 });
    expect(rule(used)?.used).toBe(65);
    expect(addTime(start, { on: 'rule', seconds: 0.4 })).toBe(start);
    expect(forgetTime(used)).toEqual(start);
    expect(lastAt(used, smallTemplate)?.kind).toBe('rule');
    expect(lastAt(addTime(used, { on: 'context', seconds: 5 }), smallTemplate)).toBeNull();
    expect(lastAt(start, smallTemplate)).toBeNull();
    const edited = recordEdit(startHistory(start), { ...start, title: 'Other' }, null, 0);
    const back = undo(recordAside(edited, (review) => addTime(review, { on: 'rule', seconds: 30 })));
    expect(back.present.title).toBe(start.title);
    expect(rule(back.present)?.used).toBe(30);
  });

  it('says what a template takes', () => {
    expect(lengthText(32)).toBe('about 30 minutes');
    expect(lengthText(2)).toBe('about 5 minutes');
    expect(lengthText(170)).toBe('about 3 hours, in two sittings of 90 minutes');
    expect([59, 600, 3605].map(clockText)).toEqual(['0:59', '10:00', '1:00:05']);
    expect(lengthText(templateLength(shipped('quick-review')))).toBe('about 30 minutes');
    expect(lengthText(templateLength(shipped('rust-adoption')))).toBe('about 3 hours, in two sittings of 90 minutes');
  });

  it('stands in the record with what was planned and used', () => {
    const review = addTime(planBreaks(planMinutes(start, 'rule', 20), 15), { on: 'rule', seconds: 605 });
    const stored = { contentSha256: '0'.repeat(64), revision: 1, savedAt: '2026-01-02T03:04:05Z' };
    const text = JSON.stringify(
      buildRecord(review, smallTemplate, stored).sections.find(({ kind }) => kind === 'attendance'),
    );
    expect(text).toContain('{"text":"Rule"},{"text":"20"},{"text":"10:05"}');
    expect(text).toContain('{"text":"Breaks"},{"text":"15"}');
  });
});
