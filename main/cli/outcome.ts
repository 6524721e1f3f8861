import { contradictions, ruleResult } from '#shared/decision.ts';
import { pathWarnings } from '#shared/path.ts';
import { openPoints } from '#shared/progress.ts';
import { explainFlips, explainOutcome } from '#shared/rule/explain.ts';
import type { OpenReview } from '../store/review-store.ts';
import { type CommandIo, type ExitStatus, printable } from './io.ts';
import { loadReview } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';

export const OUTCOME_HELP = `groundwork outcome FILE|ID [--json] [--data DIR]

Prints what the rule says of a review, why, which single answer would change it,
and what is still open.

  --json        as JSON
  --data DIR    data folder in which ID is looked up
`;

export async function runOutcome(io: CommandIo, argv: readonly string[]): Promise<ExitStatus> {
  const { values, positionals } = readOptions(argv, {
    json: { type: 'boolean', default: false },
    data: { type: 'string' },
  });
  const name = onlyOperand(positionals, 'a review file or the id of a review');
  const report = reportOf(await loadReview(io, name, values));
  io.out(values.json ? `${JSON.stringify(report, null, 2)}\n` : textOf(report));
  return 0;
}

type Report = ReturnType<typeof reportOf>;

function reportOf({ document, template: { template }, contentSha256 }: OpenReview) {
  const result = ruleResult(document, template);
  return {
    id: document.id,
    title: document.title,
    /** Null when the template has no rule. */
    rule: result && {
      settled: result.settled?.id ?? null,
      possible: result.possible.map(({ id, name, lean }) => ({ id, name, lean })),
      explanation: explainOutcome(result),
      flips: result.flips.map(({ question, to, outcome }) => ({ question: question.id, to, outcome: outcome.id })),
      flipsInWords: explainFlips(result),
    },
    warnings: [
      ...pathWarnings(document, template).map((warning) => warning.text),
      ...contradictions(document, template),
    ],
    openPoints: openPoints(document, template, contentSha256),
  };
}

function textOf({ title, rule, warnings, openPoints: open }: Report): string {
  const outcome = rule ? rule.possible.map((entry) => entry.name).join(' or ') : 'the template has no rule';
  const lines = [
    title,
    `Outcome: ${outcome}`,
    ...(rule ? [rule.explanation, ...rule.flipsInWords.map((flip) => `One answer would change it: ${flip}`)] : []),
    ...warnings.map((warning) => `Warning: ${warning}`),
    `Open points: ${open.length}`,
    ...open.map(({ target, text }) => `- ${text} (${target})`),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}
