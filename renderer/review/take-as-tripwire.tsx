import { Plus } from 'lucide-react';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { sectionHref } from '#renderer/base/routes.ts';
import { say } from '#renderer/base/voice.ts';
import { Button } from '#renderer/components/button.tsx';
import { isBlank } from '#shared/base/limits.ts';
import { takeSign } from '#shared/follow-up/edit.ts';
import { MOST_TRIPWIRES } from '#shared/follow-up/schema.ts';
import type { SuggestedSign } from '#shared/follow-up/suggestions.ts';
import { anchor } from '#shared/review/anchor.ts';
import { sectionOf } from '#shared/template/template.ts';
import type { ReviewEditor } from './editor.ts';
import { useDocument } from './use-document.ts';

/**
 * Takes something that was written elsewhere as a tripwire, by one press; leads to it once it is one. Nothing where the
 * template has no page for tripwires.
 * @param about what was written; nothing is offered while that is empty
 */
export function TakeAsTripwire({
  editor,
  about,
  sign,
}: {
  readonly editor: ReviewEditor;
  readonly about: string;
  readonly sign: SuggestedSign;
}) {
  const isWatched = useDocument(editor, ({ tripwires = [] }) => tripwires.some((wire) => wire.sign === sign.sign));
  const isFull = useDocument(editor, ({ tripwires = [] }) => tripwires.length >= MOST_TRIPWIRES);
  const place = anchor('sign-off', 'tripwires');
  if (isBlank(about) || !sectionOf(editor.template, 'sign-off')) return null;
  const href = sectionHref(editor.id, 'sign-off', place);
  if (isWatched) {
    return (
      <a href={href} data-watches={sign.sign} aria-label={`It is a tripwire: ${about}`}>
        It is a tripwire
      </a>
    );
  }
  const take = () =>
    focusAfter(
      () => editor.update((review) => takeSign(review, editor.newId(), sign)),
      () => document.querySelector<HTMLElement>(`[data-watches=${JSON.stringify(sign.sign)}]`),
    );
  return (
    <Button
      kind="quiet"
      size="small"
      icon={Plus}
      label={`Take as a tripwire: ${about}`}
      isDisabled={isFull}
      onPress={() => {
        take();
        say('Taken as a tripwire.');
      }}
    >
      Take as a tripwire
    </Button>
  );
}
