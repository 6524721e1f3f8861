import { createContext, type ReactNode, useContext } from 'react';

/** How links of the record leave Groundwork. */
export const OpenLinkContext = createContext<(url: string) => void>(() => undefined);

/** A link where the address is one that can be opened; plain text otherwise. */
export function RecordLink({ url, children }: { readonly url: string; readonly children: ReactNode }) {
  const openLink = useContext(OpenLinkContext);
  if (!/^(https?:|mailto:)/i.test(url) || !URL.canParse(url)) return <>{children}</>;
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
