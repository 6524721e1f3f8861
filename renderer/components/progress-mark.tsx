import { CircleCheck, CircleDashed, CircleSlash, type LucideIcon } from 'lucide-react';
import { memo } from 'react';
import type { SectionState } from '#shared/review/progress.ts';
import { SECTION_STATE_WORDS } from '#shared/review/words.ts';
import { SECTION_STATE_TONES } from './tone.ts';
import './progress-mark.css';
import './tone.css';

const ICONS: Readonly<Record<SectionState, LucideIcon>> = {
  complete: CircleCheck,
  open: CircleDashed,
  blocked: CircleSlash,
};

/** State of a section as icon and word, with the number of open points. */
export const ProgressMark = memo(function ProgressMark({
  state,
  openPoints = 0,
}: {
  readonly state: SectionState;
  readonly openPoints?: number;
}) {
  const Icon = ICONS[state];
  return (
    <span className={`progress-mark tone--${SECTION_STATE_TONES[state]}`}>
      <Icon aria-hidden size={16} />
      <span>
        <span className="progress-mark__word">
          {SECTION_STATE_WORDS[state]}
          {openPoints > 0 && ' · '}
        </span>
        {openPoints > 0 && <span className="progress-mark__count">{openPoints}</span>}
        {openPoints > 0 && <span className="visually-hidden">{openPoints === 1 ? ' open point' : ' open points'}</span>}
      </span>
    </span>
  );
});
