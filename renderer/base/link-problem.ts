import { LINK_SCHEMES } from '#shared/base/link-schemes.ts';

/** Why a link cannot be opened, with what to write instead; empty when it can, or when none is given. */
export function linkProblem(link: string): string {
  const text = link.trim();
  if (text === '') return '';
  const scheme = /^[a-z][a-z0-9+.-]*:(?!\d)/i.exec(text)?.[0].toLowerCase();
  if (scheme !== undefined && !LINK_SCHEMES.has(scheme)) {
    return 'Only links that start with https:// or mailto: can be opened. Others stand in the record as text.';
  }
  if (scheme !== undefined && URL.canParse(text)) return '';
  const bare = scheme === undefined && URL.canParse(`https://${text}`) && /^[^\s/]+\.[^\s.]/.test(text);
  return `Write the whole link, for example ${bare ? `https://${text}` : 'https://example.org/page'}.`;
}
