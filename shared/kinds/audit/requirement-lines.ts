/** One requirement or option, put together where backslashes part it. */
export interface RequirementLine {
  /** From 1. */
  readonly line: number;
  /** Without comments. */
  readonly code: string;
  /** What pip-compile and uv say in comments that a package is there for. */
  readonly via: readonly string[];
}

/** The lines of a requirements.txt that say something. */
export function requirementLines(text: string): readonly RequirementLine[] {
  const reader = new Reader();
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    reader.read(line, index + 1);
  });
  return reader.lines;
}

class Reader {
  readonly lines: { readonly line: number; code: string; readonly via: string[] }[] = [];
  /** Whether the line before ends in a backslash. */
  #isOpen = false;
  /** Whether the comment before says what a package is there for, so that the next one may go on. */
  #isVia = false;

  read(whole: string, line: number): void {
    const [, before = '', comment] = /^(.*?)(?:(?:^|\s)#(.*))?$/s.exec(whole) ?? [];
    const code = before.replace(/\\\s*$/, '').trim();
    if (code !== '') {
      this.#code(code, line);
      this.#isVia = false;
    }
    this.#comment(comment?.trim() ?? '');
    this.#isOpen = /\\\s*$/.test(before);
  }

  #code(code: string, line: number): void {
    const last = this.lines.at(-1);
    if (this.#isOpen && last) last.code = `${last.code} ${code}`;
    else this.lines.push({ line, code, via: [] });
  }

  #comment(comment: string): void {
    const begun = /^via\b\s*(.*)$/.exec(comment)?.[1];
    const reasons = begun ?? (this.#isVia ? comment : '');
    if (reasons !== '') this.lines.at(-1)?.via.push(...reasons.split(/,\s*/));
    this.#isVia = begun !== undefined || (this.#isVia && comment !== '');
  }
}
