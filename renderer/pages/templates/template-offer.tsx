import { CircleFadingArrowUp } from 'lucide-react';
import { useEffect, useState } from 'react';
import { templateUpdateHref } from '#renderer/base/routes.ts';
import { Offer } from '#renderer/components/offer.tsx';
import { useHost } from '#renderer/host/host.tsx';
import type { Answer } from '#shared/contract/contract.ts';

type NewerTemplate = Extract<Answer<'review.templateOffer'>, { kind: 'offer' }>;

/** Says in the review's head that the library has a newer version of its template. */
export function TemplateOffer({ review }: { readonly review: string }) {
  const { client } = useHost();
  const [offer, setOffer] = useState<NewerTemplate | null>(null);

  useEffect(() => {
    let isGone = false;
    void client['review.templateOffer']({ id: review }).then((answer) => {
      // An offer is no reason to disturb; whatever is wrong shows up at the next save.
      if (!isGone && answer.kind === 'offer') setOffer(answer);
    });
    return () => {
      isGone = true;
    };
  }, [client, review]);

  if (!offer) return null;
  return (
    <Offer icon={CircleFadingArrowUp} href={templateUpdateHref(review)}>
      Template {offer.to.version} is here; this review uses {offer.from.version}
    </Offer>
  );
}
