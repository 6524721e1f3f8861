import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ChoiceCards } from '#renderer/components/choice-cards.tsx';
import { FormChoice } from '#renderer/components/form-choice.tsx';
import { DecisionChoices } from '#renderer/pages/sections/decision/decision-choices.tsx';
import { sectionOf } from '#shared/template/template.ts';
import { smallTemplate } from '#test/support/small-review.ts';

const nothing = () => undefined;

/** What the choice of this name, and of no longer one, is described by. */
function describedBy(name: string): string {
  const radio = screen.getByRole('radio', { name });
  return document.getElementById(radio.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
}

it('a form of an export is called by its name alone, and described by what it is for', () => {
  const forms = [{ form: 'pdf', name: 'PDF', purpose: 'The record to keep.' }];
  render(<FormChoice forms={forms} form="pdf" onChange={nothing} />);
  expect(describedBy('PDF')).toBe('The record to keep.');
});

it('a card is called by its name alone, and described by what it is about', () => {
  const choices = [{ id: 'tool', name: 'Tool', about: <p>Runs on the desk.</p> }];
  render(<ChoiceCards label="Kind" value={null} choices={choices} onChange={nothing} />);
  expect(describedBy('Tool')).toBe('Runs on the desk.');
});

it('a decision is called by its name alone, and described by what it means', () => {
  const section = sectionOf(smallTemplate, 'decision') ?? expect.fail('There is no decision');
  render(<DecisionChoices section={section} chosen={null} id="choice" onChange={nothing} />);
  const [first] = section.choices;
  expect(describedBy(first?.name ?? '')).toContain(first?.help);
});
