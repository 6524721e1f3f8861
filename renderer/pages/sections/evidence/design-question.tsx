import { type Choice, ChoiceGroup } from '#renderer/components/choice-group.tsx';
import { Help } from '#renderer/components/help.tsx';
import { TextArea } from '#renderer/components/text-area.tsx';
import { DepartureNotes } from '#renderer/pages/sections/parts/departure-notes.tsx';
import { EvidenceEditor } from '#renderer/pages/sections/parts/evidence-editor.tsx';
import { NotKnownFields } from '#renderer/pages/sections/parts/not-known-fields.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { NO_DESIGN } from '#shared/kinds/evidence/answers.ts';
import { editDesign } from '#shared/kinds/evidence/edit.ts';
import type { ReviewMeasure } from '#shared/kinds/evidence/measures.ts';
import { DESIGN_WORDS } from '#shared/kinds/evidence/words.ts';
import { UNASSIGNED } from '#shared/kinds/not-known.ts';
import { anchor } from '#shared/review/anchor.ts';
import type { SectionOf } from '#shared/template/template.ts';
import { MeasureRisk } from './measure-risk.tsx';
import './evidence-page.css';

type Answer = keyof typeof DESIGN_WORDS | 'not-known';

const CHOICES: readonly Choice<Answer>[] = [
  { value: 'language', text: DESIGN_WORDS.language },
  { value: 'both', text: DESIGN_WORDS.both },
  { value: 'design', text: DESIGN_WORDS.design },
  { value: 'not-known', text: 'Not known', tone: 'open' },
];

/** How much of a gain comes from the design, with what shows it, such as a prototype. */
export function DesignQuestion({
  editor,
  measure,
  asked,
  isOwed,
}: {
  readonly editor: ReviewEditor;
  readonly measure: ReviewMeasure;
  readonly asked: NonNullable<SectionOf<'evidence'>['design']>;
  readonly isOwed: boolean;
}) {
  const id = anchor('evidence', measure.id, 'design');
  const { share, notKnown, note, evidence } = measure.entry.design ?? NO_DESIGN;
  const edit = (change: Parameters<typeof editDesign>[2], key?: string) =>
    editor.update((review) => editDesign(review, measure.id, change), key && `${id}.${key}`);
  const isAnswered = share !== null || notKnown !== undefined || note !== '' || evidence.length > 0;

  return (
    <div className="stack stack--tight measure__design" id={id} data-owed={isOwed || undefined}>
      <ChoiceGroup
        label={asked.question}
        isRequired={isOwed}
        value={notKnown ? 'not-known' : share}
        choices={CHOICES}
        onChange={(chosen) =>
          edit(chosen === 'not-known' ? { share: null, notKnown: UNASSIGNED } : { share: chosen, notKnown: null })
        }
      />
      {notKnown && (
        <NotKnownFields
          editor={editor}
          value={notKnown}
          onChange={(changed, key) => edit({ notKnown: changed }, key)}
        />
      )}
      {share === 'design' && asked.risk !== undefined && <MeasureRisk editor={editor} risk={asked.risk} />}
      <DepartureNotes editor={editor} at={id} />
      {isAnswered && (
        <>
          <TextArea
            label="How the team knows"
            rows={1}
            value={note}
            onChange={(text) => edit({ note: text }, 'note')}
          />
          <EvidenceEditor
            editor={editor}
            evidence={evidence}
            idPrefix={id}
            onChange={(entries, key) => edit({ evidence: entries }, key)}
          />
        </>
      )}
      <Help
        summary="What this means"
        about={`${measure.name}, language or design`}
        texts={[asked.help]}
        sources={asked.sources}
        template={editor.template}
        openLink={editor.openLink}
      />
    </div>
  );
}
