import { createContext, type ReactNode, use } from 'react';

const AboutContext = createContext('');

/** Names what the fields in here are about, so that those with the same label can be told apart by ear. */
export function About({ subject, children }: { readonly subject: string; readonly children: ReactNode }) {
  const around = useAbout();
  const all = [subject, around].filter((name) => name !== '').join(', ');
  return <AboutContext value={all}>{children}</AboutContext>;
}

/** What the fields here are about, from the nearest outwards; empty where a label says all. */
export function useAbout(): string {
  return use(AboutContext);
}

/** A label with what it is about, for where it is not written out. */
export function useNamed(label: string): string {
  const about = useAbout();
  return about === '' ? label : `${label}: ${about}`;
}

/** The end of a label that is only heard: what it is about stands above it for those who see it. */
export function AboutWords() {
  const about = useAbout();
  return about !== '' && <span className="visually-hidden">: {about}</span>;
}
