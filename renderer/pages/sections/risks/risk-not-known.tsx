import { About } from '#renderer/components/about.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import type { NotKnown } from '#shared/kinds/parts.ts';
import { setRiskNotKnown } from '#shared/kinds/risks/edit.ts';

export interface RiskNotKnownProps {
  readonly editor: ReviewEditor;
  /** Id of the risk. */
  readonly risk: string;
  readonly value: NotKnown;
  /** What the fields are about, where others have the same labels. */
  readonly about: string;
}

/** Who finds out what a risk means, and by when: with both, it counts as settled for now. */
export function RiskNotKnown({ editor, risk, value, about }: RiskNotKnownProps) {
  return (
    <About subject={about}>
      <div data-owed={value.who.trim() === '' || value.by === null || undefined}>
        <NotKnownFields
          editor={editor}
          value={value}
          onChange={(changed, field) =>
            editor.update((review) => setRiskNotKnown(review, risk, changed), field && `risk.${risk}.${field}`)
          }
        />
      </div>
    </About>
  );
}
