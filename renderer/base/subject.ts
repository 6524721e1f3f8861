import { isBlank } from '#shared/base/limits.ts';

/** What a review is about, in a line: its component and its candidate; empty while neither is named. */
export function subjectOf({
  component,
  candidate,
}: {
  readonly component: string;
  readonly candidate: string;
}): string {
  if (isBlank(candidate)) return component;
  return isBlank(component) ? `Candidate ${candidate}` : `${component} · candidate ${candidate}`;
}
