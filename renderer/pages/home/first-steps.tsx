import { FilePlus2 } from 'lucide-react';
import { Button } from '#renderer/components/button.tsx';
import type { SampleInfo } from '#shared/contract/contract.ts';
import { SampleCards } from './sample-list.tsx';
import './home-page.css';

export interface FirstStepsProps {
  readonly samples: readonly SampleInfo[];
  readonly onNew: () => void;
  readonly onOpenSample: (id: string) => void;
}

/** What stands in an empty workbook. */
export function FirstSteps({ samples, onNew, onOpenSample }: FirstStepsProps) {
  return (
    <section className="first-steps">
      <h2>No reviews yet</h2>
      <p className="first-steps__lead">
        A review takes a team through one decision about one component: the questions, the path, the risks, the decision
        and the signatures. At the end there is a record that others can read and check.
      </p>
      <div className="row">
        <Button kind="primary" icon={FilePlus2} onPress={onNew}>
          Start a review
        </Button>
      </div>
      {samples.length > 0 && (
        <>
          <h3>Or look at a finished one first</h3>
          <SampleCards samples={samples} onOpen={onOpenSample} />
        </>
      )}
    </section>
  );
}
