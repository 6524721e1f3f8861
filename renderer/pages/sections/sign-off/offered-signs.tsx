import { Plus } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import type { SuggestedSign } from '#shared/follow-up/suggestions.ts';
import './sign-off-page.css';

/** Signs that stand there at once; the rest is asked for. */
const SHOWN = 4;

/** Signs that the review itself offers, each taken by one press. */
export function OfferedSigns({
  signs,
  onTake,
}: {
  readonly signs: readonly SuggestedSign[];
  readonly onTake: (sign: SuggestedSign) => void;
}) {
  if (signs.length === 0) return null;
  const list = (some: readonly SuggestedSign[]) => (
    <ul className="offered-signs">
      {some.map((sign) => (
        <li key={sign.sign}>
          <Button size="small" icon={Plus} label={`Take as a tripwire: ${sign.sign}`} onPress={() => onTake(sign)}>
            {sign.sign}
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="stack stack--tight">
      <p className="small soft">From conditions, the premortem, risks and answers of this review:</p>
      {list(signs.slice(0, SHOWN))}
      {signs.length > SHOWN && (
        <Disclosure summary={`${signs.length - SHOWN} more`}>{list(signs.slice(SHOWN))}</Disclosure>
      )}
    </div>
  );
}
