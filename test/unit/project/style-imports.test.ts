import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inProject } from '#test/support/project.ts';

const FILES = readdirSync(inProject('renderer'), { recursive: true, encoding: 'utf8' }).map((file) =>
  file.replaceAll('\\', '/'),
);
const read = (file: string) => readFileSync(inProject('renderer', file), 'utf8');
/** A name of a class, as this project writes them. */
const NAME = /[a-z][\w-]*/g;

/** The classes of a sheet: those it is about, which come first in a selector, and those it only changes inside of these. */
function classesOf(sheet: string): { readonly own: ReadonlySet<string>; readonly all: ReadonlySet<string> } {
  const own = new Set<string>();
  const all = new Set<string>();
  const text = sheet.replace(/\/\*.*?\*\//gs, '');
  for (const [, selectors = ''] of text.matchAll(/([^{};]+)\{/g)) {
    if (selectors.trim().startsWith('@')) continue;
    for (const selector of selectors.split(/,(?![^(]*\))/)) {
      const [first = ''] = selector.trim().split(/[\s>+~]+(?![^(]*\))/);
      for (const [, name = ''] of first.matchAll(/\.([a-z][\w-]*)/g)) own.add(name);
      for (const [, name = ''] of selector.matchAll(/\.([a-z][\w-]*)/g)) all.add(name);
    }
  }
  return { own, all };
}

/**
 * The classes that a file gives to its elements. Of a name that is put together, such as `button--${kind}`, what is
 * written out stands for all that begin so: it ends in a dash.
 */
function classesIn(source: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { index, 0: start } of source.matchAll(/\b(?:class|[a-zA-Z]+Class)Name=|\bfunction \w*[cC]lass\(/g)) {
    const rest = source.slice(index + start.length);
    const value = start.startsWith('function')
      ? rest.slice(rest.indexOf('{\n'), rest.indexOf('\n}\n'))
      : attributeValue(rest);
    for (const text of textsIn(value)) for (const [name] of text.matchAll(NAME)) names.add(name);
  }
  return names;
}

/** The value of an attribute: a string, or an expression in braces. */
function attributeValue(rest: string): string {
  if (rest.startsWith('"')) return rest.slice(0, rest.indexOf('"', 1) + 1);
  let depth = 0;
  for (const [at, letter] of [...rest].entries()) {
    if (letter === '{') depth += 1;
    if (letter === '}') depth -= 1;
    if (depth === 0) return rest.slice(0, at + 1);
  }
  return rest;
}

/** Every string in an expression; of a template, what stands around its holes and the strings in them. */
function textsIn(expression: string): readonly string[] {
  const inTemplates = [...expression.matchAll(/`((?:[^`$]|\$\{[^{}]*\})*)`/g)].flatMap(([, text = '']) => [
    text.replace(/\$\{[^{}]*\}/g, (_hole, at: number) => (text[at - 1] === '-' ? '' : ' ')),
    // What completes a name stands for no name of its own.
    ...[...text.matchAll(/(?<!-)\$\{([^{}]*)\}/g)].flatMap(([, hole = '']) => textsIn(hole)),
  ]);
  const outside = expression.replace(/`(?:[^`$]|\$\{[^{}]*\})*`/g, '');
  // A comparison is no class.
  const compared = outside.replace(/[=!]==\s*(['"])[^'"]*\1/g, '');
  return [...inTemplates, ...[...compared.matchAll(/(['"])([^'"]*)\1/g)].map(([, , text = '']) => text)];
}

const SHEETS = new Map(FILES.filter((file) => file.endsWith('.css')).map((file) => [file, classesOf(read(file))]));

/**
 * The sheets that a class belongs to: those that are about it; without one, those about what it is a part or kind of
 * (`card` for `card__title`); else those that know it at all.
 */
function homesOf(name: string): readonly string[] {
  const sheets = (known: 'own' | 'all', wanted: string) =>
    [...SHEETS].filter(([, sheet]) => knows(sheet[known], wanted)).map(([file]) => file);
  const block = /^(.+?)(?:__|--)/.exec(name)?.[1];
  const candidates = [sheets('own', name), block === undefined ? [] : sheets('own', block), sheets('all', name)];
  // A part that no sheet knows at all needs none.
  return sheets('all', name).length === 0 ? [] : (candidates.find((files) => files.length > 0) ?? []);
}

function knows(names: ReadonlySet<string>, wanted: string): boolean {
  return wanted.endsWith('-') ? [...names].some((name) => name.startsWith(wanted)) : names.has(wanted);
}

/** Whether a sheet knows a class: a kind (`card--plain`) itself; any other also by its block or a part of that. */
function isKnown(name: string): boolean {
  const block = name.replace(/__.*$/, '');
  return [...SHEETS.values()].some(
    ({ all }) =>
      knows(all, name) ||
      (!name.includes('--') && [...all].some((other) => other === block || other.startsWith(`${block}_`))),
  );
}

function sheetsImportedBy(file: string, source: string): readonly string[] {
  return [...source.matchAll(/^import '([^']+\.css)';$/gm)].map(([, specifier = '']) =>
    specifier.startsWith('#renderer/')
      ? specifier.slice('#renderer/'.length)
      : path.posix.join(path.posix.dirname(file), specifier),
  );
}

/** `class (sheet)` for each class of a file whose sheet it does not import. */
function missing(file: string, source: string): readonly string[] {
  const imported = sheetsImportedBy(file, source);
  const isHere = (sheet: string) => imported.includes(sheet) || sheet.startsWith('styles/');
  return [...classesIn(source)].flatMap((name) => {
    const homes = homesOf(name);
    return homes.length === 0 || homes.some(isHere) ? [] : [`${name} (${homes.join(', ')})`];
  });
}

describe('every component imports the sheets of its classes', () => {
  const components = FILES.filter((file) => /\.tsx?$/.test(file)).filter((file) => /[cC]lass/.test(read(file)));

  it('finds classes however they are written', () => {
    const source = [
      'className="card card--plain"',
      `className={\`mark mark--\${tone} \${isOpen ? 'mark--open' : ''}\`}`,
      "className={kind === 'sealed' ? 'seal' : undefined}",
      'inputClassName="input"',
    ].join('\n');
    expect([...classesIn(source)]).toEqual(['card', 'card--plain', 'mark', 'mark--', 'mark--open', 'seal', 'input']);
  });

  it('tells a sheet that a class belongs to from one that only changes it', () => {
    const sheet = '/* .no */ .toast > .button, .toast:not(.toast--still) .link { color: red } @media (x) { .row {} }';
    expect([...classesOf(sheet).own]).toEqual(['toast', 'toast--still', 'row']);
    expect(homesOf('button')).toEqual(['components/button.css']);
    expect(homesOf('button--')).toEqual(['components/button.css']);
  });

  it('sees a sheet that is not imported', () => {
    expect(missing('pages/home/a.tsx', 'className="button"')).toEqual(['button (components/button.css)']);
    expect(missing('components/a.tsx', 'import \'./button.css\';\nclassName="button row"')).toEqual([]);
  });

  it.each(components)('%s gives its elements no class that is nobody’s', (file) => {
    const unknown = [...classesIn(read(file))].filter((name) => !isKnown(name));
    expect(unknown, unknown.join('\n')).toEqual([]);
  });

  it.each(components)('%s', (file) => {
    const lacking = missing(file, read(file));
    expect(lacking, lacking.join('\n')).toEqual([]);
  });
});
