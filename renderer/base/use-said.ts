import { useEffect, useRef } from 'react';
import { say } from './voice.ts';

/** Time in ms for which a sentence has to stand before it is said: what comes and goes while typing is not. */
const STANDS = 400;

/** Says the sentence whenever it has become another one; not what stood there from the start, nor an empty one. */
export function useSaid(sentence: string, stands = STANDS): void {
  const last = useRef(sentence);
  useEffect(() => {
    if (sentence === last.current) return;
    const timer = setTimeout(() => {
      last.current = sentence;
      say(sentence);
    }, stands);
    return () => clearTimeout(timer);
  }, [sentence, stands]);
}
