import { printable } from '#main/files/printable.ts';
import type { OpenReview } from '#main/store/review-store.ts';
import { formatDate } from '#shared/base/dates.ts';
import { placeText } from '#shared/kinds/risks/exposure-places.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';
import { SIGN_OFF_WORDS } from '#shared/kinds/sign-off/words.ts';
import { SUITABILITY_WORDS } from '#shared/kinds/strategy/words.ts';
import { type ReviewFindings, reviewFindings } from '#shared/review/findings.ts';
import type { CommandIo, ExitStatus } from './io.ts';
import { loadReview } from './load.ts';
import { onlyOperand, readOptions } from './options.ts';

export const OUTCOME_HELP = `groundwork outcome FILE|ID [--json] [--data DIR]

Prints what follows from a review: what the rule says, why, and which single answer would
change it; in what the decision departs from the review; fit, comparison of options, strategies, exposure, gains, audit, readiness
and risks of the questions, as far as the template has them; and what is still open.

  --json        as JSON, with every figure behind the sentences
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
  return {
    id: document.id,
    title: document.title,
    component: document.component,
    candidate: document.candidate,
    template: { id: template.id, version: template.version },
    ...reviewFindings(document, template, contentSha256),
  };
}

function textOf(report: Report): string {
  const { openPoints, sections, complete } = report.completeness;
  const lines = [
    report.title,
    ...signOffLines(report),
    ...ruleLines(report),
    ...departureLines(report),
    ...report.splitVotes.map(({ title, votes }) => `${title}: ${votes.join('; ')}`),
    ...(report.wayBack ? [`Way back: ${report.wayBack.text}`] : []),
    ...comparisonLines(report),
    ...riskLines(report),
    ...planLines(report),
    ...(report.unknowns.length === 0 ? [] : ['Not known:', ...report.unknowns.map(unknownLine)]),
    `Complete: ${complete} of ${sections} sections`,
    `Open points: ${openPoints.length}`,
    ...openPoints.map(({ target, text }) => `- ${text} (${target})`),
  ];
  return `${lines.map(printable).join('\n')}\n`;
}

function unknownLine({ what, who, by }: ReviewFindings['unknowns'][number]): string {
  return `- ${what}: ${who ?? 'nobody'} finds out${by === null ? '' : ` by ${formatDate(by)}`}`;
}

function signOffLines({ signOff }: ReviewFindings): readonly string[] {
  return [
    `Standing: ${SIGN_OFF_WORDS[signOff.state]}, ${signOff.edition}`,
    ...signOff.objections.map((text) => `- ${text}`),
  ];
}

function ruleLines({ rule }: ReviewFindings): readonly string[] {
  if (!rule) return ['Outcome: the template has no rule'];
  return [
    `Outcome: ${rule.possible.map(({ name }) => name).join(' or ')}`,
    rule.explanation,
    ...rule.flipsInWords.map((flip) => `One answer would change it: ${flip}`),
  ];
}

function departureLines({ departures }: ReviewFindings): readonly string[] {
  return [
    `Departures: ${departures.length === 0 ? 'none' : departures.length}`,
    ...departures.flatMap(({ number, text, rests, place, reason }) => [
      `${number}. ${text}`,
      `   Rests on: ${rests.map((basis) => basis.text).join('; ')}`,
      `   Mend it: ${place}. ${reason === null ? 'No reason has been written.' : `Reason: ${reason}`}`,
    ]),
  ];
}

function comparisonLines({ screening, options, strategies, strategySummary }: ReviewFindings): readonly string[] {
  return [
    ...(screening ? [`First look: ${screening.summary}`] : []),
    ...(options ? [`Options: ${options.summary}`, ...options.sensitivityInWords.map((text) => `- ${text}`)] : []),
    ...(strategySummary === null ? [] : [`Strategies: ${strategySummary}`]),
    ...(strategies ?? [])
      .filter(({ text, chosen }) => chosen || text !== '')
      .map(({ name, suitability, text, chosen }) => {
        const words = [SUITABILITY_WORDS[suitability], text].filter(Boolean).join('. ');
        return `Strategy “${name}”${chosen ? ' (chosen)' : ''}${words && ': '}${words}`;
      }),
  ];
}

function riskLines({ risks, questions }: ReviewFindings): readonly string[] {
  const rated = (risks ?? []).flatMap(({ name, applicable, before, beforeLevel, after, afterLevel, place }) =>
    applicable === false || before === null || beforeLevel === null
      ? []
      : [
          `- ${name}: ${EXPOSURE_WORDS[beforeLevel]}${place ? `, place ${placeText(place)}` : ''}${
            after === null || afterLevel === null ? '' : `, after the response ${EXPOSURE_WORDS[afterLevel]}`
          }`,
        ],
  );
  return [
    ...(rated.length > 0 ? ['Exposure:', ...rated] : []),
    ...(questions ?? []).map(({ name, text }) => `Questions, ${name}: ${text}`),
  ];
}

function planLines({ evidence, audit, readiness }: ReviewFindings): readonly string[] {
  return [
    ...(evidence?.gains ?? []).map(({ name, sentences }) => `Gain, ${name}: ${sentences.join(' ')}`),
    ...(evidence?.payback?.sentences ?? []).map((text, index) => `${index === 0 ? 'Payback: ' : '- '}${text}`),
    ...(audit ? [`Audit: ${audit.summary}`] : []),
    ...(readiness?.phases ?? []).flatMap(({ name, dates }) =>
      dates ? [`Readiness: ${name}, ${dates.from} to ${dates.to}`] : [],
    ),
  ];
}
