import { ChevronDown } from 'lucide-react';
import { useContext, useState } from 'react';
import { Button, ComboBox, InputContext, ListBox, ListBoxItem, Popover, useFilter } from 'react-aria-components';
import { settleText } from '#renderer/base/pending-text.ts';
import { useTypedText } from '#renderer/base/use-typed-text.ts';
import { isBlank, LINE_LIMIT } from '#shared/base/limits.ts';
import { useNamed } from './about.tsx';
import { Field, type FieldProps } from './field.tsx';
import { LineArea, type LineAreaProps, oneLine } from './line-area.tsx';
import './popover.css';
import './button.css';
import './field.css';

export interface ComboFieldProps extends FieldProps {
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  /** Whether the suggestions wait for the focus and have no button, as befits one field among hundreds. */
  readonly isLazy?: boolean;
}

const NONE: readonly string[] = [];

/** Free text with suggestions. */
export function ComboField({ value, suggestions, onChange, placeholder, isLazy = false, ...field }: ComboFieldProps) {
  const [wasFocused, setWasFocused] = useState(false);
  const { shown, type } = useTypedText(value, onChange);
  const name = useNamed(field.label);
  const offered = isLazy && !wasFocused ? NONE : suggestions;
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <Field {...field} isFilled={!isBlank(shown)}>
      {({ id, ...aria }) => (
        <ComboBox
          className="combo"
          aria-label={name}
          allowsCustomValue
          menuTrigger="input"
          // A name typed in full needs no suggestion, and no list of one to be closed.
          defaultFilter={(text, typed) => text !== typed && contains(text, typed)}
          inputValue={shown}
          // The text is the value; a selection with a life of its own would come back over text pasted later.
          selectedKey={offered.includes(shown) ? shown : null}
          onSelectionChange={(key) => {
            if (key !== null) type(String(key));
          }}
          onFocus={() => setWasFocused(true)}
          onBlur={settleText}
          defaultItems={offered.map((text) => ({ id: text, text }))}
          onInputChange={(typed) => {
            const text = oneLine(typed);
            if (text !== shown) type(text);
          }}
        >
          <ComboLine {...aria} id={id} maxLength={LINE_LIMIT} {...(placeholder !== undefined && { placeholder })} />
          {!isLazy && suggestions.length > 0 && (
            <Button className="button button--icon combo__button">
              <ChevronDown aria-hidden size={16} />
            </Button>
          )}
          <Popover className="popover popover--list" offset={4}>
            <ListBox className="listbox">
              {(item: { readonly id: string; readonly text: string }) => (
                <ListBoxItem id={item.id} textValue={item.text} className="listbox__item">
                  {item.text}
                </ListBoxItem>
              )}
            </ListBox>
          </Popover>
        </ComboBox>
      )}
    </Field>
  );
}

/** The text of a combo box. The box hands its wiring to an input; an area takes the same and wraps long names. */
function ComboLine(props: LineAreaProps) {
  const wired = useContext(InputContext) as unknown as LineAreaProps;
  return <LineArea {...wired} {...props} />;
}
