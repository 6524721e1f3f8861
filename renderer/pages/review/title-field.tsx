import { useState } from 'react';
import { settleText } from '#renderer/base/pending-text.ts';
import { useAreaText } from '#renderer/base/use-area-text.ts';
import { useTypedText } from '#renderer/base/use-typed-text.ts';
import { FieldError } from '#renderer/components/field.tsx';
import type { ReviewEditor } from '#renderer/review/editor.ts';
import { useDocument, useSession } from '#renderer/review/use-document.ts';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import './open-review.css';

/** Leads to the title of the review, to be changed. */
export function focusTitle(): void {
  const field = document.querySelector<HTMLTextAreaElement>('.title-field__input');
  field?.focus();
  field?.select();
}

/** The review's title, changed where it stands. */
export function TitleField({ editor }: { readonly editor: ReviewEditor }) {
  const title = useDocument(editor, (review) => review.title);
  const isSealed = useSession(editor, (snapshot) => snapshot.isSealed);
  // A review cannot be without a title, so an emptied field keeps the last one until there is a new one.
  const [isEmptied, setEmptied] = useState(false);

  function change(text: string) {
    const line = text.replace(/\s*\n\s*/g, ' ');
    setEmptied(isBlank(line));
    if (!isBlank(line)) editor.update((document) => ({ ...document, title: line }), 'title');
  }

  const { shown, type } = useTypedText(isEmptied ? '' : title, change);
  const area = useAreaText(shown);

  return (
    <div className="title-field">
      <h1 className="visually-hidden">{title}</h1>
      <textarea
        ref={area}
        className="title-field__input"
        aria-label="Title of the review"
        aria-invalid={isEmptied}
        aria-describedby={isEmptied ? 'title-error' : undefined}
        rows={1}
        readOnly={isSealed}
        maxLength={LINE_LIMIT}
        onChange={(event) => type(event.target.value.toWellFormed())}
        onBlur={() => {
          settleText();
          setEmptied(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault();
        }}
      />
      {isEmptied && (
        <FieldError id="title-error" text="A review needs a title; until you type one, the last one stays." />
      )}
    </div>
  );
}
