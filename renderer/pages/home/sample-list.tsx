import { BookOpen } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import { Disclosure } from '#renderer/components/disclosure.tsx';
import type { SampleInfo } from '#shared/contract/contract.ts';
import './home-page.css';

export interface SampleListProps {
  readonly samples: readonly SampleInfo[];
  readonly onOpen: (id: string) => void;
}

/** The samples, out of the way once there are reviews. */
export function SampleList({ samples, onOpen }: SampleListProps) {
  if (samples.length === 0) return null;
  return (
    <Disclosure summary="Sample reviews">
      <SampleCards samples={samples} onOpen={onOpen} />
    </Disclosure>
  );
}

/** One card for each sample; opening makes a copy that can be changed freely. */
export function SampleCards({ samples, onOpen }: SampleListProps) {
  return (
    <ul className="samples">
      {samples.map(({ id, title, summary }) => (
        <li key={id} className="samples__card">
          <p className="samples__title">{title}</p>
          <p className="samples__summary">{summary}</p>
          <Button icon={BookOpen} label={`Open a copy of “${title}”`} onPress={() => onOpen(id)}>
            Open a copy
          </Button>
        </li>
      ))}
    </ul>
  );
}
