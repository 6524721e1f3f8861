import { type DateValue, parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight, X } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  I18nProvider,
  Label,
  Popover,
} from 'react-aria-components';
import { focusAfter } from '#renderer/base/focus-after.ts';
import { AboutWords, useNamed } from './about.tsx';
import { FieldError, type FieldProps, RequiredMark } from './field.tsx';
import './date-field.css';
import './popover.css';
import './button.css';
import './field.css';

export interface DateFieldProps extends FieldProps {
  /** `YYYY-MM-DD`, or null for none. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A locale that writes dates as year-month-day, the order nobody in the room can misread. */
const DATE_LOCALE = 'en-CA';
/** Years before this one are still being typed. */
const FIRST_YEAR = 1000;

/** A calendar date, typed or picked. */
export function DateField({
  label,
  isLabelHidden = false,
  help,
  error,
  id,
  isRequired = false,
  value,
  onChange,
}: DateFieldProps) {
  const ownId = useId();
  const name = useNamed(label);
  const described = [help ? `${ownId}-help` : '', error ? `${ownId}-error` : ''].filter(Boolean).join(' ');
  const group = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState<DateValue | null>(null);
  const [generation, setGeneration] = useState(0);

  function change(date: DateValue | null) {
    const isTyping = date !== null && date.year < FIRST_YEAR;
    setDraft(isTyping ? date : null);
    if (!isTyping) onChange(date === null ? null : date.toString());
  }

  /** What is left half typed would show something else than the review holds, so the last date comes back. */
  function settle() {
    setDraft(null);
    const isPartial = group.current?.querySelector('[data-placeholder]') !== null;
    if (draft || (isPartial && value !== null)) setGeneration((count) => count + 1);
  }

  return (
    <I18nProvider locale={DATE_LOCALE}>
      <DatePicker
        key={generation}
        className="field"
        id={id ?? ownId}
        value={draft ?? (value === null ? null : parseDate(value))}
        onChange={change}
        onBlur={settle}
        isInvalid={error !== undefined}
        {...(described && { 'aria-describedby': described })}
      >
        <Label className={isLabelHidden ? 'visually-hidden' : 'field__label'}>
          {label}
          {isRequired && <RequiredMark isHidden={value !== null} />}
          <AboutWords />
        </Label>
        <Group className="input date" ref={group}>
          <DateInput className="date__segments">
            {(segment) => <DateSegment segment={segment} className="date__segment" />}
          </DateInput>
          {value !== null && (
            <button
              type="button"
              className="button button--icon date__button"
              aria-label={`Clear ${name}`}
              onClick={() =>
                focusAfter(
                  () => change(null),
                  () => group.current?.querySelector<HTMLElement>('[role="spinbutton"]'),
                )
              }
            >
              <X aria-hidden size={16} />
            </button>
          )}
          <Button className="button button--icon date__button">
            <CalendarDays aria-hidden size={18} />
          </Button>
        </Group>
        {help && (
          <div id={`${ownId}-help`} className="field__help">
            {help}
          </div>
        )}
        {error && <FieldError id={`${ownId}-error`} text={error} />}
        <Popover className="popover">
          <Dialog className="calendar">
            <Calendar>
              <header className="calendar__header">
                <Button slot="previous" className="button button--icon">
                  <ChevronLeft aria-hidden size={18} />
                </Button>
                <Heading className="calendar__title" />
                <Button slot="next" className="button button--icon">
                  <ChevronRight aria-hidden size={18} />
                </Button>
              </header>
              <CalendarGrid className="calendar__grid">
                {(date) => <CalendarCell date={date} className="calendar__day" />}
              </CalendarGrid>
            </Calendar>
          </Dialog>
        </Popover>
      </DatePicker>
    </I18nProvider>
  );
}
