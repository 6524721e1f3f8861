import './button.css';

/** How a button or a link that looks like one is drawn. */
export interface ButtonLook {
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  readonly size?: 'normal' | 'small';
}

/** The classes of a button with a word on it. */
export function buttonClass({ kind = 'secondary', size = 'normal' }: ButtonLook): string {
  return `button button--${kind}${size === 'small' ? ' button--small' : ''}`;
}

/** Width of the icon beside the word, in pixels. */
export function buttonIconSize({ size }: ButtonLook): number {
  return size === 'small' ? 16 : 18;
}
