import { createContext, type ReactNode, useContext } from 'react';
import { LINK_SCHEMES } from '#shared/base/link-schemes.ts';

/** How links of the record leave Groundwork. */
export const OpenLinkContext = createContext<(url: string) => void>(() => undefined);

/** A link where the address is one that can be opened; plain text otherwise. */
export function RecordLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const openLink = useContext(OpenLinkContext);
  if (!URL.canParse(url) || !LINK_SCHEMES.has(new URL(url).protocol)) return <>{children}</>;
  return (
    <a
      href={url}
      onClick={(event) => {
        event.preventDefault();
        openLink(url);
      }}
    >
      {children}
    </a>
  );
}
