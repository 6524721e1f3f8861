import { useEffect } from 'react';
import { say } from '#renderer/base/voice.ts';

/** Time in ms after which it is worth a word that something takes a while. */
const WORTH_SAYING = 400;

/** What is being waited for. It is said as well where it takes longer than a moment. */
export function WaitingLine({ text }: { readonly text: string }) {
  useEffect(() => {
    // As a status of its own it would come together with its text, which no screen reader speaks.
    const timer = setTimeout(() => say(text), WORTH_SAYING);
    return () => clearTimeout(timer);
  }, [text]);
  return <p>{text}</p>;
}
