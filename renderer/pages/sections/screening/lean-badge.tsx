import { Badge } from '#renderer/components/badge.tsx';
import type { ScreeningResult } from '#shared/kinds/screening/screening.ts';
import type { Lean } from '#shared/template/template.ts';

const LEAN_WORDS: Readonly<Record<Lean, string>> = {
  for: 'Leans towards it',
  open: 'Leans neither way',
  against: 'Leans away from it',
};

/** Which way the screening leans; says so where nothing has been entered yet. */
export function LeanBadge({ result }: { readonly result: ScreeningResult }) {
  const isUntouched = result.fit.length + result.misfit.length === 0 && result.motivation === null;
  return isUntouched ? <Badge>Nothing ticked yet</Badge> : <Badge tone={result.lean}>{LEAN_WORDS[result.lean]}</Badge>;
}
