import { Button } from '#renderer/components/button.tsx';
import { Callout } from '#renderer/components/callout.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument } from '#renderer/review/use-document.ts';
import { type NamedIn, namedIn, renameEverywhere } from '#shared/review/named-places.ts';
import type { Template } from '#shared/template/template.ts';
import './context-page.css';

/** A person of the list who has another name now. */
export interface Renaming {
  readonly id: string;
  readonly from: string;
}

export interface RenameOfferProps {
  readonly editor: ReviewEditor;
  readonly renaming: Renaming;
  readonly to: string;
  readonly onDone: () => void;
}

/** Offers to put a person's new name wherever the old one still stands. */
export function RenameOffer({ editor, renaming: { from }, to, onDone }: RenameOfferProps) {
  const places = namedIn(
    useDocument(editor, (review) => review),
    from,
  );
  if (places.length === 0) return null;
  const title = `${from} is still named in ${placesText(places, editor.template)}.`;
  return (
    <div className="person__offer">
      <Callout tone="open" title={title} said={title}>
        <div className="row">
          <Button
            size="small"
            onPress={() => {
              editor.update((review) => renameEverywhere(review, from, to));
              onDone();
            }}
          >
            Write {to} there, too
          </Button>
          <Button size="small" kind="quiet" onPress={onDone}>
            Leave it
          </Button>
        </div>
      </Callout>
    </div>
  );
}

/** Sections in which somebody is named, such as “Risks (2) and Decision”. */
export function placesText(places: readonly NamedIn[], { sections }: Template): string {
  const names = places.map(({ section, times }) => {
    const title = sections.find(({ kind }) => kind === section)?.title ?? 'Things to do';
    return times === 1 ? `“${title}”` : `“${title}” (${times} times)`;
  });
  return new Intl.ListFormat('en').format(names);
}
