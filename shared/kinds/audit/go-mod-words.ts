/** The words of a line, without quotes, and its comment. */
export function goModWords(text: string): { readonly tokens: readonly string[]; readonly comment: string } {
  const at = text.indexOf('//');
  const code = at < 0 ? text : text.slice(0, at);
  const tokens = code.match(/"[^"]*"|`[^`]*`|=>|[()]|[^\s()"`]+/g) ?? [];
  return {
    tokens: tokens.map((token) => (/^["`]/.test(token) ? token.slice(1, -1) : token)),
    comment: at < 0 ? '' : text.slice(at + 2).trim(),
  };
}

export function isVersion(word: string | undefined): boolean {
  return word !== undefined && word.length <= 200 && /^v\d+(\.\d+){0,2}([-+.][0-9A-Za-z.+-]*)?$/.test(word);
}

/** Letters, digits and the few signs that Go allows in module paths. */
export function isModulePath(word: string): boolean {
  return word.length <= 300 && /^[A-Za-z0-9._~/-]+$/.test(word);
}
