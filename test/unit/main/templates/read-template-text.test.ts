import { describe, expect, it } from 'vitest';
import { FailureError } from '#main/files/failure.ts';
import { printTemplate } from '#main/templates/parse-template.ts';
import { readTemplateText } from '#main/templates/read-template-text.ts';
import { starterTemplate } from '#main/templates/starter-template.ts';
import { lensWithRules, readinessJson, readinessLens } from '#test/support/lens.ts';
import { smallTemplate } from '#test/support/small-review.ts';

/** Why a text is refused. */
function refusal(text: string | Uint8Array): { message: string; code: string; details: readonly string[] } {
  try {
    readTemplateText(text);
  } catch (error) {
    if (error instanceof FailureError) return error.failure;
    throw error;
  }
  throw new Error('It was taken.');
}

function changed(json: unknown, path: readonly (string | number)[], value: unknown): string {
  const copy: unknown = structuredClone(json);
  let at = copy as Record<string | number, unknown>;
  for (const step of path.slice(0, -1)) at = at[step] as Record<string | number, unknown>;
  const last = path.at(-1);
  if (last === undefined) throw new Error('no path');
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(copy);
}

describe('readTemplateText', () => {
  it('reads a template, and what it prints again', () => {
    const read = readTemplateText(JSON.stringify(smallTemplate));
    expect(read).toMatchObject({ kind: 'template', findings: [], loaded: { template: smallTemplate } });
    expect(readTemplateText(printTemplate(read.loaded)).loaded.sha256).toBe(read.loaded.sha256);
  });

  it('reads a lens as a template that can be read again', () => {
    const read = readTemplateText(new TextEncoder().encode(JSON.stringify(readinessJson)), { lensVersion: '3.0.0' });
    expect(read).toMatchObject({ kind: 'lens', findings: [], lens: readinessLens });
    expect(read.loaded.template).toMatchObject({ title: 'Service Readiness Lens', version: '3.0.0' });
    expect(readTemplateText(printTemplate(read.loaded))).toMatchObject({ kind: 'template', findings: [] });
  });

  it('names keys of a lens that the format does not know, and keeps them', () => {
    const text = changed(readinessJson, ['pillars', 0, 'questions', 0, 'choices', 0, 'helpfulResource', 'Url'], 'x');
    expect(readTemplateText(text)).toMatchObject({
      kind: 'lens',
      findings: [
        'pillars.0.questions.0.choices.0.helpfulResource.Url: not part of the lens format; kept for the way back',
      ],
      lens: JSON.parse(text),
    });
  });

  it.each([
    [['pillars', 0, 'name'], 'Half \ud83d', 'pillars.0.name'],
    [['pillars', 0, 'questions', 0, 'choices', 0, 'title'], '\udc00', 'pillars.0.questions.0.choices.0.title'],
    [['owner'], { team: ['\ud800!'] }, 'owner.team.0'],
  ] as const)('says that half a character at %j is replaced', (path, value, place) => {
    const read = readTemplateText(changed(readinessJson, path, value));
    expect(read.findings[0]).toBe(`${place}: half of a character was there; it is replaced by “\ufffd”`);
    expect(readTemplateText(printTemplate(read.loaded)).loaded.sha256).toBe(read.loaded.sha256);
  });

  it('says so of a template too', () => {
    const { findings, loaded } = readTemplateText(changed(smallTemplate, ['title'], 'Small \ud83d'));
    expect(findings).toEqual(['title: half of a character was there; it is replaced by “\ufffd”']);
    expect(loaded.template.title).toBe('Small \ufffd');
  });

  it('refuses what is foreign and cannot be kept: numbers that are none, and nesting that no template may have', () => {
    const number = JSON.stringify(readinessJson).replace('{', '{"weight":1e999,');
    expect(() => readTemplateText(number)).toThrow(FailureError);
    const deep = changed(readinessJson, ['pillars', 0, 'questions', 0, 'choices', 0, 'x'], 'HERE');
    const nested = (levels: number) => deep.replace('"HERE"', `${'['.repeat(levels)}${']'.repeat(levels)}`);
    expect(readTemplateText(nested(20)).kind).toBe('lens');
    const most = Array.from({ length: 200 }, (_, levels) => levels).findLast((levels) => {
      try {
        return readTemplateText(nested(levels)).kind === 'lens';
      } catch (error) {
        expect(error).toBeInstanceOf(FailureError);
        return false;
      }
    });
    const read = readTemplateText(nested(most ?? 0));
    expect(readTemplateText(printTemplate(read.loaded)).loaded.sha256).toBe(read.loaded.sha256);
  });

  it.each<[string, string, string]>([
    [
      'a missing field',
      changed(smallTemplate, ['sections', 1, 'title'], undefined),
      'sections.1.title: is missing – Heading of the section.',
    ],
    [
      'a wrong choice',
      changed(smallTemplate, ['sections', 1, 'outcomes', 0, 'lean'], 'yes'),
      'sections.1.outcomes.0.lean: Invalid option: expected one of "for"|"open"|"against" – Whether this outcome speaks for the candidate.',
    ],
    [
      'an unknown key',
      changed(smallTemplate, ['sections', 3, 'strategies', 0, 'costs'], 'c'),
      'sections.3.strategies.0: Unrecognized key: "costs" – known here: id, name, help, sources, when, cost',
    ],
    [
      'a fault in a nullable part',
      changed(smallTemplate, ['sections', 2, 'stages', 0, 'skipRisk', 'mitigations', 0, 'text'], ''),
      'sections.2.stages.0.skipRisk.mitigations.0.text: Too small: expected string to have >=1 characters – What to do, as a short instruction that can become an action.',
    ],
    [
      'a condition',
      changed(smallTemplate, ['sections', 1, 'outcomes', 0, 'when'], 'one &&'),
      'sections.1.outcomes.0.when: expected a question id but the condition ends – Condition over question ids',
    ],
    [
      'an id that stands twice',
      changed(smallTemplate, ['sections', 1, 'questions', 1, 'id'], 'one'),
      'sections.1.questions.1: "one" stands here twice',
    ],
    [
      'a word of five',
      changed(smallTemplate, ['sections', 4, 'impactWords', 2], 7),
      'sections.4.impactWords.2: Invalid input: expected string, received number – Short name',
    ],
  ])('tells of %s in a template with path and hint', (_, text, line) => {
    const { code, details } = refusal(text);
    expect(code).toBe('invalid');
    expect(details.join('\n')).toContain(line);
  });

  it('lists at most fifty faults and says how many are left', () => {
    const many = Array.from({ length: 100 }, () => ({}));
    const { details } = refusal(changed(smallTemplate, ['sections', 4, 'risks'], many));
    expect(details).toHaveLength(51);
    expect(details.at(-1)).toMatch(/^and \d+ more$/);
  });

  it.each<[string, string, RegExp]>([
    ['another version of the format', changed(readinessJson, ['schemaVersion'], '2020-01-01'), /^schemaVersion: /m],
    ['no name', changed(readinessJson, ['name'], undefined), /^name: /m],
    ['no pillar', changed(readinessJson, ['pillars'], []), /^pillars: a lens needs a pillar/m],
    [
      'an id that is not one',
      changed(readinessJson, ['pillars', 0, 'id'], '../../etc'),
      /^pillars\.0\.id: use 3–128 letters, digits and underscores/m,
    ],
    [
      'a pillar id that stands twice',
      changed(readinessJson, ['pillars', 1, 'id'], 'operationalExcellence'),
      /^pillars\.1\.id: "operationalExcellence" stands here twice/m,
    ],
    [
      'a question id that stands twice in the lens',
      changed(readinessJson, ['pillars', 1, 'questions', 0, 'id'], 'OPS_q2'),
      /^pillars\.1\.questions\.0\.id: "OPS_q2" stands here twice/m,
    ],
    [
      'a choice id that stands twice',
      changed(readinessJson, ['pillars', 0, 'questions', 0, 'choices', 1, 'id'], 'Manual_rollback'),
      /^pillars\.0\.questions\.0\.choices\.1\.id: "Manual_rollback" stands here twice/m,
    ],
    [
      'an address that runs code',
      changed(readinessJson, ['pillars', 0, 'questions', 0, 'helpfulResource', 'url'], 'javascript:alert(1)'),
      /helpfulResource\.url: use an address that begins with https:\/\/ or http:\/\//m,
    ],
    [
      'a risk that is none',
      changed(readinessJson, ['pillars', 0, 'questions', 0, 'riskRules', 0, 'risk'], 'LOW_RISK'),
      /riskRules\.0\.risk: .*MEDIUM_RISK/m,
    ],
    ['a list in place of a text', changed(readinessJson, ['description'], []), /^description: /m],
    [
      'too many choices',
      changed(
        readinessJson,
        ['pillars', 0, 'questions', 0, 'choices'],
        Array.from({ length: 41 }, (_, index) => ({ id: `choice_${index}`, title: 'x' })),
      ),
      /^pillars\.0\.questions\.0\.choices: should be at most 40 rows long/m,
    ],
  ])('refuses a lens with %s', (_, text, line) => {
    const { message, details } = refusal(text);
    expect(message).toBe('The custom lens cannot be used.');
    expect(details.join('\n')).toMatch(line);
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ['nothing', '', /the file ends here/],
    ['text that is no JSON', 'pillars: []', /line 1, column 1/],
    ['nesting without end', `${'{"pillars":['.repeat(5000)}`, /nested deeper than 32 levels/],
    ['a key that stands twice', '{"pillars": [], "pillars": []}', /"pillars" stands here twice/],
    ['a key that changes objects', '{"pillars": [{"__proto__": {"id": "x"}}]}', /"__proto__" is not allowed/],
    ['a list', '[]', /the file as a whole/],
    ['something else', '{"openapi": "3.1.0"}', /neither a Groundwork template nor/],
    ['a review', '{"format": "groundwork-review"}', /a review, not a template/],
    ['bytes that are no text', new Uint8Array([0x7b, 0xff, 0x7d]), /not text in UTF-8/],
    ['a huge file', ' '.repeat(1024 * 1024 + 1), /larger than 1 MB/],
  ])('refuses %s', (_, text, words) => {
    const { message, details } = refusal(text);
    expect([message, ...details].join('\n')).toMatch(words);
  });

  it('shortens what it has to say of a lens full of keys of another kind', () => {
    const [pillar] = lensWithRules([]).pillars;
    const choices = Array.from({ length: 40 }, (_, index) => ({
      id: `choice_${index}`,
      title: 'x',
      odd: 1,
      strange: 2,
    }));
    const lens = { ...lensWithRules([]), pillars: [{ ...pillar, questions: [{ id: 'one', title: 'x', choices }] }] };
    const { findings } = readTemplateText(JSON.stringify(lens));
    expect(findings).toHaveLength(51);
    expect(findings.at(-1)).toBe('and 30 more');
  });

  it('takes a lens of the largest size that AWS allows', () => {
    const choices = Array.from({ length: 15 }, (_, index) => ({
      id: `choice_${index}`,
      title: 'A choice of some length',
      improvementPlan: { displayText: 'What to do about it. '.repeat(3), url: 'https://example.com/plan' },
    }));
    const riskRules = [{ condition: 'default', risk: 'HIGH_RISK' }];
    const pillars = Array.from({ length: 10 }, (_, pillar) => ({
      id: `pillar_${pillar}`,
      name: 'Pillar',
      questions: Array.from({ length: 17 }, (_, at) => ({ id: `q_${pillar}_${at}`, title: 'Q', choices, riskRules })),
    }));
    const text = JSON.stringify({ ...lensWithRules([]), pillars });
    expect(text.length).toBeGreaterThan(470_000);
    expect(text.length).toBeLessThan(500_000);
    const { loaded } = readTemplateText(text);
    expect(readTemplateText(printTemplate(loaded)).loaded.sha256).toBe(loaded.sha256);
  });

  it('refuses a lens whose template could not be kept', () => {
    // Below the limit as a lens, but each of its many small texts takes more room in a template.
    const [pillar] = lensWithRules([]).pillars;
    const choices = Array.from({ length: 40 }, (_, index) => ({ id: `choice_${index}`, title: 'x' }));
    const pillars = ['a', 'b'].map((name) => ({
      ...pillar,
      id: `pillar_${name}`,
      questions: Array.from({ length: 200 }, (_, index) => ({ id: `q_${name}_${index}`, title: 'x', choices })),
    }));
    const text = JSON.stringify({ ...lensWithRules([]), pillars });
    expect(text.length).toBeLessThan(1024 * 1024);
    expect(refusal(text)).toMatchObject({ code: 'too-large', message: expect.stringMatching(/larger than 1 MB/) });
  });
});

describe('starterTemplate', () => {
  it('is valid as it stands, under any title', () => {
    for (const title of ['Our technology choice', 'Пилот', '…', 'x'.repeat(500)]) {
      expect(readTemplateText(JSON.stringify(starterTemplate(title))).loaded.template.title).toBe(title);
    }
  });
});
