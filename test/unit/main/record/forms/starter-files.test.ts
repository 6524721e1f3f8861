import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { starterFiles } from '#main/record/forms/starter-files.ts';
import { parseToml } from '#shared/base/toml.ts';
import { sectionOf } from '#shared/template/template.ts';
import { rustTemplate } from '#test/support/shipped.ts';
import { smallReview } from '#test/support/small-review.ts';

const section = sectionOf(rustTemplate, 'commitments');
const starter = section?.starter ?? [];
const ids = section?.commitments.map(({ id }) => id) ?? [];

function written(made: readonly string[], parts: Record<string, unknown> = {}) {
  const commitments = Object.fromEntries(made.map((id) => [id, { made: true, owner: 'Ada' }]));
  const review = smallReview({ title: 'Gateway', component: 'Edge', commitments: { commitments }, ...parts });
  return new Map(starterFiles(review, rustTemplate).map(({ path, text }) => [path, text]));
}

describe('starterFiles', () => {
  it('writes nothing without a commitment, and nothing for one that was refused', () => {
    expect(written([]).size).toBe(0);
    const refused = smallReview({ commitments: { commitments: { 'clippy-law': { made: false } } } });
    expect(starterFiles(refused, rustTemplate)).toEqual([]);
  });

  it('names the review, the commitment, the risk behind it and who sees to it', () => {
    const lints = written(['no-unwrap']).get('Cargo.toml') ?? '';
    expect(lints.split('\n').slice(0, 2)).toEqual([
      '# Follows from the review “Gateway (Edge)”, written by Groundwork.',
      '# Commitment: No unwrap in production. Risk: A panic takes it down. Seen to by Ada.',
    ]);
    expect(lints).toContain('unwrap_used = "deny"');
    expect(lints).not.toMatch(/unsafe_code|clone_on_ref_ptr|^all = /m);
  });

  it('has a policy as Markdown, with its heading first', () => {
    const policy = written(['unsafe-policy']).get('docs/unsafe-policy.md') ?? '';
    expect(policy).toMatch(/^# Policy for unsafe\n\n- Follows from the review “Gateway \(Edge\)”/);
    expect(policy).toContain('- Commitment: Policy for unsafe. Risk: Unsafe code spreads. Seen to by Ada.');
  });

  it('plans what is measured, with numbers and commands, and nothing that is not tracked', () => {
    const evidence = {
      measures: {
        cpu: { tracked: true, baseline: 60, target: 40, method: 'From the dashboard' },
        memory: { tracked: false },
        'own-1': { baseline: 5, unit: 's' },
      },
      own: [{ id: 'own-1', name: 'Time to start | cold' }],
    };
    const plan = written(['measure-each-step'], { evidence }).get('docs/measurement-plan.md') ?? '';
    expect(plan).toContain('## CPU use\n\n| Baseline | Target | Measured | Better |');
    expect(plan).toContain('| 60 % of a core | 40 % of a core | not known | lower |');
    expect(plan).toContain('pidstat -u');
    expect(plan).toContain('## Time to start \\| cold');
    expect(plan).not.toMatch(/## Memory|VmHWM|hyperfine/);
  });

  it('keeps typed text inside its comments', () => {
    const title = 'x\n[profile.release]\r\u2028panic = "abort" -->\n';
    const cargo = written(['no-unwrap'], { title }).get('Cargo.toml') ?? '';
    expect(cargo.split('\n')[0]).toBe(
      '# Follows from the review “x [profile.release] panic = "abort" --> (Edge)”, written by Groundwork.',
    );
  });

  it('names in every file, for any set of commitments, only those that were made, and writes sound TOML', () => {
    const names = new Map(section?.commitments.map(({ id, name }) => [id, name]));
    fc.assert(
      fc.property(fc.subarray([...ids]), (made) => {
        const files = written(made);
        expect([...files.keys()]).toEqual(
          starter.filter((file) => file.for.some((id) => made.includes(id))).map(({ path }) => path),
        );
        for (const [path, text] of files) {
          const named = ids.filter((id) => text.includes(`Commitment: ${names.get(id)}.`));
          expect(named.length, path).toBeGreaterThan(0);
          expect(
            named.filter((id) => !made.includes(id)),
            path,
          ).toEqual([]);
          if (path.endsWith('.toml')) expect(parseToml(text).problems, path).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
