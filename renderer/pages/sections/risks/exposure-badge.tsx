import { Badge } from '#renderer/components/badge.tsx';
import { exposureLevel } from '#shared/kinds/risks/risks.ts';
import { EXPOSURE_WORDS } from '#shared/kinds/risks/words.ts';

/** Exposure as a word, such as “High”; says so where it is not rated. */
export function ExposureBadge({ value }: { readonly value: number | null }) {
  if (value === null) return <Badge>Not rated</Badge>;
  const level = exposureLevel(value);
  return <Badge tone={level}>{EXPOSURE_WORDS[level]}</Badge>;
}
