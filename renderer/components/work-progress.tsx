import { useSaid } from '#renderer/base/use-said.ts';
import { STEP_WORDS, stepText } from '#renderer/base/work-words.ts';
import type { JobProgress } from '#renderer/host/watch-job.ts';
import './work-progress.css';

export interface WorkProgressProps {
  /** What is being done, such as “Export”. */
  readonly label: string;
  /** What stands there until it is known how far it is. */
  readonly start: string;
  readonly progress: JobProgress | null;
}

/** How far a long piece of work is: a bar to see, as percentages are said of one over and over, and the step in words. */
export function WorkProgress({ label, start, progress }: WorkProgressProps) {
  const step = progress?.step;
  const text = step ? stepText(step) : start;
  // Each kind of step is said, not each page.
  useSaid(step ? STEP_WORDS[step.kind] : '', 0);
  return (
    <div className="work-progress">
      <progress aria-hidden {...(step && step.of > 0 && { value: step.at, max: step.of })} />
      <span>
        <span className="visually-hidden">{label}: </span>
        {text}
      </span>
    </div>
  );
}
