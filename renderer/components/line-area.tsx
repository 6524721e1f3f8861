import type { Ref } from 'react';
import { TextArea, type TextAreaProps } from 'react-aria-components';
import './field.css';

export interface LineAreaProps extends Omit<TextAreaProps, 'className' | 'rows' | 'ref' | 'slot'> {
  readonly ref?: Ref<HTMLTextAreaElement>;
}

/** The control for one line of text: it wraps what is too long for it, so that nothing is cut off on a projector. */
export function LineArea({ onKeyDown, ...props }: LineAreaProps) {
  return (
    <TextArea
      autoComplete="off"
      {...props}
      className="input input--area input--line"
      rows={1}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        // Enter ends no line, but it still chooses from the suggestions of an input method.
        if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault();
      }}
    />
  );
}

/** What was typed or pasted, as one line that can be stored: half a surrogate pair cannot, and pasting can bring one. */
export function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ').toWellFormed();
}
