import { render, screen } from '@testing-library/react';
import { Flag } from 'lucide-react';
import { describe, expect, it } from 'vitest';
import { Button } from '#renderer/components/button.tsx';
import { LinkButton } from '#renderer/components/link-button.tsx';

describe('a link among buttons', () => {
  it.each(['primary', 'secondary', 'quiet', 'danger'] as const)('looks like the button beside it: %s', (kind) => {
    render(
      <>
        <Button kind={kind} size="small" icon={Flag}>
          Do
        </Button>
        <LinkButton kind={kind} size="small" icon={Flag} href="#/there">
          Go
        </LinkButton>
      </>,
    );
    const link = screen.getByRole('link', { name: 'Go' });
    expect(link.className).toBe(screen.getByRole('button', { name: 'Do' }).className);
    expect(link.innerHTML.replace('Go', 'Do')).toBe(screen.getByRole('button', { name: 'Do' }).innerHTML);
    expect(link.getAttribute('href')).toBe('#/there');
  });

  it('has a spoken name where its word needs its surroundings', () => {
    render(
      <LinkButton href="#/" label="Compare the first with now">
        Compare
      </LinkButton>,
    );
    expect(screen.getByRole('link').getAttribute('aria-label')).toBe('Compare the first with now');
  });
});
