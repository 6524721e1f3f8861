import type { ReactNode } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import './fault-text.css';

/** Single findings below a sentence, as list items; a long list scrolls in its place. */
export function FindingList({ children }: { readonly children: ReactNode }) {
  return <ul className="findings">{children}</ul>;
}

/** What went wrong and what to do, with the single findings. */
export function FaultText({ fault: { message, details = [] } }: { readonly fault: Fault }) {
  return (
    <>
      <p>{message}</p>
      {details.length > 0 && (
        <FindingList>
          {details.map((detail) => (
            <li key={detail}>{detail}</li>
          ))}
        </FindingList>
      )}
    </>
  );
}
