import { useCallback, useEffect, useRef, useState } from 'react';
import { holdText, settleText } from './pending-text.ts';

/**
 * What a text field shows and how it takes what is typed: the field owns the text until it is handed over
 * to `onChange`, after the paint. What the owner makes of it, or changes by itself, shows from then on.
 */
export function useTypedText(
  value: string,
  onChange: (value: string) => void,
): { readonly shown: string; readonly type: (text: string) => void } {
  const [draft, setDraft] = useState<string | null>(null);
  const typed = useRef<string | null>(null);
  const change = useRef(onChange);
  useEffect(() => {
    change.current = onChange;
  });

  const handOver = useCallback(() => {
    const text = typed.current;
    typed.current = null;
    if (text !== null) change.current(text);
    setDraft(null);
  }, []);
  const type = useCallback(
    (text: string) => {
      typed.current = text;
      setDraft(text);
      holdText(handOver);
    },
    [handOver],
  );
  // A field that goes while its text waits hands it over first.
  useEffect(() => () => void (typed.current !== null && settleText()), []);

  return { shown: draft ?? value, type };
}
