import type { ReactNode } from 'react';
import { useLater } from '#renderer/base/use-later.ts';

/** What stands below the first screen of a page: drawn right after what is in view. */
export function Later({ children }: { readonly children: ReactNode }) {
  return useLater() && children;
}
