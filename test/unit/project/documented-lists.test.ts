import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { main } from '#main/cli/run-command.ts';
import { VERIFY_REFUSALS } from '#main/cli/verify.ts';
import { CONTENT_SECURITY_POLICY } from '#main/page/content-security-policy.ts';
import { dataLayout } from '#main/store/data-folder.ts';
import { NO_POLICY } from '#main/store/policy.ts';
import { keyCalls } from '#shared/contract/key-contract.ts';
import { reviewSummarySchema } from '#shared/review/summary.ts';
import type { Template } from '#shared/template/template.ts';
import { VERDICT_STATUS } from '#shared/verify/verify-words.ts';
import { ROOT } from '#test/support/project.ts';
import { shippedTemplates, shippedText } from '#test/support/shipped.ts';
import { HELP as START_HELP } from '../../../scripts/lib/start-options.js';

/** The part of a page below a heading, up to the next one of the same rank or higher. */
function under(page: string, heading: string): string {
  const rank = heading.indexOf(' ');
  const text = shippedText(page).split(`\n${heading}\n`)[1] ?? '';
  return text.split(new RegExp(`\\n#{1,${rank}} `))[0] ?? '';
}

/** The cells of every table row in a text. */
function rowsOf(text: string): readonly (readonly string[])[] {
  return [...text.matchAll(/^\|(.+)\|$/gm)].map(([, row = '']) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

/** Whatever stands in backquotes. */
function codeIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code);
}

function sorted(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].toSorted();
}

async function helpOf(...argv: readonly string[]): Promise<string> {
  let printed = '';
  await main([...argv, '--help'], {
    policy: NO_POLICY,
    workingFolder: ROOT,
    appFolder: ROOT,
    out: (text) => {
      printed += text;
    },
    err: () => {},
    passphrase: async () => '',
  });
  return printed;
}

describe('README.md', () => {
  it('tells how to start and how to test', () => {
    expect(under('README.md', '## Start')).toMatch(/^npm start .*\nnpm test /m);
  });

  it('lists the options of npm start', () => {
    const rows = rowsOf(under('README.md', '## Start')).map(([option = '', text = '']) => [codeIn(option)[0], text]);
    const help = [...START_HELP.matchAll(/^ {2}(--\S+(?: [A-Z]+)?) +(.+)$/gm)].map(([, option, text = '']) => [
      option,
      text.replace(' (1 to 65535)', '').replace('print this', 'print the options'),
    ]);
    expect(rows.filter(([option]) => option?.startsWith('--'))).toEqual(help);
  });

  it('counts the sections and risks of the templates', () => {
    const risks = ({ sections }: Template) =>
      sections.flatMap((section) => (section.kind === 'risks' ? section.risks : [])).length;
    const rows = new Map(
      rowsOf(under('README.md', '## Templates')).map(([title, count, text]) => [title, { count, text }]),
    );
    for (const template of shippedTemplates.values()) {
      const row = rows.get(template.title);
      expect(row?.count, template.title).toBe(String(template.sections.length));
      const counted = /(\d+) risks/.exec(row?.text ?? '')?.[1];
      if (counted !== undefined) expect(Number(counted), template.title).toBe(risks(template));
    }
  });

  it('lists what a data folder holds', () => {
    const { root, ...places } = dataLayout('/data');
    const listed = rowsOf(under('README.md', '## Your data')).flatMap(([name = '']) => codeIn(name));
    const missing = Object.values(places)
      .map((place) => path.posix.relative(root, place))
      .filter((name) => !listed.includes(name) && !listed.includes(`${name}/`));
    expect(missing).toEqual([]);
  });

  it('leads to every page', () => {
    const missing = readdirSync(path.join(ROOT, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .filter((name) => !under('README.md', '## More').includes(`(docs/${name})`));
    expect(missing).toEqual([]);
  });
});

describe('docs/command-line.md', () => {
  const PAGE = 'docs/command-line.md';
  const inTable = sorted(rowsOf(under(PAGE, '## Commands')).flatMap(([name = '']) => codeIn(name)));

  it('lists every command', async () => {
    const names = [...(await helpOf()).matchAll(/^ {2}([a-z-]+) {2,}/gm)].map(([, name = '']) => name);
    const said = await Promise.all(
      names.map(async (name) => {
        const usage = [...(await helpOf(name)).matchAll(/^groundwork ([a-z-]+(?: [a-z][a-z-]+)?)\b/gm)];
        return usage.map(([, command = '']) => command);
      }),
    );
    const withoutOperand = inTable.map((command) => command.replace(/ (FILE|TEMPLATE)$/, ''));
    expect(sorted(withoutOperand)).toEqual(sorted(said.flat()));
  });

  it('lists every option', async () => {
    const names = [...(await helpOf()).matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name = '']) => name);
    const help = await Promise.all(names.map((name) => helpOf(name)));
    const documented = rowsOf(under(PAGE, '## Options')).flatMap(([option = '']) => codeIn(option));
    const optionsIn = (text: string) => [...text.matchAll(/--[a-z][a-z-]*/g)].map(([option]) => option);
    expect(sorted(documented.flatMap(optionsIn))).toEqual(sorted(help.flatMap(optionsIn)));
  });

  it('gives the exit statuses of verify', () => {
    const rows = rowsOf(under(PAGE, '## Exit status'));
    const saysOf = (status: number) => rows.find(([first]) => first === String(status))?.[2] ?? '';
    for (const [verdict, status] of Object.entries(VERDICT_STATUS)) expect(saysOf(status)).toContain(verdict);
    expect(saysOf(VERIFY_REFUSALS.usage)).toBe('the command was not understood');
    expect(saysOf(VERIFY_REFUSALS.failed)).toContain('it failed');
  });

  it('names every key of the JSON output', () => {
    const [, list = ''] = shippedText(PAGE).split('**A review in `list --json`**');
    const keysOfReview = codeIn(list.split('\n\n')[0] ?? '');
    expect(Object.keys(reviewSummarySchema.shape).filter((key) => !keysOfReview.includes(key))).toEqual([]);

    const [, keys = ''] = shippedText(PAGE).split('**An entry of `key show --json`**');
    const { keys: facts } = z
      .object({ keys: z.instanceof(z.ZodObject) })
      .parse(keyCalls['key.show'].output.options.find((option) => 'keys' in option.shape)?.shape);
    expect(Object.keys(facts.shape).filter((key) => !codeIn(keys).includes(key))).toEqual([]);
  });
});

describe('docs/architecture.md', () => {
  const rulesSchema = z.object({
    overrides: z.array(
      z.object({
        linter: z.object({
          rules: z.object({
            style: z.object({
              noRestrictedImports: z.object({
                options: z.object({ patterns: z.array(z.object({ message: z.string() })) }),
              }),
            }),
          }),
        }),
      }),
    ),
  });
  const map = new Map(
    rowsOf(under('docs/architecture.md', '## The map')).map(([folder = '', , from = '']) => [codeIn(folder)[0], from]),
  );

  it('gives each folder the imports that the linter allows it', () => {
    const { overrides } = rulesSchema.parse(JSON.parse(shippedText('import-rules.json')));
    const messages = overrides.flatMap(({ linter }) =>
      linter.rules.style.noRestrictedImports.options.patterns.map(({ message }) => message),
    );
    const ruled = messages.flatMap((message) => {
      const some = /^((?:main|renderer)\/\S+) imports from \w+\/ only: ([^;]+?)(?:;.*|\.)$/.exec(message);
      const none = /^((?:main|renderer)\/\S+) stands below/.exec(message);
      return some ? [[some[1], some[2]]] : none ? [[none[1], 'none']] : [];
    });
    expect(ruled.length).toBeGreaterThan(0);
    expect(ruled.map(([folder]) => [folder, map.get(folder)])).toEqual(ruled);
  });

  it('names every folder of shared', () => {
    const folders = readdirSync(path.join(ROOT, 'shared'), { withFileTypes: true });
    const missing = folders.filter((entry) => entry.isDirectory() && !map.has(`shared/${entry.name}`));
    expect(missing.map(({ name }) => name)).toEqual([]);
  });
});

describe('CONTRIBUTING.md', () => {
  it('names every npm script', () => {
    const { scripts } = z
      .object({ scripts: z.record(z.string(), z.string()) })
      .parse(JSON.parse(shippedText('package.json')));
    const listed = rowsOf(under('CONTRIBUTING.md', '## npm scripts')).flatMap(([name = '']) => codeIn(name));
    expect(sorted(listed)).toEqual(sorted(Object.keys(scripts)));
  });

  it('lists the decision records, and which of them were amended', () => {
    const records = readdirSync(path.join(ROOT, 'docs/adr')).toSorted();
    const rows = records.map((name) => {
      const text = shippedText(`docs/adr/${name}`);
      const [, number = '', title = ''] = /^# (\d+)\. (.+)$/m.exec(text) ?? [];
      return [number, `[${title}](docs/adr/${name})`, /^- Amended/m.test(text) ? 'amended' : ''];
    });
    expect(rowsOf(under('CONTRIBUTING.md', '## Decision records')).slice(2)).toEqual(rows);
  });
});

describe('SECURITY.md', () => {
  it('quotes the content security policy', () => {
    expect(CONTENT_SECURITY_POLICY).toContain(/policy of `([^`]+)`/.exec(shippedText('SECURITY.md'))?.[1]);
  });
});

describe('docs/verify.md', () => {
  it('counts the languages that are tried', () => {
    const languages = z.array(z.unknown()).parse(JSON.parse(shippedText('test/fixtures/languages/languages.json')));
    expect(/text in (\d+) languages/.exec(shippedText('docs/verify.md'))?.[1]).toBe(String(languages.length));
  });
});

describe('CHANGELOG.md', () => {
  it('has an entry for this version, with its date, below what is not released', () => {
    const { version } = z.object({ version: z.string() }).parse(JSON.parse(shippedText('package.json')));
    const headings = [...shippedText('CHANGELOG.md').matchAll(/^## (.+)$/gm)].map(([, heading = '']) => heading);
    expect(headings[0]).toBe('[Unreleased]');
    expect(headings[1]).toMatch(new RegExp(`^\\[${version.replaceAll('.', '\\.')}\\] - \\d{4}-\\d{2}-\\d{2}$`));
  });
});
