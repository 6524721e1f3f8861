import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { isBlank, LINE_LIMIT } from '#shared/fields.ts';
import { Field, type FieldProps } from './field.tsx';
import './popover.css';

export interface ComboFieldProps extends FieldProps {
  readonly value: string;
  readonly suggestions: readonly string[];
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

/** Free text with suggestions. */
export function ComboField({ value, suggestions, onChange, placeholder, ...field }: ComboFieldProps) {
  return (
    <Field {...field} isFilled={!isBlank(value)}>
      {({ id, ...aria }) => (
        <ComboBox
          className="combo"
          aria-label={field.label}
          allowsCustomValue
          menuTrigger="input"
          inputValue={value}
          // The text is the value; a selection with a life of its own would come back over text pasted later.
          selectedKey={suggestions.includes(value) ? value : null}
          onSelectionChange={(key) => {
            if (key !== null) onChange(String(key));
          }}
          defaultItems={suggestions.map((text) => ({ id: text, text }))}
          onInputChange={(typed) => {
            // Half a surrogate pair cannot be stored or hashed; pasting can bring one.
            const text = typed.toWellFormed();
            if (text !== value) onChange(text);
          }}
        >
          <Input
            {...aria}
            id={id}
            className="input input--combo"
            maxLength={LINE_LIMIT}
            autoComplete="off"
            {...(placeholder !== undefined && { placeholder })}
          />
          {suggestions.length > 0 && (
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
