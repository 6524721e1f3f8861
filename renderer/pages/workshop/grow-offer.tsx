import { Sprout } from 'lucide-react';
import { useEffect, useState } from 'react';
import { templateUpdateHref } from '#renderer/base/routes.ts';
import { LinkButton } from '#renderer/components/link-button.tsx';
import { useHost } from '#renderer/host/host.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { Client } from '#shared/contract/contract.ts';
import { growsInto } from '#shared/template/grows-into.ts';
import type { Template } from '#shared/template/template.ts';

interface Larger {
  readonly sha256: string;
  readonly title: string;
}

/** Offers to continue a short review in a template that asks more, with everything it holds. */
export function GrowOffer({ editor }: { readonly editor: ReviewEditor }) {
  const { client } = useHost();
  const [larger, setLarger] = useState<readonly Larger[]>([]);
  useEffect(() => {
    let isGone = false;
    void largerThan(client, editor.template).then((found) => {
      if (!isGone) setLarger(found);
    });
    return () => {
      isGone = true;
    };
  }, [client, editor]);
  if (larger.length === 0) return null;
  return (
    <div className="row">
      {larger.map(({ sha256, title }) => (
        <LinkButton key={sha256} icon={Sprout} href={templateUpdateHref(editor.id, sha256)}>
          Continue in “{title}”…
        </LinkButton>
      ))}
      <span className="small soft">With everything that this review holds.</span>
    </div>
  );
}

/** Templates of the library that ask all that this one asks, and more. */
async function largerThan(client: Client, template: Template): Promise<readonly Larger[]> {
  const library = await client['template.list']({});
  if (library.kind === 'failed') return [];
  const others = library.templates.filter(({ id, origin }) => id !== template.id && origin.kind !== 'kept');
  const found = await Promise.all(
    others.map(async ({ sha256, title }) => {
      const answer = await client['template.get']({ sha256 });
      return answer.kind === 'template' && growsInto(template, answer.template) ? [{ sha256, title }] : [];
    }),
  );
  return found.flat();
}
