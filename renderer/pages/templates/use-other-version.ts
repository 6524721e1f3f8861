import { useEffect, useState } from 'react';
import type { Fault } from '#renderer/host/fault.ts';
import { useHost } from '#renderer/host/host.tsx';
import type { Client } from '#shared/contract/contract.ts';
import type { Template } from '#shared/template/template.ts';

export interface OtherVersion {
  readonly template: Template;
  readonly sha256: string;
}

export type OtherVersionState =
  | { readonly kind: 'loading' | 'none' }
  | { readonly kind: 'failed'; readonly fault: Fault }
  | { readonly kind: 'ready'; readonly other: OtherVersion };

/** Another version of a review's template: the one with the address, or the newest of the library. */
export function useOtherVersion(review: string, target: string | null): OtherVersionState {
  const { client } = useHost();
  const [state, setState] = useState<OtherVersionState>({ kind: 'loading' });

  useEffect(() => {
    let isGone = false;
    setState({ kind: 'loading' });
    void load(client, review, target).then((loaded) => {
      if (!isGone) setState(loaded);
    });
    return () => {
      isGone = true;
    };
  }, [client, review, target]);

  return state;
}

async function load(client: Client, review: string, target: string | null): Promise<OtherVersionState> {
  let sha256 = target;
  if (sha256 === null) {
    const offer = await client['review.templateOffer']({ id: review });
    if (offer.kind === 'none') return { kind: 'none' };
    if (offer.kind === 'failed') return { kind: 'failed', fault: offer };
    sha256 = offer.to.sha256;
  }
  const answer = await client['template.get']({ sha256 });
  if (answer.kind === 'failed') return { kind: 'failed', fault: answer };
  return { kind: 'ready', other: { template: answer.template, sha256 } };
}
