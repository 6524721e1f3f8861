import { useEffect, useState } from 'react';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer, CallFailure } from '#shared/contract/contract.ts';
import type { RecordLength } from '#shared/record/model.ts';
import type { ExportChoice } from './export-forms.ts';

/** What is about to be written. */
interface Asked {
  readonly review: string;
  /** Whether the review is closed. */
  readonly isSealed: boolean;
  readonly form: ExportChoice;
  readonly length: RecordLength;
}

interface SealNote {
  /** What a person has to know about the seals of the file before it is written; empty for nothing. */
  readonly note: string;
  /** Whether a file is given out that was sealed before, on the paper of that time. */
  readonly isAsSealed: boolean;
}

/** How the PDF that is about to be written stands to the seals of its review. */
export function useSealNote({ review, isSealed, form, length }: Asked): SealNote {
  const isAsked = isSealed && form === 'pdf' && length === 'short';
  const { client } = useHost();
  const [state, setState] = useState<Answer<'seal.state'> | CallFailure | null>(null);
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    const look = async () => {
      const answer = await client['seal.state']({ id: review });
      if (isCurrent) setState(answer);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [client, review, isAsked]);
  const note = isAsked && state ? noteOf(state) : '';
  return { note, isAsSealed: isSealed && note === '' };
}

function noteOf(state: Answer<'seal.state'> | CallFailure): string {
  switch (state.kind) {
    case 'sealed':
      return state.hasShort
        ? ''
        : 'This review was sealed without a short record. The short one is made now, has no seals and says so on each page. The sealed record is the full one.';
    case 'unsealed':
    case 'needs-certificates':
      return 'The record is not sealed yet, and says so on each page.';
    // Where something is wrong with it, the export itself says what.
    default:
      return '';
  }
}
