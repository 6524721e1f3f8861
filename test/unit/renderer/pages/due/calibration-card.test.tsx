import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { CalibrationCard } from '#renderer/pages/due/calibration-card.tsx';

const answered = (count: number) => Array.from({ length: count }, (_, n) => ({ chance: 80, happened: n % 5 > 0 }));

it('calibration shows nothing but how many chances there are below ten, and is not there without any', () => {
  const { container } = render(<CalibrationCard answered={[]} />);
  expect(container.textContent).toBe('');
  render(<CalibrationCard answered={answered(9)} />);
  expect(screen.getByText(/^9 of at least 10 chances/)).toBeDefined();
  expect(screen.queryByRole('table')).toBeNull();
  expect(document.body.textContent).not.toMatch(/Brier|80 %/);
});

it('calibration appears with the tenth, with its n, and keeps the quality of decisions apart', () => {
  render(<CalibrationCard answered={answered(10)} />);
  expect(screen.getByText(/^10 chances can be compared with what came\. Brier score 0\.16/)).toBeDefined();
  const [, row] = screen.getAllByRole<HTMLTableRowElement>('row');
  expect([...(row?.cells ?? [])].map((cell) => cell.textContent)).toEqual(['61 to 80 %', '80 %', '80 %', '10']);
  expect(screen.getByText(/not how good the decisions were/)).toBeDefined();
});
